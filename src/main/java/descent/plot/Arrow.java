package descent.plot;

/** An arrow in a picture. */
final class Arrow {
  private static final double LEAST = 24;

  private Arrow() {}

  /**
   * Draws an arrow that begins at {@code from} along {@code way}, both pixels.
   *
   * @param toScale whether it is as long as {@code way}, but at least 24 px; else 24 px
   */
  static void draw(
      Svg svg, double[] from, double[] way, String colour, double wide, boolean toScale) {
    double length = Math.hypot(way[0], way[1]);
    if (!(length > 0) || Double.isInfinite(length)) {
      return;
    }
    double drawn = toScale ? Math.max(LEAST, length) : LEAST;
    double x = way[0] / length;
    double y = way[1] / length;
    double tipX = from[0] + drawn * x;
    double tipY = from[1] + drawn * y;
    double head = 3 + 1.6 * wide;
    double neckX = tipX - head * x;
    double neckY = tipY - head * y;
    String line = "M" + at(from[0], from[1]) + "L" + at(neckX, neckY);
    String left = at(neckX - head / 2 * y, neckY + head / 2 * x);
    String right = at(neckX + head / 2 * y, neckY - head / 2 * x);
    String tip = "M" + at(tipX, tipY) + "L" + left + "L" + right + "Z";
    svg.element("path", "d", line, "stroke", colour, "stroke-width", wide);
    svg.element("path", "d", tip, "stroke", "none", "fill", colour);
  }

  private static String at(double x, double y) {
    return px(x) + " " + px(y);
  }

  private static String px(double value) {
    return Svg.write(value);
  }
}
