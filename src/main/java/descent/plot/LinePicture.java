package descent.plot;

import descent.objective.Box;
import descent.objective.Objective;
import descent.run.Frame;
import descent.run.Path;
import java.util.Arrays;
import java.util.List;

/** The curve of a 1-D objective with the points of a run and their linear models, as SVG. */
final class LinePicture {
  private static final double REACH = 70;

  private final Objective objective;
  private final List<Path> paths;
  private final int step;
  private final Size size;
  private final Palette palette;
  private final Scale x;
  private final Scale y;
  private final Svg svg = new Svg();

  LinePicture(
      Objective objective, Box wanted, List<Path> paths, int step, Size size, Palette palette) {
    Box box = fit(objective, wanted.x0(), wanted.x1());
    this.objective = objective;
    this.paths = paths;
    this.step = step;
    this.size = size;
    this.palette = palette;
    x = Scale.linear(box.x0(), box.x1(), 0, size.width());
    y = Scale.linear(box.y0(), box.y1(), size.height(), 0);
  }

  /** The interval of values that a curve over [x0, x1] needs, with room below and above. */
  static Box fit(Objective objective, double x0, double x1) {
    double[] values = new double[241];
    for (int i = 0; i < values.length; i++) {
      values[i] = objective.value(new double[] {x0 + (x1 - x0) * i / (values.length - 1)});
    }
    double[] finite =
        Arrays.stream(values).filter(v -> Math.abs(v) <= LossPicture.LARGEST).sorted().toArray();
    if (finite.length == 0) {
      return new Box(x0, x1, -1, 1);
    }
    double low = finite[0];
    double high = finite[(int) (0.98 * (finite.length - 1))];
    double room = 0.12 * Math.max(high - low, 1e-9 * Math.max(1, Math.abs(low)));
    return new Box(x0, x1, low - 1.4 * room, high + room);
  }

  String draw(List<Trace> traces) {
    svg.element(
        "rect", "width", size.width(), "height", size.height(), "fill", palette.colour("paper"));
    grid();
    svg.element(
        "path",
        "d",
        curve(),
        "fill",
        "none",
        "stroke",
        palette.colour("ink-2"),
        "stroke-width",
        "1.75");
    labels();
    for (int i = 0; i < paths.size(); i++) {
      path(paths.get(i), traces.get(i));
    }
    paths.stream().map(path -> path.frames().get(0)).findFirst().ifPresent(this::start);
    return svg.toString();
  }

  private double[] across() {
    return x.ticks(7).stream()
        .mapToDouble(tick -> tick)
        .filter(tick -> x.at(tick) > 16 && x.at(tick) < size.width() - 16)
        .toArray();
  }

  private double[] up() {
    return y.ticks(6).stream()
        .mapToDouble(tick -> tick)
        .filter(tick -> y.at(tick) > 16 && y.at(tick) < size.height() - 30)
        .toArray();
  }

  private void grid() {
    StringBuilder across = new StringBuilder();
    for (double tick : across()) {
      across.append("M" + Math.round(x.at(tick)) + ".5 " + size.height() + "v-5");
    }
    StringBuilder up = new StringBuilder();
    for (double tick : up()) {
      up.append("M0 " + Math.round(y.at(tick)) + ".5H" + size.width());
    }
    svg.element("path", "d", across, "stroke", palette.colour("ink-3"));
    svg.element("path", "d", up, "stroke", palette.colour("line"));
  }

  /** Above the curve, which may pass there. */
  private void labels() {
    svg.open("g", "class", "ticks", "fill", palette.colour("ink-3"));
    double stepX = Scale.step(x.high() - x.low(), 7);
    for (double tick : across()) {
      String text = Numbers.tick(tick, stepX);
      svg.cased(text, x.at(tick), size.height() - 9, "middle", palette);
    }
    double stepY = Scale.step(y.high() - y.low(), 6);
    for (double tick : up()) {
      svg.cased(Numbers.tick(tick, stepY), 8, y.at(tick) - 4, "start", palette);
    }
    svg.close("g");
  }

  private String curve() {
    int count = (int) size.width() / 2;
    double[] points = new double[2 * count + 2];
    for (int i = 0; i <= count; i++) {
      points[2 * i] = 2.0 * i;
      points[2 * i + 1] = Svg.clamp(y.at(objective.value(new double[] {x.value(2.0 * i)})));
    }
    return Polyline.open(points);
  }

  private void start(Frame frame) {
    svg.ring(x.at(frame.x()[0]), Svg.clamp(y.at(frame.value())), palette);
  }

  private void path(Path path, Trace trace) {
    List<Frame> shown = path.frames().stream().filter(frame -> frame.step() <= step).toList();
    double[] points = new double[2 * shown.size()];
    for (int i = 0; i < shown.size(); i++) {
      points[2 * i] = Svg.clamp(x.at(shown.get(i).x()[0]));
      points[2 * i + 1] = Svg.clamp(y.at(shown.get(i).value()));
    }
    String colour = palette.colour(trace);
    svg.open("g", "class", trace.style(), "fill", "none", "stroke", colour);
    for (int i = Math.max(0, shown.size() - 31); paths.size() == 1 && i < shown.size(); i++) {
      tangent(shown.get(i), i == shown.size() - 1);
    }
    String line = Polyline.open(points);
    svg.element(
        "path",
        "d",
        line,
        "stroke",
        palette.colour("halo"),
        "stroke-width",
        "4.5",
        "stroke-opacity",
        ".8");
    svg.element("path", "d", line, "stroke-width", "1.5", "stroke-dasharray", trace.dash());
    for (int i = 0; i < points.length - 2; i += 2) {
      svg.element(
          "circle",
          "cx",
          points[i],
          "cy",
          points[i + 1],
          "r",
          "3",
          "fill",
          colour,
          "stroke",
          "none");
    }
    svg.element(
        "path",
        "d",
        trace.head(),
        "fill",
        colour,
        "stroke",
        palette.colour("halo"),
        "stroke-width",
        "2",
        "paint-order",
        "stroke",
        "transform",
        "translate(%.1f %.1f)".formatted(points[points.length - 2], points[points.length - 1]));
    svg.close("g");
  }

  /** The linear model at a point: a short piece of the tangent. */
  private void tangent(Frame frame, boolean current) {
    double left = x.at(frame.x()[0]);
    double top = y.at(frame.value());
    double slope =
        -frame.gradient()[0]
            * (y.from() - y.to())
            / (y.high() - y.low())
            * (x.high() - x.low())
            / (x.to() - x.from());
    double across = REACH / Math.hypot(1, slope);
    if (Double.isFinite(across)) {
      svg.element(
          "path",
          "d",
          "M%.1f %.1fL%.1f %.1f"
              .formatted(
                  Svg.clamp(left - across), Svg.clamp(top - across * slope),
                  Svg.clamp(left + across), Svg.clamp(top + across * slope)),
          "stroke-width",
          current ? "2" : "1",
          "stroke-opacity",
          current ? "1" : ".35");
    }
  }
}
