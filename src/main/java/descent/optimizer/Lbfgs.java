package descent.optimizer;

import static descent.optimizer.Hyperparameter.choice;
import static descent.optimizer.Hyperparameter.count;

import descent.objective.Evaluation;
import descent.objective.LayerSizes;
import descent.objective.Objective;
import java.util.ArrayList;
import java.util.List;

/** Newton's direction from the last few steps and changes of the gradient. */
final class Lbfgs implements Optimizer<Lbfgs.State> {
  private static final double LEAST_CURVATURE = 1e-10;
  private static final About ABOUT =
      About.of(
          "lbfgs",
          "L-BFGS",
          "Builds Newton's direction from the last steps and how they changed the gradient.",
          "D. C. Liu, J. Nocedal, 1989, doi:10.1007/BF01589116",
          Hyperparameter.learningRate(1, "The length tried first, in steps of the model."),
          count("history", "history", "m", 10, 50, "How many steps are remembered."),
          choice(
              "line_search",
              "line search",
              List.of("wolfe", "none"),
              "How the length of a step is found."));

  /** A step and how it changed the gradient; never written. */
  record Pair(double[] step, double[] change) {
    double curvature() {
      return Vectors.dot(step, change);
    }
  }

  /**
   * What is remembered.
   *
   * @param last the point before this one; empty before the first step
   * @param pairs oldest first
   */
  record State(List<Evaluation> last, List<Pair> pairs) {}

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public String tex(Hyperparameters h) {
    return "\\begin{aligned}g &\\leftarrow \\nabla L(\\theta) \\\\ "
        + "B &\\leftarrow \\text{BFGS}\\,(s_i, y_i)_{i \\le m} \\approx H^{-1} \\\\ "
        + (h.get("line_search") == 0
            ? LineSearch.WOLFE_TEX + "\\theta &\\leftarrow \\theta - \\alpha\\, B g\\end{aligned}"
            : "\\theta &\\leftarrow \\theta - \\eta\\, B g\\end{aligned}");
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(Quantity.DIRECTION.from(Origin.MIXED), Quantity.LENGTH, Quantity.STEP);
  }

  @Override
  public long numbers(LayerSizes sizes, Hyperparameters h) {
    return sizes.weights() * (8 + 2 * (long) h.get("history"));
  }

  @Override
  public State init(double[] x, Hyperparameters h) {
    return new State(List.of(), List.of());
  }

  @Override
  public Step<State> update(Evaluation at, State state, Hyperparameters h, Objective objective) {
    List<Pair> pairs = pairs(at, state, (int) h.get("history"));
    double[] direction = direction(at.gradient(), pairs);
    if (Vectors.dot(direction, at.gradient()) >= 0) {
      pairs = List.of();
      direction = Vectors.times(-1, at.gradient());
    }
    double first = h.get("learning_rate");
    if (state.last().isEmpty()) {
      first *= Math.min(1, 1 / Vectors.sumOfSizes(at.gradient()));
    }
    double length =
        h.get("line_search") == 0 && at.gradientNorm() > 0
            ? LineSearch.wolfe(objective, at, direction, first, 1e-4, 0.9)
            : first;
    return Step.along(at, direction, length, new State(List.of(at), pairs));
  }

  private static List<Pair> pairs(Evaluation at, State state, int history) {
    if (state.last().isEmpty()) {
      return List.of();
    }
    Evaluation last = state.last().get(0);
    Pair pair =
        new Pair(Vectors.minus(at.x(), last.x()), Vectors.minus(at.gradient(), last.gradient()));
    if (pair.curvature() <= LEAST_CURVATURE) {
      return state.pairs();
    }
    List<Pair> pairs = new ArrayList<>(state.pairs());
    pairs.add(pair);
    return List.copyOf(pairs.subList(Math.max(0, pairs.size() - history), pairs.size()));
  }

  /** −B·g by the two loops over the pairs. */
  private static double[] direction(double[] gradient, List<Pair> pairs) {
    double[] q = Vectors.times(-1, gradient);
    double[] weights = new double[pairs.size()];
    for (int i = pairs.size() - 1; i >= 0; i--) {
      Pair pair = pairs.get(i);
      weights[i] = Vectors.dot(pair.step(), q) / pair.curvature();
      q = Vectors.plus(q, -weights[i], pair.change());
    }
    if (!pairs.isEmpty()) {
      Pair newest = pairs.get(pairs.size() - 1);
      q = Vectors.times(newest.curvature() / Vectors.dot(newest.change(), newest.change()), q);
    }
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      double back = Vectors.dot(pair.change(), q) / pair.curvature();
      q = Vectors.plus(q, weights[i] - back, pair.step());
    }
    return q;
  }
}
