package descent.plot;

import java.util.Arrays;
import java.util.List;

/** Polylines as SVG path data, with as few points as the eye needs. */
final class Polyline {
  private static final double TOLERANCE = 0.25;

  private Polyline() {}

  /** Closed rings as one path. */
  static String closed(List<double[]> rings, double tolerance) {
    StringBuilder path = new StringBuilder();
    for (double[] ring : rings) {
      if (ring.length >= 6) {
        append(path, simplify(ring, tolerance));
        path.append('Z');
      }
    }
    return path.toString();
  }

  /** An open line, true to a quarter of a pixel; it pauses where a coordinate is not finite. */
  static String open(double[] points) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    for (int i = 0; i <= points.length; i += 2) {
      boolean ends = i == points.length || !Double.isFinite(points[i] + points[i + 1]);
      if (ends) {
        append(path, simplify(Arrays.copyOfRange(points, from, i), TOLERANCE));
        from = i + 2;
      }
    }
    return path.toString();
  }

  /** Points to be drawn by round caps, each from the one before. */
  static String dots(List<double[]> points) {
    StringBuilder path = new StringBuilder();
    long x = 0;
    long y = 0;
    for (double[] point : points) {
      long dx = Math.round(point[0] * 10) - x;
      long dy = Math.round(point[1] * 10) - y;
      path.append('m').append(tenth(dx)).append(separator(dy)).append(tenth(dy)).append("h0");
      x += dx;
      y += dy;
    }
    return path.toString();
  }

  private static void append(StringBuilder path, double[] points) {
    long x = 0;
    long y = 0;
    for (int i = 0; i < points.length; i += 2) {
      long nextX = Math.round(points[i] * 10);
      long nextY = Math.round(points[i + 1] * 10);
      if (i == 0) {
        path.append('M').append(tenth(nextX)).append(' ').append(tenth(nextY));
      } else if (nextX != x || nextY != y) {
        path.append(i == 2 ? "l" : separator(nextX - x))
            .append(tenth(nextX - x))
            .append(separator(nextY - y))
            .append(tenth(nextY - y));
      }
      x = nextX;
      y = nextY;
    }
  }

  /** A minus sign separates as well as a space does. */
  private static String separator(long next) {
    return next < 0 ? "" : " ";
  }

  private static String tenth(long tenths) {
    String text = tenths % 10 == 0 ? "" + tenths / 10 : Double.toString(tenths / 10.0);
    return text.replaceFirst("^(-?)0\\.", "$1.");
  }

  /** Ramer–Douglas–Peucker: no dropped point lies further than {@code tolerance} from the line. */
  static double[] simplify(double[] points, double tolerance) {
    int count = points.length / 2;
    if (count < 3) {
      return points;
    }
    boolean[] keep = new boolean[count];
    keep[0] = true;
    keep[count - 1] = true;
    mark(points, 0, count - 1, tolerance, keep);
    double[] kept = new double[points.length];
    int size = 0;
    for (int i = 0; i < count; i++) {
      if (keep[i]) {
        kept[size++] = points[2 * i];
        kept[size++] = points[2 * i + 1];
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private static void mark(double[] points, int from, int to, double tolerance, boolean[] keep) {
    double worst = tolerance;
    int furthest = -1;
    for (int i = from + 1; i < to; i++) {
      double distance = distance(points, i, from, to);
      if (distance > worst) {
        worst = distance;
        furthest = i;
      }
    }
    if (furthest >= 0) {
      keep[furthest] = true;
      mark(points, from, furthest, tolerance, keep);
      mark(points, furthest, to, tolerance, keep);
    }
  }

  private static double distance(double[] points, int i, int from, int to) {
    double dx = points[2 * to] - points[2 * from];
    double dy = points[2 * to + 1] - points[2 * from + 1];
    double px = points[2 * i] - points[2 * from];
    double py = points[2 * i + 1] - points[2 * from + 1];
    double length = Math.hypot(dx, dy);
    double along = length == 0 ? 0 : (px * dx + py * dy) / length;
    return along <= 0
        ? Math.hypot(px, py)
        : along >= length ? Math.hypot(px - dx, py - dy) : Math.abs(px * dy - py * dx) / length;
  }
}
