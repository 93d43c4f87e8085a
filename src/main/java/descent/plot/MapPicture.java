package descent.plot;

import descent.objective.Objective;
import descent.objective.Problem;
import descent.run.Curvature;
import descent.run.Frame;
import descent.run.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A contour map with the paths of a run on it, as SVG. */
final class MapPicture {
  private static final double DOT_DISTANCE = 9;
  private static final double EIGENVECTOR = 56;
  private static final double MARK = 7;
  private static final double RING = 9;
  private static final double LABEL = 14;
  private static final double CLEAR = 19;

  private final ContourMap map;
  private final Palette palette;
  private final Scale x;
  private final Scale y;
  private final Svg svg = new Svg();

  MapPicture(Problem problem, descent.objective.Box box, Size size, Palette palette) {
    Objective objective = problem.objective();
    this.map =
        ContourMap.of(objective, box, size.width(), size.height(), RunPicture.floor(problem));
    this.palette = palette;
    x = Scale.linear(map.box().x0(), map.box().x1(), 0, map.width());
    y = Scale.linear(map.box().y0(), map.box().y1(), map.height(), 0);
  }

  /** The map with {@code paths} up to {@code step} and the known minima and saddles. */
  String draw(List<Path> paths, List<Trace> traces, int step, Problem problem) {
    bands(svg, map, palette);
    axes(svg, map.xTicks(), map.yTicks(), new Size(map.width(), map.height()), palette);
    Beside beside = beside(problem, paths);
    Optional<Beside.Place> minimum = minimum(problem, beside);
    Optional<Beside.Place> start = start(paths, beside);
    labels(beside);
    problem.minima().forEach(at -> mark(at, "M-6 0h12M0-6v12"));
    problem.saddles().forEach(at -> mark(at, "M-4.5-4.5l9 9M4.5-4.5l-9 9"));
    for (int i = 0; i < paths.size(); i++) {
      path(paths.get(i), traces.get(i), step);
    }
    for (int i = 0; i < paths.size(); i++) {
      tip(paths.get(i), traces.get(i), step);
    }
    paths.stream().findFirst().ifPresent(path -> ring(path.frames().get(0).x()));
    minimum.ifPresent(place -> write("minimum", place));
    start.ifPresent(place -> write("start", place));
    return svg.toString();
  }

  private Beside beside(Problem problem, List<Path> paths) {
    Beside beside = new Beside(map.width(), map.height());
    paths.forEach(path -> beside.path(pixels(path.frames())));
    problem.minima().forEach(at -> beside.mark(x.at(at[0]), y.at(at[1]), MARK));
    problem.saddles().forEach(at -> beside.mark(x.at(at[0]), y.at(at[1]), MARK));
    paths.stream()
        .findFirst()
        .map(path -> path.frames().get(0).x())
        .ifPresent(at -> beside.mark(x.at(at[0]), y.at(at[1]), RING));
    return beside;
  }

  private Optional<Beside.Place> minimum(Problem problem, Beside beside) {
    return problem.minima().stream()
        .filter(at -> problem.minima().size() == 1)
        .findFirst()
        .flatMap(at -> beside.place("minimum", x.at(at[0]), y.at(at[1]), Beside.ABOVE));
  }

  private Optional<Beside.Place> start(List<Path> paths, Beside beside) {
    return paths.stream()
        .findFirst()
        .map(path -> path.frames().get(0).x())
        .flatMap(at -> beside.place("start", x.at(at[0]), y.at(at[1]), Beside.RIGHT));
  }

  private void write(String words, Beside.Place place) {
    svg.open("g", "fill", palette.colour("ink-2"));
    svg.cased(words, place.x(), place.y(), place.right() ? "start" : "end", palette);
    svg.close("g");
  }

  /** The map with the gradient and the Hessian's eigenvectors at a point. */
  String at(Problem problem, double[] point, double[] gradient, Optional<Curvature> curvature) {
    draw(List.of(), List.of(), 0, problem);
    curvature.ifPresent(
        known -> {
          for (int i = 0; i < known.eigenvalues().length; i++) {
            eigenvector(point, known.eigenvectors()[i], known.eigenvalues()[i], i);
          }
        });
    arrow(point, gradient[0], gradient[1], palette.colour("ink"), 2, false);
    ring(point);
    return svg.toString();
  }

  /** Both ways; dashed where the surface bends down. */
  private void eigenvector(double[] point, double[] vector, double eigenvalue, int index) {
    double dx = EIGENVECTOR * vector[0];
    double dy = -EIGENVECTOR * vector[1];
    double px = x.at(point[0]);
    double py = y.at(point[1]);
    svg.element(
        "path",
        "d",
        "M" + px(px - dx) + " " + px(py - dy) + "L" + px(px + dx) + " " + px(py + dy),
        "stroke",
        palette.colour(eigenvalue < 0 ? "optimizer-momentum" : "optimizer-adam"),
        "stroke-width",
        "2.5",
        "stroke-dasharray",
        eigenvalue < 0 ? "6 4" : "");
    svg.open("g", "fill", palette.colour("ink"));
    svg.cased("λ" + "₁₂".charAt(index), px + 1.2 * dx, py + 1.2 * dy + 4, "middle", palette);
    svg.close("g");
  }

  private void ring(double[] at) {
    svg.ring(x.at(at[0]), y.at(at[1]), palette);
  }

  /** The tinted bands of a map. */
  static void bands(Svg svg, ContourMap map, Palette palette) {
    double width = map.width();
    double height = map.height();
    svg.element("rect", "width", width, "height", height, "fill", palette.tint(0));
    svg.open("g", "stroke", palette.colour("map-line"));
    for (ContourMap.Band band : map.bands()) {
      svg.element(
          "path",
          "d",
          band.path(),
          "fill",
          palette.tint(band.tint()),
          "fill-rule",
          "evenodd",
          "stroke-width",
          band.strong() ? "1.1" : ".75",
          "stroke-opacity",
          band.strong() ? ".55" : ".22");
    }
    svg.close("g");
    if (!map.undefined().isEmpty()) {
      svg.element(
          "path", "d", map.undefined(), "fill", palette.colour("void"), "fill-rule", "evenodd");
    }
  }

  /** Ticks inside the lower and the left edge. */
  static void axes(
      Svg svg,
      List<ContourMap.Tick> xTicks,
      List<ContourMap.Tick> yTicks,
      Size size,
      Palette palette) {
    svg.open("g", "class", "ticks", "fill", palette.colour("ink-2"), "stroke-linecap", "butt");
    for (ContourMap.Tick tick : xTicks) {
      double bottom = size.height();
      line(svg, palette, tick.at(), bottom, tick.at(), bottom - 5);
      svg.text(tick.text(), "x", tick.at(), "y", bottom - 9, "text-anchor", "middle");
    }
    for (ContourMap.Tick tick : yTicks) {
      line(svg, palette, 0, tick.at(), 5, tick.at());
      svg.text(tick.text(), "x", 9.0, "y", tick.at() + 4);
    }
    svg.close("g");
  }

  private static void line(Svg svg, Palette palette, double x1, double y1, double x2, double y2) {
    svg.element(
        "path",
        "d",
        "M" + px(x1) + " " + px(y1) + "L" + px(x2) + " " + px(y2),
        "stroke",
        palette.colour("ink-3"));
  }

  private static String px(double value) {
    return Svg.write(value);
  }

  private void labels(Beside beside) {
    svg.open("g", "fill", palette.colour("map-line"), "text-anchor", "middle");
    for (ContourMap.Band band : map.bands()) {
      band.labels().stream()
          .filter(label -> beside.isFree(Beside.Area.around(label.x(), label.y(), LABEL)))
          .filter(label -> beside.crossings(Beside.Area.around(label.x(), label.y(), CLEAR)) == 0)
          .findFirst()
          .ifPresent(label -> label(label, band));
    }
    svg.close("g");
  }

  private void label(ContourMap.Label label, ContourMap.Band band) {
    svg.text(
        label.text(),
        "transform",
        "translate(%s %s) rotate(%s) translate(0 4)"
            .formatted(px(label.x()), px(label.y()), px(Math.toDegrees(label.angle()))),
        "stroke",
        palette.tint(band.tint()),
        "stroke-width",
        "5",
        "stroke-linejoin",
        "round",
        "paint-order",
        "stroke");
  }

  private void mark(double[] at, String shape) {
    svg.element(
        "path",
        "d",
        shape,
        "transform",
        "translate(" + px(x.at(at[0])) + " " + px(y.at(at[1])) + ")",
        "stroke",
        palette.colour("ink"),
        "stroke-width",
        "1.5");
  }

  private void path(Path path, Trace trace, int step) {
    List<Frame> shown = path.frames().stream().filter(frame -> frame.step() <= step).toList();
    String past = polyline(shown);
    List<Frame> future = path.frames().subList(shown.size() - 1, path.frames().size());
    String colour = palette.colour(trace);
    svg.open(
        "g", "class", trace.style(), "fill", "none", "stroke", colour, "stroke-linejoin", "round");
    if (future.size() > 1) {
      svg.element("path", "d", polyline(future), "stroke-opacity", ".4", "stroke-width", "1.25");
    }
    svg.element(
        "path",
        "d",
        past,
        "stroke",
        palette.colour("halo"),
        "stroke-width",
        "4.5",
        "stroke-opacity",
        ".8");
    svg.element("path", "d", past, "stroke-width", "2", "stroke-dasharray", trace.dash());
    dots(shown, colour);
    svg.close("g");
  }

  /** Head and arrows stand above all paths. */
  private void tip(Path path, Trace trace, int step) {
    List<Frame> shown = path.frames().stream().filter(frame -> frame.step() <= step).toList();
    String colour = palette.colour(trace);
    svg.open("g", "class", trace.style());
    arrows(path, shown.size() - 1, colour);
    Frame last = shown.get(shown.size() - 1);
    svg.element(
        "path",
        "d",
        trace.head(),
        "transform",
        "translate(" + px(x.at(last.x()[0])) + " " + px(y.at(last.x()[1])) + ")",
        "fill",
        colour,
        "stroke",
        palette.colour("halo"),
        "stroke-width",
        "2",
        "paint-order",
        "stroke");
    svg.close("g");
  }

  private String polyline(List<Frame> frames) {
    return frames.isEmpty() ? "" : Polyline.open(pixels(frames));
  }

  /** x₀, y₀, x₁, y₁, … */
  private double[] pixels(List<Frame> frames) {
    double[] points = new double[2 * frames.size()];
    for (int i = 0; i < frames.size(); i++) {
      points[2 * i] = Svg.clamp(x.at(frames.get(i).x()[0]));
      points[2 * i + 1] = Svg.clamp(y.at(frames.get(i).x()[1]));
    }
    return points;
  }

  private void dots(List<Frame> frames, String colour) {
    var dots = new ArrayList<double[]>();
    for (int i = 1; i < frames.size(); i++) {
      double[] from = frames.get(i - 1).x();
      double[] to = frames.get(i).x();
      if (Math.hypot(x.at(to[0]) - x.at(from[0]), y.at(to[1]) - y.at(from[1])) >= DOT_DISTANCE) {
        dots.add(new double[] {Svg.clamp(x.at(to[0])), Svg.clamp(y.at(to[1]))});
      }
    }
    svg.element(
        "path",
        "d",
        Polyline.dots(dots),
        "stroke",
        colour,
        "stroke-width",
        "4.5",
        "stroke-linecap",
        "round");
  }

  private void arrows(Path path, int at, String colour) {
    Frame frame = path.frames().get(at);
    double[] from = frame.x();
    double[] slope = frame.gradient();
    arrow(from, -slope[0], -slope[1], palette.colour("ink-2"), 1.25, false);
    if (at + 1 < path.frames().size()) {
      double[] to = path.frames().get(at + 1).x();
      arrow(from, to[0] - from[0], to[1] - from[1], colour, 2.5, true);
    }
  }

  /** An arrow along (dx, dy). */
  private void arrow(
      double[] from, double dx, double dy, String colour, double wide, boolean toScale) {
    double right = x.at(from[0] + dx) - x.at(from[0]);
    double down = y.at(from[1] + dy) - y.at(from[1]);
    double[] pixel = {x.at(from[0]), y.at(from[1])};
    Arrow.draw(svg, pixel, new double[] {right, down}, colour, wide, toScale);
  }
}
