package descent.model;

/**
 * A normal distribution as a point of the half-plane whose metric is its Fisher matrix: ds² = (dμ²
 * + 2dσ²)/σ².
 *
 * <p>S. Costa, S. Santos, J. Strapasson, 2015, doi:10.1016/j.dam.2014.10.004.
 *
 * @param mean μ
 * @param deviation σ, above 0
 */
public record Normal(double mean, double deviation) {
  private static final int BISECTIONS = 60;

  public Normal {
    if (!(deviation > 0) || !Double.isFinite(mean + deviation)) {
      throw new IllegalArgumentException(
          "a normal distribution needs a finite mean and a deviation above 0, got %s and %s"
              .formatted(mean, deviation));
    }
  }

  /** KL(this ‖ q) = ln(σ_q/σ) + (σ² + (μ − μ_q)²)/(2σ_q²) − ½. */
  public double divergence(Normal q) {
    double apart = mean - q.mean;
    return Math.log(q.deviation / deviation)
        + (deviation * deviation + apart * apart) / (2 * q.deviation * q.deviation)
        - 0.5;
  }

  /** The length of the geodesic: √2 arcosh(1 + (Δμ²/2 + Δσ²)/(2σ₁σ₂)). */
  public double distance(Normal to) {
    double across = to.mean - mean;
    double up = to.deviation - deviation;
    double excess = (across * across / 2 + up * up) / (2 * deviation * to.deviation);
    return Math.sqrt(2) * Math.log1p(excess + Math.sqrt(excess * (excess + 2)));
  }

  /** The length of the path that is straight in (μ, σ). */
  public double straightLength(Normal to) {
    double across = to.mean - mean;
    double up = to.deviation - deviation;
    double ratio = up / deviation;
    double slowness = Math.abs(ratio) < 1e-9 ? 1 / deviation : Math.log1p(ratio) / up;
    return Math.sqrt(across * across + 2 * up * up) * slowness;
  }

  /**
   * Points of the geodesic at equal distances: an arc of a half-ellipse (μ − c)²/2 + σ² = r² around
   * a point of the line σ = 0, or a vertical line.
   *
   * @param count at least 2
   * @return two rows, μ and σ
   */
  public double[][] geodesic(Normal to, int count) {
    double[][] points = new double[2][count];
    double from = mean / Math.sqrt(2);
    double across = to.mean / Math.sqrt(2) - from;
    double squares = to.deviation * to.deviation - deviation * deviation;
    boolean vertical = Math.abs(across) < 1e-9 * (deviation + to.deviation);
    double centre = vertical ? 0 : from + across / 2 + squares / (2 * across);
    double radius = Math.hypot(from - centre, deviation);
    double start = Math.log(Math.tan(Math.atan2(deviation, from - centre) / 2));
    double end = Math.log(Math.tan(Math.atan2(to.deviation, from + across - centre) / 2));
    for (int k = 0; k < count; k++) {
      double part = k / (count - 1.0);
      double angle = 2 * Math.atan(Math.exp(start + part * (end - start)));
      points[0][k] =
          vertical
              ? mean + part * (to.mean - mean)
              : Math.sqrt(2) * (centre + radius * Math.cos(angle));
      points[1][k] =
          vertical
              ? deviation * Math.pow(to.deviation / deviation, part)
              : radius * Math.sin(angle);
    }
    return points;
  }

  /** The largest σ on the geodesic. */
  public double apex(Normal to) {
    double largest = 0;
    for (double sigma : geodesic(to, 2001)[1]) {
      largest = Math.max(largest, sigma);
    }
    return largest;
  }

  /**
   * The closed curve of all q with KL(this ‖ q) = {@code level}: for each σ_q the two μ_q.
   *
   * @return two rows, μ and σ
   */
  public double[][] ball(double level, int count) {
    double low = root(level, Math.exp(-level - 1), 1);
    double high = root(level, Math.exp(level + 0.5), 1);
    double[][] ring = new double[2][count];
    for (int k = 0; k < count; k++) {
      double angle = 2 * Math.PI * k / (count - 1);
      double ratio = (low + high) / 2 - (high - low) / 2 * Math.cos(angle);
      double half = Math.sqrt(Math.max(0, width(level, ratio)));
      ring[0][k] = mean + Math.signum(Math.sin(angle)) * deviation * half;
      ring[1][k] = deviation * ratio;
    }
    return ring;
  }

  /** ((μ_q − μ)/σ)² on the curve where σ_q/σ = ratio; negative where the curve does not reach. */
  private static double width(double level, double ratio) {
    return 2 * ratio * ratio * (level + 0.5 - Math.log(ratio)) - 1;
  }

  private static double root(double level, double outside, double inside) {
    double out = outside;
    double in = inside;
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = (out + in) / 2;
      if (width(level, middle) < 0) {
        out = middle;
      } else {
        in = middle;
      }
    }
    return in;
  }
}
