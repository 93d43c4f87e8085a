package descent.optimizer;

import static descent.optimizer.Hyperparameter.positive;

import descent.objective.Evaluation;
import descent.objective.Objective;
import descent.objective.TwiceDifferentiable;
import java.util.List;

/** The minimum of the quadratic model within a radius that grows and shrinks with its success. */
final class TrustRegion implements Optimizer<Double> {
  private static final double ACCEPT = 0.1;
  private static final double ROUNDING = 1e-14;
  private static final int HALVINGS = 200;
  private static final About ABOUT =
      About.of(
          "trust_region",
          "Trust-region Newton",
          "Minimizes the quadratic model within a radius, trusting it further when it was right.",
          "J. Nocedal, S. Wright, Numerical Optimization, 2006, chapter 4,"
              + " doi:10.1007/978-0-387-40065-5",
          positive(
              "radius", "first radius", "r", "r", 1, 0.01, 10, "How far the first step may go."),
          positive(
              "max_radius",
              "largest radius",
              "r_max",
              "r_{\\max}",
              10,
              0.1,
              100,
              "How far any step may go."));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public String tex(Hyperparameters h) {
    return "\\begin{aligned}m(s) &= g^\\top s + \\tfrac12 s^\\top H s \\\\ "
        + "s &\\leftarrow \\arg\\min_{\\|s\\| \\le r}\\; m(s) \\\\ "
        + "\\rho &\\leftarrow \\frac{L(\\theta) - L(\\theta + s)}{-m(s)} \\\\ "
        + "\\theta &\\leftarrow \\theta + s \\text{ if } \\rho > "
        + ACCEPT
        + " \\\\ r &\\leftarrow \\text{a quarter if } \\rho < \\tfrac14,"
        + " \\text{ twice if } \\rho > \\tfrac34 \\text{ and } \\|s\\| = r\\end{aligned}";
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(
        Curvature.EIGENVALUES,
        Quantity.number("radius", "r", "radius of trust").from(Origin.RENEWED),
        Quantity.number("ratio", "\\rho", "actual over predicted decrease").from(Origin.TRIED),
        Quantity.STEP);
  }

  @Override
  public Class<? extends Objective> needs() {
    return TwiceDifferentiable.class;
  }

  @Override
  public Double init(double[] x, Hyperparameters h) {
    return Math.min(h.get("radius"), h.get("max_radius"));
  }

  @Override
  public Step<Double> update(Evaluation at, Double radius, Hyperparameters h, Objective objective) {
    Curvature curvature = Curvature.of(this, at, objective);
    double[] step = step(curvature, radius);
    double predicted = predicted(curvature, step);
    double[] ahead = Vectors.plus(at.x(), 1, step);
    double ratio = (at.value() - objective.value(ahead)) / predicted;
    if (predicted <= ROUNDING * Math.max(1, Math.abs(at.value()))) {
      ratio = 1;
    }
    boolean accepted = ratio > ACCEPT;
    double next = radius;
    if (!(ratio >= 0.25)) {
      next = radius / 4;
    } else if (ratio > 0.75 && Vectors.norm(step) > 0.99 * radius) {
      next = Math.min(2 * radius, h.get("max_radius"));
    }
    int n = step.length;
    double shown = Double.isFinite(ratio) ? ratio : -1;
    double[] made = accepted ? step : new double[n];
    double[][] inner = {
      curvature.eigen().values(), Vectors.all(n, radius), Vectors.all(n, shown), made
    };
    return new Step<>(accepted ? ahead : at.x(), next, inner);
  }

  /** The minimum of the model in ‖s‖ ≤ radius: Newton's step, or that of the least shift. */
  static double[] step(Curvature curvature, double radius) {
    double least = curvature.eigen().values()[0];
    double low = Math.max(0, -least);
    double[] newton = curvature.step(value -> value + low);
    boolean inside = Vectors.norm(newton) <= radius;
    if (inside) {
      return least > 0 ? newton : toTheEdge(curvature, newton, radius);
    }
    double below = low;
    double above = low + Vectors.norm(curvature.gradient()) / radius;
    for (int i = 0; i < HALVINGS && below < above; i++) {
      double middle = (below + above) / 2;
      if (Vectors.norm(curvature.step(value -> value + middle)) > radius) {
        below = middle;
      } else if (above == middle) {
        break;
      } else {
        above = middle;
      }
    }
    double shift = above;
    return curvature.step(value -> value + shift);
  }

  /** On negative curvature the minimum is at the edge: goes there along its eigenvector. */
  private static double[] toTheEdge(Curvature curvature, double[] step, double radius) {
    if (curvature.eigen().values()[0] == 0) {
      return step;
    }
    double[] vector = curvature.eigen().vectors()[0];
    double far = Math.sqrt(Math.max(0, radius * radius - Vectors.dot(step, step)));
    return Vectors.plus(step, curvature.gradient()[0] > 0 ? -far : far, vector);
  }

  private static double predicted(Curvature curvature, double[] step) {
    double change = 0;
    for (int k = 0; k < step.length; k++) {
      double along = Vectors.dot(curvature.eigen().vectors()[k], step);
      change += curvature.gradient()[k] * along + curvature.eigen().values()[k] * along * along / 2;
    }
    return -change;
  }
}
