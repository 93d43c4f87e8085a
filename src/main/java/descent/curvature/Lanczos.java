package descent.curvature;

import descent.linalg.SymmetricEigen;
import java.util.ArrayList;
import java.util.List;

/**
 * The Krylov space of a symmetric operator: A Q ≈ Q T with orthonormal Q and tridiagonal T, whose
 * eigenvalues approach the outermost ones of A: C. Lanczos, 1950, doi:10.6028/jres.045.026.
 *
 * <p>Every new vector is orthogonalized twice against all before it. Immutable.
 */
public final class Lanczos {
  private static final double BREAKDOWN = 1e-12;
  private final List<double[]> basis;
  private final SymmetricEigen ritz;

  private Lanczos(List<double[]> basis, SymmetricEigen ritz) {
    this.basis = basis;
    this.ritz = ritz;
  }

  /**
   * At most {@code steps} steps from {@code start}, fewer when an invariant space is complete.
   *
   * @param start n numbers, not all zero; not modified
   */
  public static Lanczos run(Operator a, double[] start, int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("Lanczos needs at least 1 step, got " + steps);
    }
    List<double[]> basis = new ArrayList<>();
    List<Double> diagonal = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    double[] q = start.clone();
    if (Vectors.normalize(q) == 0) {
      throw new IllegalArgumentException("Lanczos cannot start from the zero vector");
    }
    double scale = 0;
    for (int k = 0; k < Math.min(steps, a.dimension()); k++) {
      basis.add(q);
      double[] next = a.apply(q).clone();
      diagonal.add(Vectors.dot(q, next));
      orthogonalize(next, basis);
      orthogonalize(next, basis);
      double norm = Vectors.normalize(next);
      scale = Math.max(scale, Math.abs(diagonal.get(k)) + norm);
      if (norm <= BREAKDOWN * scale) {
        break;
      }
      beside.add(norm);
      q = next;
    }
    return new Lanczos(basis, SymmetricEigen.of(tridiagonal(diagonal, beside)));
  }

  private static void orthogonalize(double[] v, List<double[]> basis) {
    for (double[] q : basis) {
      Vectors.add(v, -Vectors.dot(q, v), q);
    }
  }

  private static double[][] tridiagonal(List<Double> diagonal, List<Double> beside) {
    int m = diagonal.size();
    double[][] t = new double[m][m];
    for (int k = 0; k < m; k++) {
      t[k][k] = diagonal.get(k);
      if (k + 1 < m) {
        t[k][k + 1] = beside.get(k);
        t[k + 1][k] = beside.get(k);
      }
    }
    return t;
  }

  /** The eigenvalues of T, ascending. */
  public double[] values() {
    return ritz.values().clone();
  }

  /** The squared first components of T's eigenvectors: Gauss quadrature weights, which sum to 1. */
  public double[] weights() {
    double[] weights = new double[basis.size()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = ritz.vectors()[k][0] * ritz.vectors()[k][0];
    }
    return weights;
  }

  /** The approximate eigenvector for value {@code k}, of length one. */
  public double[] vector(int k) {
    double[] vector = new double[basis.get(0).length];
    for (int j = 0; j < basis.size(); j++) {
      Vectors.add(vector, ritz.vectors()[k][j], basis.get(j));
    }
    return vector;
  }
}
