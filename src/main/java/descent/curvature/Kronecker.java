package descent.curvature;

/** Kronecker products of matrices given as rows; nothing is modified. */
public final class Kronecker {
  private static final int LARGEST = 4000;

  private Kronecker() {}

  /**
   * A ⊗ B: block (i, j) is aᵢⱼ B.
   *
   * @throws IllegalArgumentException if the product would be too large to show
   */
  public static double[][] product(double[][] a, double[][] b) {
    int rows = Math.multiplyExact(a.length, b.length);
    int columns = Math.multiplyExact(a[0].length, b[0].length);
    if (rows > LARGEST || columns > LARGEST) {
      throw new IllegalArgumentException(
          "a Kronecker product of %d × %d is too large; at most %d"
              .formatted(rows, columns, LARGEST));
    }
    double[][] out = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        out[i][j] = a[i / b.length][j / b[0].length] * b[i % b.length][j % b[0].length];
      }
    }
    return out;
  }

  /** ‖A − B‖ / ‖B‖ with the Frobenius norm. */
  public static double relativeError(double[][] a, double[][] b) {
    double difference = 0;
    double size = 0;
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < b[i].length; j++) {
        difference += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
        size += b[i][j] * b[i][j];
      }
    }
    return Math.sqrt(difference / size);
  }

  /** Σᵢ aᵢᵢ. */
  public static double trace(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i][i];
    }
    return sum;
  }
}
