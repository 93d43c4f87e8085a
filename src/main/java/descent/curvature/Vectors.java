package descent.curvature;

import java.util.SplittableRandom;

/** Sums, products and random vectors. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** a ← a + α b. */
  static void add(double[] a, double alpha, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += alpha * b[i];
    }
  }

  /** a ← a / ‖a‖; returns ‖a‖. */
  static double normalize(double[] a) {
    double norm = Math.sqrt(dot(a, a));
    for (int i = 0; i < a.length && norm > 0; i++) {
      a[i] /= norm;
    }
    return norm;
  }

  /** Independent −1 or 1. */
  static double[] signs(int n, SplittableRandom random) {
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = random.nextBoolean() ? 1 : -1;
    }
    return v;
  }

  /** Independent standard normal numbers. */
  static double[] gaussian(int n, SplittableRandom random) {
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
      v[i] = radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
    return v;
  }
}
