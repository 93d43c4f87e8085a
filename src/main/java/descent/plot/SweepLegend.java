package descent.plot;

import descent.run.sweep.Cells;
import descent.run.sweep.Measure;
import java.util.stream.IntStream;

/** What the colours of a sweep mean: a bar of values with ticks, or a square for each basin. */
record SweepLegend(Cells cells, SweepArea area) {
  private static final double BELOW = 50;
  private static final double BAR = 10;
  private static final double LENGTH = 210;
  private static final int MOST = 8;

  void draw(Svg svg) {
    svg.open("g", "fill", Palette.PAGE.colour("ink-2"));
    double end = area.left();
    if (cells.spec().measure() == Measure.BASIN) {
      end = basins(svg);
    } else if (cells.rows() > 1) {
      end = bar(svg);
    } else if (cells.band().isPresent()) {
      svg.text(SweepPlot.band(cells.spec()), "x", area.left(), "y", top() - 6);
    }
    if (has(Cells.DIVERGED)) {
      diverged(svg, end);
    }
    svg.close("g");
  }

  private boolean has(byte kind) {
    return IntStream.range(0, cells.kind().length).anyMatch(cell -> cells.kind()[cell] == kind);
  }

  private double top() {
    return area.bottom() + BELOW;
  }

  private double bar(Svg svg) {
    Scale x = SweepScale.of(cells).along(area.left(), area.left() + LENGTH);
    double width = LENGTH / Shades.STEPS;
    for (int step = 0; step < Shades.STEPS; step++) {
      svg.element(
          "rect",
          "x",
          area.left() + step * width,
          "y",
          top(),
          "width",
          width + 0.5,
          "height",
          BAR,
          "fill",
          Shades.tide(step / (Shades.STEPS - 1.0)));
    }
    for (double tick : x.ticks(4)) {
      svg.element(
          "path",
          "d",
          "M%.1f %.1fv4".formatted(x.at(tick), top() + BAR),
          "stroke",
          Palette.PAGE.colour("ink-3"));
      svg.text(
          SweepPlot.label(x, tick, 4),
          "x",
          x.at(tick),
          "y",
          top() + BAR + 17,
          "text-anchor",
          "middle");
    }
    svg.text(SweepPlot.title(cells.spec()), "x", area.left(), "y", top() - 6);
    return area.left() + LENGTH + 24;
  }

  private double basins(Svg svg) {
    double x = area.left();
    for (int i = 0; i < Math.min(MOST, cells.basins().size()); i++) {
      square(svg, x, Shades.basin(i, 0.5, Palette.PAGE));
      svg.text(SweepPlot.letter(i), "x", x + 16, "y", top() + BAR);
      x += 32;
    }
    if (cells.basins().size() > MOST) {
      svg.text("…", "x", x, "y", top() + BAR);
      x += 20;
    }
    svg.text("where runs end; fainter is sooner", "x", area.left(), "y", top() - 6);
    if (!has(Cells.UNSETTLED)) {
      return x;
    }
    square(svg, x, Palette.PAGE.colour("sunk"));
    svg.text("none", "x", x + 16, "y", top() + BAR);
    return x + 56;
  }

  private void square(Svg svg, double x, String colour) {
    svg.element(
        "rect",
        "x",
        x,
        "y",
        top(),
        "width",
        "11",
        "height",
        "11",
        "fill",
        colour,
        "stroke",
        Palette.PAGE.colour("ink-3"),
        "stroke-width",
        ".75");
  }

  private void diverged(Svg svg, double x) {
    svg.element(
        "path",
        "d",
        "M%1$.1f %2$.1fl6-6M%1$.1f %3$.1fl11-11M%4$.1f %3$.1fl6-6"
            .formatted(x, top() + 6, top() + 11, x + 5),
        "stroke",
        Palette.PAGE.colour("hatch"));
    svg.element(
        "rect",
        "x",
        x,
        "y",
        top(),
        "width",
        "11",
        "height",
        "11",
        "fill",
        "none",
        "stroke",
        Palette.PAGE.colour("ink-3"),
        "stroke-width",
        ".75");
    svg.text("diverged", "x", x + 16, "y", top() + BAR);
  }
}
