package descent.optimizer;

import java.util.function.UnaryOperator;

/**
 * Solves A d = b for positive definite A from products A·v alone: M. Hestenes, E. Stiefel, 1952,
 * doi:10.6028/jres.049.044.
 */
final class ProductSolver {
  private ProductSolver() {}

  /**
   * At most {@code steps} steps from {@code start}, fewer when ‖A d − b‖ ≤ tolerance · ‖b‖ or when
   * a direction has no positive curvature.
   */
  static double[] solve(
      UnaryOperator<double[]> times, double[] b, double[] start, int steps, double tolerance) {
    double[] d = start.clone();
    double[] residual = Vectors.plus(b, -1, times.apply(d));
    double[] direction = residual.clone();
    double square = Vectors.dot(residual, residual);
    double enough = tolerance * tolerance * Vectors.dot(b, b);
    for (int k = 0; k < steps && square > enough; k++) {
      double[] image = times.apply(direction);
      double curvature = Vectors.dot(direction, image);
      if (!(curvature > 0)) {
        return d;
      }
      double length = square / curvature;
      d = Vectors.plus(d, length, direction);
      residual = Vectors.plus(residual, -length, image);
      double next = Vectors.dot(residual, residual);
      direction = Vectors.plus(residual, next / square, direction);
      square = next;
    }
    return d;
  }
}
