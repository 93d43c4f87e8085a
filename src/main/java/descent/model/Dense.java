package descent.model;

/** Guards and mends n×n matrices. */
final class Dense {
  private static final int LARGEST = 4000;

  private Dense() {}

  /** Refuses a matrix that would not fit. */
  static void check(int n) {
    if (n > LARGEST) {
      throw new IllegalArgumentException(
          "a dense %d × %d matrix is too large; at most %d parameters (use products instead)"
              .formatted(n, n, LARGEST));
    }
  }

  /** (A + Aᵀ)/2, in place. */
  static double[][] symmetric(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        double mean = 0.5 * (a[i][j] + a[j][i]);
        a[i][j] = mean;
        a[j][i] = mean;
      }
    }
    return a;
  }
}
