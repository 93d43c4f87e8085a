package descent.plot;

import descent.objective.Box;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * An orthographic view of a box: turned about the vertical, then tilted.
 *
 * @param low value at the floor
 * @param high value at the ceiling
 * @param centre pixel y of the middle of the box, before it is enlarged
 * @param enlarged about the middle of the picture
 */
record Projection(Box box, double low, double high, Size size, double centre, double enlarged) {
  private static final double TURN = Math.toRadians(-35);
  private static final double TILT = Math.toRadians(38);
  private static final double RISE = 0.8;

  private static final double FILLED = 0.94;

  Projection(Box box, double low, double high, Size size) {
    this(box, low, high, size, size.height() / 2, 1);
  }

  /** The same with these points, each x, y, z, inside the picture and in its middle. */
  Projection fitted(List<double[]> points) {
    DoubleSummaryStatistics heights =
        points.stream()
            .filter(point -> Arrays.stream(point).allMatch(Double::isFinite))
            .mapToDouble(point -> at(point[0], point[1], point[2])[1])
            .summaryStatistics();
    if (heights.getCount() == 0) {
      return this;
    }
    double extent = heights.getMax() - heights.getMin();
    double middle = (heights.getMax() + heights.getMin()) / 2;
    double factor = Math.min(1, FILLED * size.height() / extent);
    return new Projection(box, low, high, size, size.height() - middle, factor);
  }

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
    double height = centre - up * scale;
    return new double[] {
      size.width() / 2 + right * scale * enlarged,
      size.height() / 2 + (height - size.height() / 2) * enlarged,
      depth
    };
  }
}
