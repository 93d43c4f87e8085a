package descent.linalg;

import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix A = Σ λₖ vₖ vₖᵀ.
 *
 * @param values ascending; never written
 * @param vectors row k has length one and belongs to value k, its largest entry positive; never
 *     written
 */
public record SymmetricEigen(double[] values, double[][] vectors) {
  /**
   * Decomposes in double.
   *
   * @param matrix n×n; not modified
   * @throws IllegalArgumentException if an entry is no finite number
   */
  public static SymmetricEigen of(double[][] matrix) {
    double[] entries = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    if (!Arrays.stream(entries).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("The matrix has an entry that is no finite number.");
    }
    int n = matrix.length;
    DenseAlgebra.Eigen eigen = new EjmlAlgebra().eigen(new DoubleMatrix(n, n, n, entries));
    double[][] vectors = new double[n][n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        vectors[k][i] = eigen.vectors().get(i, k);
      }
      point(vectors[k]);
    }
    return new SymmetricEigen(eigen.values(), vectors);
  }

  private static void point(double[] vector) {
    double largest = 0;
    for (double entry : vector) {
      largest = Math.abs(entry) > Math.abs(largest) + 1e-12 ? entry : largest;
    }
    for (int i = 0; largest < 0 && i < vector.length; i++) {
      vector[i] = 0 - vector[i];
    }
  }
}
