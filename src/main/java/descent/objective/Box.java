package descent.objective;

/**
 * The part of the plane that a picture shows: {@code [x0, x1] × [y0, y1]}; of a 1-D objective only
 * the first interval is used for x, the second for values.
 */
public record Box(double x0, double x1, double y0, double y1) {
  public Box {
    if (!(x0 < x1 && y0 < y1 && Double.isFinite(x1 - x0) && Double.isFinite(y1 - y0))) {
      throw new IllegalArgumentException(
          "a box needs x0 < x1 and y0 < y1, got %s,%s,%s,%s".formatted(x0, x1, y0, y1));
    }
  }
}
