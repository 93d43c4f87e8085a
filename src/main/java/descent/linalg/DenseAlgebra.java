package descent.linalg;

import java.util.Optional;

/**
 * The dense kernels, on matrices of one precision; implementations are thread-safe and check every
 * size before they compute.
 */
public interface DenseAlgebra {
  /** A short name for people: {@code EJML} or {@code OpenBLAS}. */
  String name();

  /** The precision of the matrices that {@link #zeros} makes. */
  Precision precision();

  /** A new matrix of zeros. */
  default Matrix zeros(int rows, int columns) {
    return precision().zeros(rows, columns);
  }

  /**
   * C ← α op(A) op(B) + β C, where op transposes if its flag is set.
   *
   * @throws IllegalArgumentException if the shapes do not fit
   */
  void multiply(
      boolean transposeA,
      boolean transposeB,
      double alpha,
      Matrix a,
      Matrix b,
      double beta,
      Matrix c);

  /** C ← α AᵀA + β C, both triangles; C is symmetric before. */
  void gram(double alpha, Matrix a, double beta, Matrix c);

  /** The Cholesky factorization of symmetric A, or nothing if A is not positive definite. */
  Optional<Cholesky> cholesky(Matrix a);

  /** The eigenvalues of symmetric A, ascending. */
  double[] eigenvalues(Matrix a);

  /** The eigenvalues and eigenvectors of symmetric A. */
  Eigen eigen(Matrix a);

  /** A = LLᵀ; immutable. */
  interface Cholesky {
    /** The solution X of A X = B, as a new matrix. */
    Matrix solve(Matrix b);

    /** A⁻¹, both triangles, as a new matrix. */
    Matrix inverse();
  }

  /**
   * A = V diag(values) Vᵀ.
   *
   * @param values ascending
   * @param vectors column k belongs to value k; in double
   */
  record Eigen(double[] values, Matrix vectors) {}
}
