package descent.model;

/**
 * Gauss–Legendre quadrature on [−1, 1]: Σ wₖ f(xₖ) = ∫ f for polynomials up to degree 2n − 1.
 *
 * @param nodes xₖ, descending; never written
 * @param weights wₖ, which sum to 2; never written
 */
public record Quadrature(double[] nodes, double[] weights) {
  private static final int NEWTON_STEPS = 12;

  /** The rule with {@code n} nodes, the zeros of the Legendre polynomial Pₙ. */
  public static Quadrature of(int n) {
    double[] nodes = new double[n];
    double[] weights = new double[n];
    for (int k = 0; k < n; k++) {
      double x = Math.cos(Math.PI * (k + 0.75) / (n + 0.5));
      for (int step = 0; step < NEWTON_STEPS; step++) {
        x -= legendre(n, x)[n] / slope(n, x);
      }
      nodes[k] = x;
      weights[k] = 2 / ((1 - x * x) * slope(n, x) * slope(n, x));
    }
    return new Quadrature(nodes, weights);
  }

  /** P₀(x) … Pₙ(x) by their recurrence. */
  public static double[] legendre(int n, double x) {
    double[] p = new double[n + 1];
    p[0] = 1;
    for (int k = 1; k <= n; k++) {
      double before = k > 1 ? p[k - 2] : 0;
      p[k] = ((2 * k - 1) * x * p[k - 1] - (k - 1) * before) / k;
    }
    return p;
  }

  /** Pₙ′(x) inside (−1, 1). */
  private static double slope(int n, double x) {
    double[] p = legendre(n, x);
    return n * (x * p[n] - p[n - 1]) / (x * x - 1);
  }
}
