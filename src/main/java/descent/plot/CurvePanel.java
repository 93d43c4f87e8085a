package descent.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Lines over one axis, with ticks and the last value of each line below. */
final class CurvePanel {
  private static final double LEFT = 46;
  private static final double RIGHT = 24;
  private static final double TOP = 22;
  private static final double BOTTOM = 60;
  private static final int MOST_DECADES = 12;

  /** A line with its name; where a coordinate is not finite, it pauses. */
  record Line(String name, Trace trace, double[] xs, double[] ys) {}

  private final List<Line> lines;
  private final Size size;
  private final Palette palette;
  private final Scale x;
  private final Scale y;
  private final Svg svg = new Svg();

  CurvePanel(List<Line> lines, boolean logX, boolean logY, Size size, Palette palette) {
    this.lines = lines;
    this.size = size;
    this.palette = palette;
    double bottom = size.height() - BOTTOM;
    x = across(logX, values(Line::xs, logX), size.width() - RIGHT);
    double[] values = values(Line::ys, logY);
    y = logY ? decades(values, bottom) : even(values, bottom);
  }

  private interface Side {
    double[] of(Line line);
  }

  private double[] values(Side side, boolean positive) {
    return lines.stream()
        .flatMapToDouble(line -> DoubleStream.of(side.of(line)))
        .filter(v -> Double.isFinite(v) && (!positive || v > 0))
        .toArray();
  }

  private static Scale across(boolean log, double[] values, double right) {
    double most = Arrays.stream(values).max().orElse(1);
    double least = Arrays.stream(values).min().orElse(most / 10);
    return log
        ? Scale.logarithmic(Math.min(least, most / 10), most, LEFT, right)
        : Scale.linear(0, most > 0 ? most : 1, LEFT, right);
  }

  private static Scale decades(double[] values, double bottom) {
    double least = Arrays.stream(values).min().orElse(0.1);
    double most = Arrays.stream(values).max().orElse(1);
    return Scale.around(least, most, MOST_DECADES, bottom, TOP);
  }

  private static Scale even(double[] values, double bottom) {
    double least = Arrays.stream(values).min().orElse(0);
    double most = Arrays.stream(values).max().orElse(1);
    return Scale.even(least, most, bottom, TOP);
  }

  String draw(String title, String under) {
    svg.open("g", "fill", palette.colour("ink-3"));
    horizontal();
    vertical();
    svg.text(title, "x", LEFT, "y", 12.0, "fill", palette.colour("ink-2"));
    double right = size.width() - RIGHT;
    svg.text(under, "x", right, "y", size.height() - BOTTOM + 34, "text-anchor", "end");
    svg.close("g");
    lines.forEach(this::line);
    legend();
    return svg.toString();
  }

  private void horizontal() {
    int count = (int) (size.height() / 55);
    double step = Scale.step(y.high() - y.low(), count);
    for (double tick : y.ticks(count)) {
      String at = "M" + LEFT + " " + Math.round(y.at(tick)) + ".5H" + (size.width() - RIGHT);
      svg.element("path", "d", at, "stroke", palette.colour("line"));
      String text = y.logarithmic() ? Numbers.marginTick(tick) : Numbers.tick(tick, step);
      svg.text(text, "x", LEFT - 6, "y", y.at(tick) + 4, "text-anchor", "end");
    }
  }

  private void vertical() {
    double bottom = size.height() - BOTTOM;
    double step = Scale.step(x.high() - x.low(), 6);
    for (double tick : x.ticks(6)) {
      String at = "M" + Math.round(x.at(tick)) + ".5 " + bottom + "v4";
      svg.element("path", "d", at, "stroke", palette.colour("ink-3"));
      String text = x.logarithmic() ? Numbers.logarithmicTick(tick) : Numbers.tick(tick, step);
      svg.text(text, "x", x.at(tick), "y", bottom + 17, "text-anchor", "middle");
    }
  }

  private void line(Line line) {
    double[] points = new double[2 * line.xs().length];
    for (int i = 0; i < line.xs().length; i++) {
      boolean drawn = line.xs()[i] >= x.low();
      points[2 * i] = drawn ? x.at(line.xs()[i]) : Double.NaN;
      points[2 * i + 1] = height(line.ys()[i]);
    }
    svg.element(
        "path",
        "d",
        Polyline.open(points),
        "fill",
        "none",
        "stroke",
        palette.colour(line.trace()),
        "stroke-width",
        "2",
        "stroke-dasharray",
        line.trace().dash(),
        "stroke-linejoin",
        "round");
    head(line, points);
  }

  private double height(double value) {
    return Svg.clamp(y.at(y.logarithmic() ? Math.max(value, y.low()) : value));
  }

  private void head(Line line, double[] points) {
    double px = points[points.length - 2];
    double py = points[points.length - 1];
    if (Double.isFinite(px + py)) {
      svg.element(
          "path",
          "d",
          line.trace().head(),
          "fill",
          palette.colour(line.trace()),
          "stroke",
          palette.colour("halo"),
          "stroke-width",
          "2",
          "paint-order",
          "stroke",
          "transform",
          "translate(%.1f %.1f)".formatted(px, py));
    }
  }

  private void legend() {
    svg.open("text", "x", LEFT, "y", size.height() - 6);
    for (Line line : lines) {
      String value = Numbers.reading(line.ys()[line.ys().length - 1]);
      svg.open("tspan", "fill", palette.colour(line.trace()));
      svg.raw(Svg.escape(line.name() + " " + value)).close("tspan").raw("\u2003");
    }
    svg.close("text");
  }
}
