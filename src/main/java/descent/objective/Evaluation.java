package descent.objective;

/**
 * What an objective says at one point.
 *
 * @param x the point, n coordinates; never written
 * @param value f(x)
 * @param gradient ∇f(x), n coordinates; never written
 */
public record Evaluation(double[] x, double value, double[] gradient) {
  /** ‖∇f(x)‖₂. */
  public double gradientNorm() {
    double sum = 0;
    for (double g : gradient) {
      sum += g * g;
    }
    return Math.sqrt(sum);
  }

  /** Whether the value and every coordinate of the gradient is a finite number. */
  public boolean isFinite() {
    return Double.isFinite(value) && Double.isFinite(gradientNorm());
  }
}
