package descent.optimizer;

import descent.objective.Evaluation;
import descent.objective.LayerSizes;
import descent.objective.Objective;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A method that moves a point downhill: a pair of pure functions.
 *
 * <p>Same inputs, same bits; immutable and thread-safe; neither writes its arguments.
 *
 * @param <S> what the method remembers between steps; immutable
 */
public interface Optimizer<S> {
  /** What a page says about it. */
  About about();

  /** On the wire, snake case. */
  default String name() {
    return about().name();
  }

  /** For people. */
  default String title() {
    return about().title();
  }

  /** What it does, in one sentence. */
  default String summary() {
    return about().summary();
  }

  /** The paper: authors, year, DOI or arXiv. */
  default String paper() {
    return about().paper();
  }

  /** What a person may choose. */
  default List<Hyperparameter> hyperparameters() {
    return about().hyperparameters();
  }

  /** The update rule at the default hyperparameters, as lines of TeX without delimiters. */
  default String tex() {
    return tex(Hyperparameters.of(name(), hyperparameters(), Map.of()));
  }

  /** The update rule, without what {@code hyperparameters} switches off. */
  String tex(Hyperparameters hyperparameters);

  /**
   * What each step computes on its way and a table may show, in the order of {@link Step#inner}.
   */
  List<Quantity> quantities();

  /** One step taken apart, in the order in which it is computed. */
  default List<Stage> stages(Hyperparameters hyperparameters) {
    List<Quantity> quantities = quantities();
    return IntStream.range(0, quantities.size())
        .mapToObj(i -> new Stage(i, quantities.get(i), false, ""))
        .toList();
  }

  /** What the method needs of an objective, for example second derivatives. */
  default Class<? extends Objective> needs() {
    return Objective.class;
  }

  /** Whether a step builds a matrix with a column for each of the n coordinates of a model. */
  default boolean buildsMatrix() {
    return false;
  }

  /**
   * The most numbers that a step in a network holds at once for this, beside the weights, their
   * gradient and the passes over a batch.
   */
  default long numbers(LayerSizes sizes, Hyperparameters hyperparameters) {
    return 8 * sizes.weights();
  }

  /** The state before the first step from {@code x}. */
  S init(double[] x, Hyperparameters hyperparameters);

  /**
   * One step.
   *
   * @param at value and gradient at the current point
   * @throws IllegalArgumentException if the objective lacks what the method needs
   */
  Step<S> update(Evaluation at, S state, Hyperparameters hyperparameters, Objective objective);

  /** How the optimizer is written on the wire, every value written out. */
  default String wire(Hyperparameters hyperparameters) {
    return name()
        + hyperparameters().stream()
            .map(h -> h.name() + "=" + h.wire(hyperparameters.get(h.name())))
            .collect(Collectors.joining(",", "(", ")"));
  }
}
