package descent.optimizer;

import descent.objective.Evaluation;
import descent.objective.Objective;

/**
 * How far to go along a descent direction.
 *
 * <p>{@link #armijo} halves until the loss falls enough; {@link #wolfe} also wants the slope to
 * have become flat, by bracketing a minimum and cubic interpolation (J. Nocedal, S. Wright,
 * Numerical Optimization, 2006, algorithms 3.5 and 3.6, doi:10.1007/978-0-387-40065-5).
 */
final class LineSearch {
  /** The length of a step, as a line of TeX. */
  static final String WOLFE_TEX = "\\alpha &: \\text{strong Wolfe conditions along the step} \\\\ ";

  private static final int MAX_TRIALS = 25;
  private static final double SHORTEST = 1e-9;

  /** A length t with φ(t) = f(x + t·d) and φ′(t). */
  record Trial(double length, double value, double slope) {}

  private final Objective objective;
  private final double[] x;
  private final double[] direction;
  private final Trial start;
  private final double decrease;
  private final double curvature;
  private int trials;

  private LineSearch(
      Objective objective, Evaluation at, double[] direction, double decrease, double curvature) {
    this.objective = objective;
    this.x = at.x();
    this.direction = direction;
    this.decrease = decrease;
    this.curvature = curvature;
    start = new Trial(0, at.value(), Vectors.dot(at.gradient(), direction));
  }

  /**
   * The first of {@code first}, {@code first·shrink}, … with f(x + t·d) ≤ f(x) + decrease·t·∇f·d; 0
   * if none of 60 is.
   */
  static double armijo(
      Objective f, Evaluation at, double[] d, double first, double shrink, double decrease) {
    double slope = Vectors.dot(at.gradient(), d);
    double length = first;
    for (int trial = 0; trial < 60; trial++) {
      double value = f.value(Vectors.plus(at.x(), length, d));
      if (value <= at.value() + decrease * length * slope) {
        return length;
      }
      length *= shrink;
    }
    return 0;
  }

  /**
   * A length with f(x + t·d) ≤ f(x) + decrease·t·∇f(x)·d and |∇f(x + t·d)·d| ≤ curvature·|∇f(x)·d|,
   * or the best of 25 trials.
   */
  static double wolfe(
      Objective f, Evaluation at, double[] d, double first, double decrease, double curvature) {
    return new LineSearch(f, at, d, decrease, curvature).search(first);
  }

  private double search(double first) {
    Trial before = start;
    Trial trial = trial(first);
    while (trials < MAX_TRIALS) {
      boolean higher = trials > 2 && trial.value >= before.value;
      if (!isFinite(trial) || isTooHigh(trial) || higher) {
        return zoom(before, trial);
      }
      if (isFlat(trial)) {
        return trial.length;
      }
      if (trial.slope >= 0) {
        return zoom(before, trial);
      }
      double least = trial.length + 0.01 * (trial.length - before.length);
      double next = minimumOfCubic(before, trial, least, 10 * trial.length);
      before = trial;
      trial = trial(next);
    }
    return zoom(start, trial);
  }

  private double zoom(Trial one, Trial other) {
    boolean ordered = one.value <= other.value || !isFinite(other);
    Trial low = ordered ? one : other;
    Trial high = ordered ? other : one;
    boolean stuck = false;
    while (trials < MAX_TRIALS) {
      double left = Math.min(low.length, high.length);
      double right = Math.max(low.length, high.length);
      if ((right - left) * Vectors.largest(direction) < SHORTEST) {
        break;
      }
      double length = between(low, high, left, right);
      double margin = 0.1 * (right - left);
      boolean near = Math.min(right - length, length - left) < margin;
      if (near && (stuck || length >= right || length <= left)) {
        length = right - length < length - left ? right - margin : left + margin;
        stuck = false;
      } else {
        stuck = near;
      }
      Trial trial = trial(length);
      if (!isFinite(trial) || isTooHigh(trial) || trial.value >= low.value) {
        high = trial;
      } else if (isFlat(trial)) {
        return length;
      } else {
        high = trial.slope * (high.length - low.length) >= 0 ? low : high;
        low = trial;
      }
    }
    return low.length;
  }

  private static double between(Trial low, Trial high, double left, double right) {
    if (!isFinite(high)) {
      return (left + right) / 2;
    }
    return low.length <= high.length
        ? minimumOfCubic(low, high, left, right)
        : minimumOfCubic(high, low, left, right);
  }

  /** The minimum of the cubic through two trials, {@code a} the shorter, kept in [least, most]. */
  private static double minimumOfCubic(Trial a, Trial b, double least, double most) {
    double mean = a.slope + b.slope - 3 * (a.value - b.value) / (a.length - b.length);
    double square = mean * mean - a.slope * b.slope;
    if (!(square >= 0)) {
      return (least + most) / 2;
    }
    double root = Math.sqrt(square);
    double part = (b.slope + root - mean) / (b.slope - a.slope + 2 * root);
    double at = b.length - (b.length - a.length) * part;
    return Double.isNaN(at) ? (least + most) / 2 : Math.min(Math.max(at, least), most);
  }

  private boolean isTooHigh(Trial trial) {
    return trial.value > start.value + decrease * trial.length * start.slope;
  }

  private boolean isFlat(Trial trial) {
    return Math.abs(trial.slope) <= -curvature * start.slope;
  }

  private static boolean isFinite(Trial trial) {
    return Double.isFinite(trial.value) && Double.isFinite(trial.slope);
  }

  private Trial trial(double length) {
    trials++;
    Evaluation at = objective.at(Vectors.plus(x, length, direction));
    return new Trial(length, at.value(), Vectors.dot(at.gradient(), direction));
  }
}
