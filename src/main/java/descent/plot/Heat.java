package descent.plot;

/** Numbers as a field of coloured cells, signed about zero. */
final class Heat {
  private static final int LEVELS = 10;

  private Heat() {}

  /**
   * Draws the cells, each colour as one line of width one along all its runs; a run is given from
   * the end of the one before, which makes many cells small to send.
   *
   * @param values rows from the top; NaN stays empty
   * @param most what the strongest colour means
   * @param transform of a picture in which a cell has side one
   */
  static void draw(Svg svg, double[][] values, double most, String transform, Palette palette) {
    svg.open(
        "g",
        "transform",
        transform + " translate(0 .5)",
        "fill",
        "none",
        "shape-rendering",
        "crispEdges");
    for (int level = -LEVELS; level <= LEVELS; level++) {
      String path = level == 0 ? "" : runs(values, most, level);
      if (!path.isEmpty()) {
        svg.element("path", "d", path, "stroke", palette.signed(level / (double) LEVELS));
      }
    }
    svg.close("g");
  }

  private static String runs(double[][] values, double most, int level) {
    StringBuilder path = new StringBuilder();
    int atRow = 0;
    int atColumn = 0;
    for (int row = 0; row < values.length; row++) {
      int from = 0;
      while (from < values[row].length) {
        int to = from;
        while (to < values[row].length && level(values[row][to], most) == level) {
          to++;
        }
        if (to > from) {
          path.append("m%d %dh%d".formatted(from - atColumn, row - atRow, to - from));
          atColumn = to;
          atRow = row;
        }
        from = Math.max(to, from + 1);
      }
    }
    return path.toString();
  }

  private static int level(double value, double most) {
    double part = Math.max(-1, Math.min(1, value / most));
    return Double.isNaN(part) ? 0 : (int) Math.rint(LEVELS * part);
  }
}
