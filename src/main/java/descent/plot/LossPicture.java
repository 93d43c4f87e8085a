package descent.plot;

import descent.run.Frame;
import descent.run.Path;
import java.util.List;
import java.util.stream.DoubleStream;

/** Loss against step, as SVG; what lies past the current step is drawn at 40 %. */
final class LossPicture {
  private static final double LEFT = 40;
  private static final double RIGHT = 14;
  private static final double TOP = 20;
  private static final double BOTTOM = 38;

  /** Higher values are beyond the picture. */
  static final double LARGEST = 1e300;

  private final List<Path> paths;
  private final Size size;
  private final Palette palette;
  private final double floor;
  private final boolean logarithmic;
  private final Scale x;
  private final Scale y;
  private final Svg svg = new Svg();

  /**
   * @param floor the known minimum, which is subtracted where a logarithm needs it
   * @param wish whether a logarithmic axis is wanted; without a floor a value of 0 forbids it
   */
  LossPicture(List<Path> paths, int steps, double floor, boolean wish, Size size, Palette palette) {
    this.paths = paths;
    this.size = size;
    this.palette = palette;
    double least = values().min().orElse(0);
    this.floor = least > 0 && !(floor > 0) ? 0 : Double.isFinite(floor) ? floor : 0;
    logarithmic = wish && values().anyMatch(v -> v - this.floor > 0) && least >= this.floor;
    x = Scale.linear(0, Math.max(1, steps), LEFT, size.width() - RIGHT);
    y = logarithmic ? decades() : even(least);
  }

  private DoubleStream values() {
    return paths.stream()
        .flatMap(path -> path.frames().stream())
        .mapToDouble(Frame::value)
        .filter(value -> Math.abs(value) <= LARGEST);
  }

  private Scale decades() {
    double[] above = values().map(v -> v - floor).filter(v -> v > 0).sorted().toArray();
    return Scale.around(above[0], above[above.length - 1], 18, size.height() - BOTTOM, TOP);
  }

  private Scale even(double least) {
    return Scale.even(least, values().max().orElse(1), size.height() - BOTTOM, TOP);
  }

  String draw(List<Trace> traces, int step) {
    axes();
    double now = x.at(step);
    svg.element(
        "path",
        "d",
        "M" + Math.round(now) + ".5 " + TOP + "V" + (size.height() - BOTTOM),
        "stroke",
        palette.colour("ink-3"));
    for (int i = 0; i < paths.size(); i++) {
      line(paths.get(i).frames(), traces.get(i), step);
    }
    return svg.toString();
  }

  private void axes() {
    double bottom = size.height() - BOTTOM;
    svg.open("g", "class", "ticks", "fill", palette.colour("ink-3"));
    List<Double> ticks = y.ticks(logarithmic ? (int) (bottom / 45) : (int) (bottom / 60));
    for (double tick : ticks) {
      String label =
          logarithmic
              ? Numbers.marginTick(tick)
              : Numbers.tick(tick, Scale.step(y.high() - y.low(), (int) (bottom / 60)));
      svg.element(
          "path",
          "d",
          "M" + LEFT + " " + Math.round(y.at(tick)) + ".5H" + (size.width() - RIGHT),
          "stroke",
          palette.colour("line"));
      svg.text(label, "x", LEFT - 6, "y", y.at(tick) + 4, "text-anchor", "end");
    }
    int most = (int) Math.min(x.high(), Math.max(2, Math.min(6, size.width() / 60)));
    double step = Scale.step(x.high(), most);
    for (double tick : x.ticks(most)) {
      svg.element(
          "path",
          "d",
          "M" + Math.round(x.at(tick)) + ".5 " + bottom + "v4",
          "stroke",
          palette.colour("ink-3"));
      svg.text(
          Numbers.tick(tick, step), "x", x.at(tick), "y", bottom + 17, "text-anchor", "middle");
    }
    svg.text(title(), "x", LEFT, "y", 11.0, "fill", palette.colour("ink-2"));
    svg.text("step", "x", size.width() - RIGHT, "y", size.height() - 4, "text-anchor", "end");
    svg.close("g");
  }

  private String title() {
    String loss = logarithmic && floor != 0 ? "f − f*" : "loss f";
    return loss + (logarithmic ? ", log scale" : "");
  }

  private double height(double value) {
    return Svg.clamp(y.at(logarithmic ? Math.max(value - floor, y.low()) : value));
  }

  private void line(List<Frame> frames, Trace trace, int step) {
    List<Frame> past = frames.stream().filter(frame -> frame.step() <= step).toList();
    List<Frame> future = frames.subList(past.size() - 1, frames.size());
    svg.open(
        "g",
        "class",
        trace.style(),
        "fill",
        "none",
        "stroke",
        palette.colour(trace),
        "stroke-width",
        "2",
        "stroke-dasharray",
        trace.dash(),
        "stroke-linejoin",
        "round");
    if (future.size() > 1) {
      svg.element("path", "d", polyline(future), "stroke-opacity", ".4");
    }
    svg.element("path", "d", polyline(past));
    Frame last = past.get(past.size() - 1);
    svg.element(
        "path",
        "d",
        trace.head(),
        "stroke-dasharray",
        "none",
        "fill",
        palette.colour(trace),
        "stroke",
        palette.colour("halo"),
        "paint-order",
        "stroke",
        "transform",
        "translate(%.1f %.1f)".formatted(x.at(last.step()), height(last.value())));
    svg.close("g");
  }

  private String polyline(List<Frame> frames) {
    double[] points = new double[2 * frames.size()];
    for (int i = 0; i < frames.size(); i++) {
      points[2 * i] = x.at(frames.get(i).step());
      points[2 * i + 1] = height(frames.get(i).value());
    }
    return Polyline.open(points);
  }
}
