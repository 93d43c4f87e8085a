package descent.model;

import descent.linalg.DenseAlgebra;
import descent.linalg.Matrix;

/**
 * Standardization of each column over a batch, x = (h − mean h)/s with s² = var h + 1e-5, and its
 * derivatives; the Jacobian J = (I − 11ᵀ/B − xxᵀ/B)/s of a column is symmetric.
 */
final class Normalization {
  private static final double FLOOR = 1e-5;
  private final DenseAlgebra algebra;
  private final Matrix ones;
  private final Matrix inverse;
  private final Matrix x;

  /** For columns whose standardized values will be in {@code x}. */
  Normalization(DenseAlgebra algebra, Matrix x) {
    this.algebra = algebra;
    this.x = x;
    ones = algebra.zeros(x.rows(), 1);
    ones.fill(1);
    inverse = algebra.zeros(1, x.columns());
  }

  /** x ← standardized {@code h}. */
  void forward(Matrix h) {
    x.copy(h);
    spread(-1, mean(h), x);
    Matrix square = x.copy();
    square.multiplyElements(x);
    Matrix variance = mean(square);
    for (int j = 0; j < x.columns(); j++) {
      inverse.set(0, j, 1 / Math.sqrt(variance.get(0, j) + FLOOR));
    }
    x.multiplyElements(spread(inverse));
  }

  /** v ← J v, for tangents and for gradients alike. */
  void derivative(Matrix v) {
    Matrix slope = mean(product(v, x));
    spread(-1, mean(v), v);
    Matrix part = spread(slope);
    part.multiplyElements(x);
    v.addScaled(-1, part);
    v.multiplyElements(spread(inverse));
  }

  /**
   * The change of J g when h moves along a tangent.
   *
   * @param g before J
   * @param jacobianG J g
   * @param tangentX J times the tangent of h
   * @param tangent of h
   * @return (∂J) g, new
   */
  Matrix change(Matrix g, Matrix jacobianG, Matrix tangentX, Matrix tangent) {
    Matrix stretch = mean(product(x, tangent));
    stretch.multiplyElements(inverse);
    Matrix out = spread(stretch);
    out.multiplyElements(jacobianG);
    out.scale(-1);
    Matrix first = spread(mean(product(g, x)));
    first.multiplyElements(tangentX);
    Matrix second = spread(mean(product(g, tangentX)));
    second.multiplyElements(x);
    first.addScaled(1, second);
    first.multiplyElements(spread(inverse));
    out.addScaled(-1, first);
    return out;
  }

  private static Matrix product(Matrix a, Matrix b) {
    Matrix product = a.copy();
    product.multiplyElements(b);
    return product;
  }

  private Matrix mean(Matrix a) {
    Matrix mean = algebra.zeros(1, a.columns());
    algebra.multiply(true, false, 1.0 / a.rows(), ones, a, 0, mean);
    return mean;
  }

  private Matrix spread(Matrix row) {
    Matrix out = algebra.zeros(x.rows(), x.columns());
    spread(1, row, out);
    return out;
  }

  private void spread(double alpha, Matrix row, Matrix out) {
    algebra.multiply(false, false, alpha, ones, row, 1, out);
  }
}
