package descent.plot;

import descent.run.sweep.Cells;
import descent.run.sweep.Measure;

/** The cells of a sweep over two axes: runs of equal colour along each row, and basin borders. */
record SweepCells(Cells cells, SweepArea area) {

  void draw(Svg svg) {
    svg.open(
        "g",
        "transform",
        "translate(%.2f %.2f) scale(%.5f %.5f) translate(0 .5)"
            .formatted(
                area.left(),
                area.bottom(),
                area.width() / cells.columns(),
                -area.height() / cells.rows()),
        "fill",
        "none",
        "shape-rendering",
        "crispEdges",
        "stroke-width",
        "1.03");
    SweepScale scale = SweepScale.of(cells);
    CellRuns.of(cells.rows(), cells.columns(), (row, column) -> colour(row, column, scale))
        .forEach((colour, path) -> svg.element("path", "d", path, "stroke", colour));
    svg.close("g");
    borders(svg);
  }

  /** Empty where the run diverged. */
  private String colour(int row, int column, SweepScale scale) {
    int cell = row * cells.columns() + column;
    byte kind = cells.kind()[cell];
    if (kind == Cells.DIVERGED) {
      return "";
    }
    if (kind == Cells.UNSETTLED && cells.spec().measure() == Measure.BASIN) {
      return Palette.PAGE.colour("sunk");
    }
    double part = scale.part(cells.value()[cell]);
    return cells.spec().measure() == Measure.BASIN
        ? Shades.basin(kind, part, Palette.PAGE)
        : Shades.tide(part);
  }

  /** Lines between basins, so that the map can be read in grey. */
  private void borders(Svg svg) {
    StringBuilder path = new StringBuilder();
    double width = area.width() / cells.columns();
    double height = area.height() / cells.rows();
    for (int row = 0; row < cells.rows(); row++) {
      for (int column = 0; column < cells.columns(); column++) {
        int cell = row * cells.columns() + column;
        double x = area.left() + (column + 1) * width;
        double y = area.bottom() - row * height;
        if (column + 1 < cells.columns() && cells.kind()[cell] != cells.kind()[cell + 1]) {
          path.append("M%.1f %.1fv%.1f".formatted(x, y, -height));
        }
        int above = cell + cells.columns();
        if (row + 1 < cells.rows() && cells.kind()[cell] != cells.kind()[above]) {
          path.append("M%.1f %.1fh%.1f".formatted(x - width, y - height, width));
        }
      }
    }
    svg.element(
        "path",
        "d",
        path,
        "stroke",
        Palette.PAGE.colour("ink"),
        "stroke-opacity",
        ".5",
        "fill",
        "none");
  }
}
