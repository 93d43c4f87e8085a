package descent.optimizer;

import java.util.Arrays;

/** Arithmetic on vectors as fresh arrays. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** Σ|aᵢ|. */
  static double sumOfSizes(double[] a) {
    return Arrays.stream(a).map(Math::abs).sum();
  }

  /** max|aᵢ|. */
  static double largest(double[] a) {
    return Arrays.stream(a).map(Math::abs).max().orElse(0);
  }

  /** a + s·b. */
  static double[] plus(double[] a, double s, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + s * b[i];
    }
    return sum;
  }

  static double[] minus(double[] a, double[] b) {
    return plus(a, -1, b);
  }

  static double[] times(double s, double[] a) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = s * a[i];
    }
    return product;
  }

  /** n times the same number. */
  static double[] all(int n, double value) {
    double[] row = new double[n];
    Arrays.fill(row, value);
    return row;
  }
}
