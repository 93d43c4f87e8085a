package descent.model;

/**
 * A point of a sphere of radius one, whose metric in radians is ds² = dφ² + cos²φ dλ².
 *
 * @param longitude λ in degrees, from −180 to 180
 * @param latitude φ in degrees, from −90 to 90
 */
public record SpherePoint(double longitude, double latitude) {
  private static final int PIECES = 400;

  public SpherePoint {
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException(
          "a longitude is from -180 to 180 and a latitude from -90 to 90, got %s and %s"
              .formatted(longitude, latitude));
    }
  }

  /** The unit vector (cos φ cos λ, cos φ sin λ, sin φ). */
  public double[] vector() {
    double up = Math.toRadians(latitude);
    double round = Math.toRadians(longitude);
    return new double[] {
      Math.cos(up) * Math.cos(round), Math.cos(up) * Math.sin(round), Math.sin(up)
    };
  }

  /** The unit vectors to the east and to the north, which span the tangent plane. */
  public double[][] tangents() {
    double up = Math.toRadians(latitude);
    double round = Math.toRadians(longitude);
    return new double[][] {
      {-Math.sin(round), Math.cos(round), 0},
      {-Math.sin(up) * Math.cos(round), -Math.sin(up) * Math.sin(round), Math.cos(up)}
    };
  }

  /** The unit tangent of the great circle to another point; to the north if all ways are equal. */
  public double[] direction(SpherePoint to) {
    double[] a = vector();
    double[] b = to.vector();
    double across = dot(a, b);
    double[] way = {b[0] - across * a[0], b[1] - across * a[1], b[2] - across * a[2]};
    double length = Math.sqrt(dot(way, way));
    return length < 1e-12
        ? tangents()[1]
        : new double[] {way[0] / length, way[1] / length, way[2] / length};
  }

  /** The angle between the two vectors, which is the length of the geodesic. */
  public double distance(SpherePoint to) {
    double[] b = to.vector();
    return Math.atan2(dot(direction(to), b), dot(vector(), b));
  }

  /** The length of the path that is straight in longitude and latitude, by the midpoint rule. */
  public double straightLength(SpherePoint to) {
    double across = Math.toRadians(to.longitude - longitude);
    double up = Math.toRadians(to.latitude - latitude);
    double sum = 0;
    for (int k = 0; k < PIECES; k++) {
      double at = Math.toRadians(latitude) + up * (k + 0.5) / PIECES;
      sum += Math.hypot(up, Math.cos(at) * across) / PIECES;
    }
    return sum;
  }

  /**
   * Points of the great circle at equal distances.
   *
   * @param count at least 2
   */
  public SpherePoint[] geodesic(SpherePoint to, int count) {
    double[] a = vector();
    double[] way = direction(to);
    double whole = distance(to);
    SpherePoint[] points = new SpherePoint[count];
    for (int k = 0; k < count; k++) {
      double angle = whole * k / (count - 1);
      double x = Math.cos(angle) * a[0] + Math.sin(angle) * way[0];
      double y = Math.cos(angle) * a[1] + Math.sin(angle) * way[1];
      double z = Math.cos(angle) * a[2] + Math.sin(angle) * way[2];
      points[k] =
          new SpherePoint(
              Math.toDegrees(Math.atan2(y, x)), Math.toDegrees(Math.atan2(z, Math.hypot(x, y))));
    }
    return points;
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
