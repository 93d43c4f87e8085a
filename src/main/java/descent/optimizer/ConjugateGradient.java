package descent.optimizer;

import static descent.optimizer.Hyperparameter.choice;
import static descent.optimizer.Hyperparameter.part;

import descent.objective.Evaluation;
import descent.objective.Objective;
import descent.objective.TwiceDifferentiable;
import java.util.List;

/** d ← −g + βd with a line search along d. */
final class ConjugateGradient implements Optimizer<ConjugateGradient.State> {
  private static final About ABOUT =
      About.of(
          "conjugate_gradient",
          "Conjugate gradients",
          "Searches along directions that do not undo each other's work.",
          "M. Hestenes, E. Stiefel, 1952, doi:10.6028/jres.049.044; E. Polak, G. Ribière, 1969;"
              + " R. Fletcher, C. Reeves, 1964, doi:10.1093/comjnl/7.2.149",
          choice(
              "formula",
              "formula for β",
              List.of("polak_ribiere", "fletcher_reeves", "hestenes_stiefel"),
              "How much of the last direction is kept."),
          part(
              "c2",
              "remaining slope",
              "c₂",
              "c_2",
              0.1,
              "The part of the slope that may remain at the end of a search."));

  /**
   * What is remembered.
   *
   * @param last the point before this one; empty before the first step
   * @param direction where the last step led; never written
   * @param length its length along the direction
   */
  record State(List<Evaluation> last, double[] direction, double length) {}

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public String tex(Hyperparameters h) {
    String beta =
        switch ((int) h.get("formula")) {
          case 0 -> "\\max\\left(0, \\frac{g^\\top (g - g_{t-1})}{\\|g_{t-1}\\|^2}\\right)";
          case 1 -> "\\frac{\\|g\\|^2}{\\|g_{t-1}\\|^2}";
          default -> "\\frac{g^\\top (g - g_{t-1})}{d^\\top (g - g_{t-1})}";
        };
    return "\\begin{aligned}g &\\leftarrow \\nabla L(\\theta) \\\\ \\beta &\\leftarrow "
        + beta
        + " \\\\ d &\\leftarrow -g + \\beta d \\\\ "
        + LineSearch.WOLFE_TEX
        + "\\theta &\\leftarrow \\theta + \\alpha d\\end{aligned}";
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(
        Quantity.number("beta", "\\beta", "part of the last direction that is kept")
            .from(Origin.MIXED),
        Quantity.DIRECTION.from(Origin.MIXED),
        Quantity.LENGTH,
        Quantity.STEP);
  }

  @Override
  public State init(double[] x, Hyperparameters h) {
    return new State(List.of(), new double[x.length], 0);
  }

  @Override
  public Step<State> update(Evaluation at, State state, Hyperparameters h, Objective objective) {
    double beta = beta(at, state, (int) h.get("formula"));
    double[] direction = Vectors.plus(Vectors.times(-1, at.gradient()), beta, state.direction());
    if (Vectors.dot(direction, at.gradient()) >= 0) {
      beta = 0;
      direction = Vectors.times(-1, at.gradient());
    }
    double length =
        at.gradientNorm() == 0
            ? 0
            : LineSearch.wolfe(
                objective,
                at,
                direction,
                first(at, direction, state, objective),
                1e-4,
                h.get("c2"));
    double[] step = Vectors.times(length, direction);
    int n = step.length;
    double[][] inner = {Vectors.all(n, beta), direction, Vectors.all(n, length), step};
    return new Step<>(
        Vectors.plus(at.x(), 1, step), new State(List.of(at), direction, length), inner);
  }

  private static double beta(Evaluation at, State state, int formula) {
    if (state.last().isEmpty()) {
      return 0;
    }
    double[] before = state.last().get(0).gradient();
    double[] change = Vectors.minus(at.gradient(), before);
    double above = Vectors.dot(at.gradient(), formula == 1 ? at.gradient() : change);
    double below = Vectors.dot(before, before);
    if (formula == 2) {
      below = Vectors.dot(state.direction(), change);
    }
    double beta = below == 0 ? 0 : above / below;
    return formula == 0 ? Math.max(0, beta) : beta;
  }

  /** The minimum of the quadratic model along the direction, or a guess from the last step. */
  private static double first(Evaluation at, double[] d, State state, Objective objective) {
    double slope = Vectors.dot(at.gradient(), d);
    if (objective instanceof TwiceDifferentiable twice) {
      double bend = Vectors.dot(d, twice.hessianTimes(at.x(), d));
      if (bend > 0) {
        return -slope / bend;
      }
    }
    if (state.last().isEmpty() || state.length() == 0) {
      return Math.min(1, 1 / Vectors.sumOfSizes(at.gradient()));
    }
    double before = Vectors.dot(state.last().get(0).gradient(), state.direction());
    return Math.min(10 * state.length(), state.length() * before / slope);
  }
}
