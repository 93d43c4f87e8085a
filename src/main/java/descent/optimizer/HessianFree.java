package descent.optimizer;

import descent.objective.Evaluation;
import descent.objective.Objective;
import descent.objective.Probabilistic;
import java.util.List;

/**
 * Truncated Newton on the Gauss–Newton matrix: conjugate gradient from the last direction, damping
 * by the reduction ratio, backtracking along the result: J. Martens, ICML 2010.
 */
final class HessianFree implements Optimizer<HessianFree.State> {
  /**
   * What is remembered.
   *
   * @param direction the last solution; never written; empty before the first step
   * @param damping λ, moved by the reduction ratio; 0 before the first step
   */
  record State(double[] direction, double damping) {}

  private static final double TOLERANCE = 1e-3;
  private static final double MEMORY = 0.95;
  private static final double ARMIJO = 0.01;
  private final About about;

  HessianFree(About about) {
    this.about = about;
  }

  @Override
  public About about() {
    return about;
  }

  @Override
  public String tex(Hyperparameters hyperparameters) {
    return "(G + \\lambda I)\\, d = -\\nabla L, \\quad \\theta \\leftarrow \\theta + \\alpha d";
  }

  @Override
  public List<Quantity> quantities() {
    return Directions.QUANTITIES;
  }

  @Override
  public Class<? extends Objective> needs() {
    return Probabilistic.class;
  }

  @Override
  public State init(double[] x, Hyperparameters h) {
    return new State(new double[x.length], h.get("damping"));
  }

  @Override
  public Step<State> update(Evaluation at, State state, Hyperparameters h, Objective objective) {
    Probabilistic model = Needs.likelihood(name(), objective);
    double damping = state.damping();
    double[] x = at.x();
    double[] start = Vectors.times(MEMORY, state.direction());
    double[] d =
        ProductSolver.solve(
            v -> Vectors.plus(model.gaussNewtonTimes(x, v), damping, v),
            Vectors.times(-1, at.gradient()),
            start,
            (int) h.get("cg_steps"),
            TOLERANCE);
    double slope = Vectors.dot(at.gradient(), d);
    if (slope >= 0) {
      d = Vectors.times(-1, at.gradient());
      slope = Vectors.dot(at.gradient(), d);
    }
    double predicted = slope + 0.5 * Vectors.dot(d, model.gaussNewtonTimes(x, d));
    double ratio = (model.value(Vectors.plus(x, 1, d)) - at.value()) / predicted;
    double length = backtrack(model, at, d, slope, h.get("learning_rate"));
    State next = new State(d, h.get("adapt") > 0 ? adapted(damping, ratio) : damping);
    return Directions.step(at, Vectors.times(-1, d), length, next);
  }

  /** Levenberg–Marquardt: less damping where the quadratic model was right, more where wrong. */
  private static double adapted(double damping, double ratio) {
    if (!(ratio >= 0.25)) {
      return damping * 1.5;
    }
    return ratio > 0.75 ? damping / 1.5 : damping;
  }

  private static double backtrack(
      Objective f, Evaluation at, double[] d, double slope, double first) {
    double length = first;
    for (int k = 0; k < 40; k++) {
      double value = f.value(Vectors.plus(at.x(), length, d));
      if (value <= at.value() + ARMIJO * length * slope) {
        return length;
      }
      length *= 0.5;
    }
    return 0;
  }
}
