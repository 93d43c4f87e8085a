package descent.curvature;

import descent.linalg.SymmetricEigen;

/** The curve of displacements δ in the plane with ½δᵀMδ = ε; immutable. */
public final class QuadraticLevel {
  private QuadraticLevel() {}

  /**
   * Points of the curve around the origin: an ellipse, closed, if M is positive definite, else what
   * is left of it, with NaN in the directions in which the form is not positive.
   *
   * @param m symmetric 2×2, finite
   * @param level ε above 0
   * @param count how many points
   * @return two rows, the coordinates
   */
  public static double[][] points(double[][] m, double level, int count) {
    SymmetricEigen eigen = SymmetricEigen.of(m);
    boolean isEllipse = eigen.values()[0] > 1e-12 * Math.abs(eigen.values()[1]);
    double[][] points = new double[2][count];
    for (int k = 0; k < count; k++) {
      double angle = 2 * Math.PI * k / (count - 1);
      double[] along = {Math.cos(angle), Math.sin(angle)};
      for (int i = 0; i < 2; i++) {
        double scale = isEllipse ? axis(eigen.values()[i], level) : radius(eigen, along, level);
        for (int j = 0; j < 2; j++) {
          points[j][k] += scale * along[i] * eigen.vectors()[i][j];
        }
      }
    }
    return points;
  }

  /** Half an axis: √(2ε/λ). */
  private static double axis(double eigenvalue, double level) {
    return Math.sqrt(2 * level / eigenvalue);
  }

  private static double radius(SymmetricEigen eigen, double[] along, double level) {
    double[] values = eigen.values();
    double form = values[0] * along[0] * along[0] + values[1] * along[1] * along[1];
    return form > 0 ? axis(form, level) : Double.NaN;
  }
}
