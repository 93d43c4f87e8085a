package descent.optimizer;

import descent.objective.Evaluation;
import descent.objective.LayerSizes;
import descent.objective.Objective;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An optimizer whose learning rate follows a {@link Schedule}, for those that are no {@link Rule}.
 *
 * @param <S> what the inner optimizer remembers
 */
final class Scheduled<S> implements Optimizer<Scheduled.State<S>> {
  /**
   * What is remembered.
   *
   * @param inner what the inner optimizer remembers
   * @param scalars the schedule's scalars of the last step; never written
   * @param step updates made so far
   */
  record State<S>(S inner, double[] scalars, int step) {}

  private static final List<Rule.Scalar> SCALARS = Schedule.scalars();

  /** A rule that only follows the schedule: its formula is printed, its scalars are run. */
  private static final RuleOptimizer RATE = (RuleOptimizer) Schedule.around(Signs.signDescent());

  private final Optimizer<S> inner;
  private final About about;

  Scheduled(Optimizer<S> inner, About about) {
    this.inner = inner;
    this.about = about;
  }

  @Override
  public About about() {
    return about;
  }

  @Override
  public String wire(Hyperparameters h) {
    String open = inner.wire(h).replaceFirst("\\)$", "");
    return Schedule.hyperparameters().stream()
        .map(own -> "," + own.name() + "=" + own.wire(h.get(own.name())))
        .collect(Collectors.joining("", open, ")"));
  }

  @Override
  public String tex(Hyperparameters h) {
    List<String> lines = RuleTex.lines(RATE.rule(h), hyperparameters());
    return lines.size() == 2
        ? inner.tex(h)
        : inner.tex(h)
            + " \\qquad "
            + RuleTex.aligned(lines.subList(1, lines.size() - 1))
            + " \\text{ in place of } \\eta";
  }

  @Override
  public List<Quantity> quantities() {
    return inner.quantities();
  }

  @Override
  public List<Stage> stages(Hyperparameters h) {
    return inner.stages(h);
  }

  @Override
  public Class<? extends Objective> needs() {
    return inner.needs();
  }

  @Override
  public boolean buildsMatrix() {
    return inner.buildsMatrix();
  }

  @Override
  public long numbers(LayerSizes sizes, Hyperparameters h) {
    return inner.numbers(sizes, h);
  }

  @Override
  public State<S> init(double[] x, Hyperparameters h) {
    double[] scalars = SCALARS.stream().mapToDouble(s -> s.initial().value(h.asMap())).toArray();
    return new State<>(inner.init(x, h), scalars, 0);
  }

  @Override
  public Step<State<S>> update(
      Evaluation at, State<S> state, Hyperparameters h, Objective objective) {
    Map<String, Double> known = new LinkedHashMap<>(h.asMap());
    known.put("t", state.step() + 1.0);
    double[] scalars = new double[SCALARS.size()];
    for (int k = 0; k < scalars.length; k++) {
      known.put(SCALARS.get(k).name(), state.scalars()[k]);
    }
    for (int k = 0; k < scalars.length; k++) {
      scalars[k] = SCALARS.get(k).value().value(known);
      known.put(SCALARS.get(k).name(), scalars[k]);
    }
    double rate = scalars[scalars.length - 1];
    Step<S> step = inner.update(at, state.inner(), h.with("learning_rate", rate), objective);
    return new Step<>(step.x(), new State<>(step.state(), scalars, state.step() + 1), step.inner());
  }
}
