package descent.plot;

import descent.objective.Box;

/**
 * An orthographic view of a box: turned about the vertical, then tilted.
 *
 * @param low value at the floor
 * @param high value at the ceiling
 */
record Projection(Box box, double low, double high, Size size) {
  private static final double TURN = Math.toRadians(-35);
  private static final double TILT = Math.toRadians(38);
  private static final double RISE = 0.8;

  /** Pixel x, pixel y, and depth, which grows towards the eye. */
  double[] at(double x, double y, double z) {
    double u = 2 * (x - box.x0()) / (box.x1() - box.x0()) - 1;
    double v = 2 * (y - box.y0()) / (box.y1() - box.y0()) - 1;
    double w = RISE * (2 * (z - low) / (high - low) - 1);
    double right = u * Math.cos(TURN) - v * Math.sin(TURN);
    double away = u * Math.sin(TURN) + v * Math.cos(TURN);
    double up = w * Math.cos(TILT) + away * Math.sin(TILT);
    double depth = w * Math.sin(TILT) - away * Math.cos(TILT);
    double scale = Math.min(size.width() / 2.84, size.height() / 2.44);
    return new double[] {size.width() / 2 + right * scale, size.height() / 2 - up * scale, depth};
  }
}
