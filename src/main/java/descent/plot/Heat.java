package descent.plot;

/** Numbers as a field of coloured cells, signed about zero. */
final class Heat {
  private static final int LEVELS = 10;

  private Heat() {}

  /**
   * Draws the cells.
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
    CellRuns.of(
            values.length,
            values[0].length,
            (row, column) -> colour(values[row][column] / most, palette))
        .forEach((colour, path) -> svg.element("path", "d", path, "stroke", colour));
    svg.close("g");
  }

  private static String colour(double part, Palette palette) {
    long level = Math.round(LEVELS * Math.max(-1, Math.min(1, part)));
    return level == 0 ? "" : palette.signed(level / (double) LEVELS);
  }
}
