package descent.objective;

import java.util.Arrays;

/** A way to measure how long a direction is; immutable, never keeps or writes an array given. */
public sealed interface Norm {
  /** ‖d‖. */
  double length(double[] d);

  /**
   * The d with ‖d‖ ≤ 1 for which gᵀd is least; then −gᵀd is the dual norm of g. NaN where g = 0.
   *
   * @param g a gradient
   */
  double[] steepest(double[] g);

  /** √Σ dᵢ². */
  record Euclidean() implements Norm {
    @Override
    public double length(double[] d) {
      return Math.sqrt(product(d, d));
    }

    @Override
    public double[] steepest(double[] g) {
      return scaled(g, -1 / length(g));
    }
  }

  /** max |dᵢ|: every coordinate may move as far. */
  record Largest() implements Norm {
    @Override
    public double length(double[] d) {
      return Arrays.stream(d).map(Math::abs).max().orElse(0);
    }

    @Override
    public double[] steepest(double[] g) {
      double undefined = length(g) > 0 ? 0 : Double.NaN;
      return Arrays.stream(g).map(slope -> undefined - Math.signum(slope)).toArray();
    }
  }

  /** Σ |dᵢ|: all of the length goes where the slope is largest. */
  record Sum() implements Norm {
    @Override
    public double length(double[] d) {
      return Arrays.stream(d).map(Math::abs).sum();
    }

    @Override
    public double[] steepest(double[] g) {
      int most = 0;
      for (int i = 1; i < g.length; i++) {
        most = Math.abs(g[i]) > Math.abs(g[most]) ? i : most;
      }
      double[] d = new double[g.length];
      d[most] = g[most] == 0 ? Double.NaN : -Math.signum(g[most]);
      return d;
    }
  }

  /**
   * √(dᵀGd) in the plane.
   *
   * @param matrix G, 2×2, symmetric and positive definite; never written
   */
  record Quadratic(double[][] matrix) implements Norm {
    @Override
    public double length(double[] d) {
      return Math.sqrt(product(d, new double[] {product(matrix[0], d), product(matrix[1], d)}));
    }

    @Override
    public double[] steepest(double[] g) {
      double determinant = matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0];
      double[] solved = {
        (matrix[1][1] * g[0] - matrix[0][1] * g[1]) / determinant,
        (matrix[0][0] * g[1] - matrix[1][0] * g[0]) / determinant
      };
      return scaled(solved, -1 / Math.sqrt(product(g, solved)));
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] scaled(double[] vector, double factor) {
    return Arrays.stream(vector).map(entry -> factor * entry).toArray();
  }
}
