package descent.plot;

import descent.run.sweep.Axis;
import descent.run.sweep.Cells;
import descent.run.sweep.Overlay;

/** A sweep over one axis: a curve, hatched where runs diverged, with the edge of stability. */
record SweepCurve(Cells cells, SweepArea area) {
  private static final int TICKS = 6;

  void draw(Svg svg, double picked) {
    cover(svg);
    Scale y = SweepScale.of(cells).along(area.bottom(), area.top());
    grid(svg, y);
    strip(svg);
    Scale x = area.x(axis());
    Overlay.of(cells.spec())
        .ifPresent(
            overlay -> {
              mark(svg, x.at(overlay.edge()[0]), overlay.edgeInWords(), 0, true);
              mark(svg, x.at(overlay.learningRate()), "best", 18, false);
            });
    cells.band().ifPresent(band -> band(svg, band, y));
    svg.element(
        "path",
        "d",
        curve(y),
        "fill",
        "none",
        "stroke",
        Palette.PAGE.colour("ink"),
        "stroke-width",
        "2",
        "stroke-linejoin",
        "round");
    ring(svg, x.at(picked), y);
  }

  private Axis axis() {
    return cells.spec().axes().get(0);
  }

  private double edge(int column) {
    return area.left() + area.width() * column / cells.columns();
  }

  private boolean diverged(int column) {
    return cells.kind()[column] == Cells.DIVERGED;
  }

  /** The page's colour where runs did not diverge. */
  private void cover(Svg svg) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    for (int column = 1; column <= cells.columns(); column++) {
      if (column < cells.columns() && diverged(column) == diverged(from)) {
        continue;
      }
      if (!diverged(from)) {
        path.append(
            "M%.2f %.1fH%.2fV%.1fH%.2fZ"
                .formatted(edge(from), area.top(), edge(column), area.bottom(), edge(from)));
      }
      from = column;
    }
    svg.element("path", "d", path, "fill", Palette.PAGE.colour("paper"));
  }

  private void grid(Svg svg, Scale y) {
    svg.open("g", "class", "ticks", "fill", Palette.PAGE.colour("ink-3"));
    for (double tick : y.ticks(TICKS)) {
      svg.element(
          "path",
          "d",
          "M%.1f %d.5H%.1f".formatted(area.left(), Math.round(y.at(tick)), area.right()),
          "stroke",
          Palette.PAGE.colour("line"));
      svg.text(
          SweepPlot.label(y, tick, TICKS),
          "x",
          area.left() - 8,
          "y",
          y.at(tick) + 4,
          "text-anchor",
          "end");
    }
    svg.text(SweepPlot.title(cells.spec()), "x", area.left(), "y", 14.0);
    svg.close("g");
  }

  /** The basins as colours along the foot. */
  private void strip(Svg svg) {
    for (int column = 0; column < cells.columns() && !cells.basins().isEmpty(); column++) {
      if (cells.kind()[column] >= 0) {
        svg.element(
            "path",
            "d",
            "M%.2f %.1fH%.2f".formatted(edge(column), area.bottom() - 4, edge(column + 1)),
            "stroke",
            Shades.basin(cells.kind()[column], 1, Palette.PAGE),
            "stroke-width",
            "8");
      }
    }
  }

  private String curve(Scale y) {
    Scale x = area.x(axis());
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int column = 0; column < cells.columns(); column++) {
      boolean drawn = cells.kind()[column] != Cells.DIVERGED;
      if (drawn) {
        path.append(
            "%s%.1f %.1f"
                .formatted(
                    pen ? "L" : "M",
                    x.at(axis().centre(column, cells.columns())),
                    height(y, cells.value()[column])));
      }
      pen = drawn;
    }
    return path.toString();
  }

  /** A bar from quartile to quartile over each cell. */
  private void band(Svg svg, Cells.Band band, Scale y) {
    StringBuilder path = new StringBuilder();
    for (int column = 0; column < cells.columns(); column++) {
      if (!diverged(column)) {
        path.append(
            "M%.2f %.1fV%.1fH%.2fV%.1fZ"
                .formatted(
                    edge(column),
                    height(y, band.low()[column]),
                    height(y, band.high()[column]),
                    edge(column + 1),
                    height(y, band.low()[column])));
      }
    }
    svg.element("path", "d", path, "fill", Palette.PAGE.colour("ink"), "fill-opacity", ".15");
  }

  private double height(Scale y, double value) {
    return Math.max(area.top(), Math.min(area.bottom(), y.at(Math.max(y.low(), value))));
  }

  /**
   * A dashed line and its words, at its right if they are to stand {@code beyond} and have room.
   */
  private void mark(Svg svg, double at, String words, double down, boolean beyond) {
    if (at < area.left() || at > area.right()) {
      return;
    }
    boolean right = beyond && at + 5 + 7 * words.length() < area.right();
    svg.element(
        "path",
        "d",
        "M%.1f %.1fV%.1f".formatted(at, area.top(), area.bottom()),
        "stroke",
        Palette.PAGE.colour("ink-2"),
        "stroke-dasharray",
        "4 3");
    svg.text(
        words,
        "x",
        right ? at + 5 : at - 5,
        "y",
        area.top() + 14 + down,
        "text-anchor",
        right ? "start" : "end",
        "fill",
        Palette.PAGE.colour("ink-2"),
        "stroke",
        Palette.PAGE.colour("halo"),
        "stroke-width",
        "4",
        "paint-order",
        "stroke");
  }

  /** What is picked, on the curve. */
  private void ring(Svg svg, double at, Scale y) {
    int column = (int) ((at - area.left()) / area.width() * cells.columns());
    if (column < 0 || column >= cells.columns()) {
      return;
    }
    boolean diverged = cells.kind()[column] == Cells.DIVERGED;
    double height = diverged ? area.top() : height(y, cells.value()[column]);
    svg.ring(at, height, Palette.PAGE);
  }
}
