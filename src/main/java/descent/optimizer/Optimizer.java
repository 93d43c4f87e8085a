package descent.optimizer;

import descent.objective.Evaluation;
import descent.objective.Objective;
import java.util.List;

/**
 * A method that moves a point downhill: a pair of pure functions.
 *
 * <p>Same inputs, same bits; immutable and thread-safe; neither writes its arguments.
 *
 * @param <S> what the method remembers between steps; immutable
 */
public interface Optimizer<S> {
  /** On the wire, snake case. */
  String name();

  /** For people. */
  String title();

  /** The update rule, printed from what runs. */
  String tex();

  /** The paper: authors, year, DOI or arXiv. */
  String paper();

  /** What a person may choose. */
  List<Hyperparameter> hyperparameters();

  /**
   * What each step computes on its way and a table may show, in the order of {@link Step#inner}.
   */
  List<Quantity> quantities();

  /** The state before the first step from {@code x}. */
  S init(double[] x, Hyperparameters hyperparameters);

  /**
   * One step.
   *
   * @param at value and gradient at the current point
   * @throws IllegalArgumentException if the objective lacks what the method needs
   */
  Step<S> update(Evaluation at, S state, Hyperparameters hyperparameters, Objective objective);
}
