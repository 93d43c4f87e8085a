package descent.plot;

import descent.run.sweep.Axis;
import descent.run.sweep.Cells;
import descent.run.sweep.Overlay;
import descent.run.sweep.SweepSpec;
import java.util.List;

/**
 * A sweep as a part of a page: cells over two axes, or a curve over one, with its legend.
 *
 * <p>Divergence is hatched: the hatching lies below all that did not diverge.
 *
 * @param picked the start or the hyperparameters whose run stands beside the sweep
 */
public record SweepPlot(Cells cells, double[] picked) {
  static final Size SIZE = new Size(440, 464);

  /** The picture, with words for a reader who cannot see it. */
  public String svg(String alternative) {
    Svg svg = new Svg();
    SweepArea area = SweepArea.of(cells.spec(), SIZE);
    hatching(svg, area);
    if (cells.rows() > 1) {
      new SweepCells(cells, area).draw(svg);
      axis(svg, area);
      Overlay.of(cells.spec()).ifPresent(overlay -> overlay(svg, area, overlay));
      minima(svg, area);
      ring(svg, area);
    } else {
      new SweepCurve(cells, area).draw(svg, picked[0]);
    }
    base(svg, area);
    new SweepLegend(cells, area).draw(svg);
    return RunPicture.frame("sweep", SIZE, alternative, "xMinYMin meet", svg.toString());
  }

  /** The name of a basin: A, B, …, Z, A2, … */
  public static String letter(int index) {
    String letter = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? letter : letter + (index / 26 + 1);
  }

  /** What the values are, above the legend or the curve. */
  public static String title(SweepSpec spec) {
    return switch (spec.measure()) {
      case BASIN, STEPS -> "steps until settled";
      case LOSS -> "loss after %d steps".formatted(spec.steps());
      case RATE -> "measured factor per step";
      case THEORY -> "factor per step by theory";
    };
  }

  /** What the line and the band around it are, where each cell has several runs. */
  public static String band(SweepSpec spec) {
    return "median and middle half of %d runs".formatted(spec.noise().seeds());
  }

  private static void hatching(Svg svg, SweepArea area) {
    StringBuilder lines = new StringBuilder();
    for (double at = 6; at < area.width() + area.height(); at += 6) {
      double x0 = Math.max(0, at - area.height());
      double x1 = Math.min(area.width(), at);
      lines.append(
          "M%.1f %.1fL%.1f %.1f"
              .formatted(
                  area.left() + x0, area.top() + at - x0, area.left() + x1, area.top() + at - x1));
    }
    svg.element("path", "d", lines, "stroke", Palette.PAGE.colour("hatch"));
  }

  /** The first axis, below. */
  private void base(Svg svg, SweepArea area) {
    Axis axis = cells.spec().axes().get(0);
    Scale x = area.x(axis);
    svg.open("g", "class", "ticks", "fill", Palette.PAGE.colour("ink-3"));
    for (double tick : x.ticks(5)) {
      svg.element(
          "path",
          "d",
          "M%.1f %.1fv5".formatted(x.at(tick), area.bottom()),
          "stroke",
          Palette.PAGE.colour("ink-3"));
      svg.text(
          label(x, tick, 5),
          "x",
          Math.min(x.at(tick), area.right() - 6),
          "y",
          area.bottom() + 18,
          "text-anchor",
          "middle");
    }
    svg.text(name(axis), "x", area.right(), "y", area.bottom() + 34, "text-anchor", "end");
    svg.close("g");
  }

  private void axis(Svg svg, SweepArea area) {
    Axis axis = cells.spec().axes().get(1);
    Scale y = area.y(axis);
    svg.open("g", "class", "ticks", "fill", Palette.PAGE.colour("ink-3"));
    for (double tick : y.ticks(6)) {
      svg.element(
          "path",
          "d",
          "M%.1f %.1fh-5".formatted(area.left(), y.at(tick)),
          "stroke",
          Palette.PAGE.colour("ink-3"));
      svg.text(label(y, tick, 6), "x", area.left() - 8, "y", y.at(tick) + 4, "text-anchor", "end");
    }
    svg.text(name(axis), "x", area.left(), "y", 14.0);
    svg.close("g");
  }

  /** An axis for a reader: its words and its symbol. */
  public static String name(Axis axis) {
    String words = axis.name().replace('_', ' ');
    return axis.name().equals(axis.symbol()) ? words : words + " " + axis.symbol();
  }

  static String label(Scale scale, double tick, int count) {
    return scale.logarithmic()
        ? Numbers.logarithmicTick(tick)
        : Numbers.tick(tick, Scale.step(scale.high() - scale.low(), count));
  }

  /** The edge of stability and the best pair, cased so that they show on every shade. */
  private void overlay(Svg svg, SweepArea area, Overlay overlay) {
    Axis rates = cells.spec().axes().get(0);
    Axis memories = cells.spec().axes().get(1);
    Scale x = area.x(rates);
    Scale y = area.y(memories);
    StringBuilder edge = new StringBuilder();
    for (int row = 0; row < overlay.edge().length; row++) {
      double rate = overlay.edge()[row];
      if (rate > rates.low() && rate < rates.high()) {
        double at = y.at(memories.centre(row, cells.rows()));
        edge.append("%s%.1f %.1f".formatted(edge.isEmpty() ? "M" : "L", x.at(rate), at));
      }
    }
    line(svg, edge.toString(), "halo", "4");
    line(svg, edge.toString(), "ink", "1.5");
    double bestX = x.at(overlay.learningRate());
    double bestY = y.at(overlay.momentum());
    if (isInside(area, bestX, bestY)) {
      best(svg, bestX, bestY, "halo", "4");
      best(svg, bestX, bestY, "ink", "1.5");
    }
  }

  private static void best(Svg svg, double x, double y, String token, String width) {
    svg.element(
        "circle",
        "cx",
        x,
        "cy",
        y,
        "r",
        "6",
        "fill",
        "none",
        "stroke",
        Palette.PAGE.colour(token),
        "stroke-width",
        width);
  }

  private static void line(Svg svg, String path, String token, String width) {
    svg.element(
        "path",
        "d",
        path,
        "fill",
        "none",
        "stroke",
        Palette.PAGE.colour(token),
        "stroke-width",
        width);
  }

  private static boolean isInside(SweepArea area, double x, double y) {
    return x >= area.left() && x <= area.right() && y >= area.top() && y <= area.bottom();
  }

  /** The letters of the basins, each at its point. */
  private void minima(Svg svg, SweepArea area) {
    List<Cells.Basin> basins = cells.spec().overStarts() ? cells.basins() : List.of();
    Scale x = area.x(cells.spec().axes().get(0));
    Scale y = area.y(cells.spec().axes().get(1));
    for (int i = 0; i < basins.size(); i++) {
      double atX = x.at(basins.get(i).x()[0]);
      double atY = y.at(basins.get(i).x()[1]);
      if (isInside(area, atX, atY)) {
        letter(svg, letter(i), atX, atY + 4);
      }
    }
  }

  private static void letter(Svg svg, String letter, double x, double y) {
    svg.text(
        letter,
        "x",
        x,
        "y",
        y,
        "text-anchor",
        "middle",
        "font-weight",
        "600",
        "fill",
        Palette.PAGE.colour("ink"),
        "stroke",
        Palette.PAGE.colour("halo"),
        "stroke-width",
        "3",
        "stroke-linejoin",
        "round",
        "paint-order",
        "stroke");
  }

  private void ring(Svg svg, SweepArea area) {
    double x = area.x(cells.spec().axes().get(0)).at(picked[0]);
    double y = area.y(cells.spec().axes().get(1)).at(picked[1]);
    if (isInside(area, x, y)) {
      svg.ring(x, y, Palette.PAGE);
    }
  }
}
