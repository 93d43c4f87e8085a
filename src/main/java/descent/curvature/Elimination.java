package descent.curvature;

import java.util.Optional;

/**
 * What Gauss–Jordan elimination finds of a small square matrix.
 *
 * @param inverse rows first; empty if the matrix is singular but for rounding
 */
public record Elimination(double determinant, Optional<double[][]> inverse) {
  private static final double SINGULAR = 1e-13;

  /**
   * Eliminates with the largest pivot of each column.
   *
   * @param matrix n×n; not modified
   */
  public static Elimination of(double[][] matrix) {
    int n = matrix.length;
    double[][] rows = new double[n][2 * n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix[i], 0, rows[i], 0, n);
      rows[i][n + i] = 1;
      for (double entry : matrix[i]) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    double determinant = 1;
    for (int k = 0; k < n; k++) {
      int pivot = pivot(rows, k);
      determinant *= pivot == k ? rows[pivot][k] : -rows[pivot][k];
      if (!(Math.abs(rows[pivot][k]) > SINGULAR * largest)) {
        return new Elimination(0, Optional.empty());
      }
      double[] top = rows[pivot];
      rows[pivot] = rows[k];
      rows[k] = top;
      eliminate(rows, k);
    }
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(rows[i], n, inverse[i], 0, n);
    }
    return new Elimination(determinant, Optional.of(inverse));
  }

  private static int pivot(double[][] rows, int k) {
    int best = k;
    for (int i = k + 1; i < rows.length; i++) {
      best = Math.abs(rows[i][k]) > Math.abs(rows[best][k]) ? i : best;
    }
    return best;
  }

  /** Makes column {@code k} a unit vector. */
  private static void eliminate(double[][] rows, int k) {
    double scale = rows[k][k];
    for (int j = 0; j < rows[k].length; j++) {
      rows[k][j] /= scale;
    }
    for (int i = 0; i < rows.length; i++) {
      double factor = i == k ? 0 : rows[i][k];
      for (int j = 0; j < rows[i].length && factor != 0; j++) {
        rows[i][j] -= factor * rows[k][j];
      }
    }
  }
}
