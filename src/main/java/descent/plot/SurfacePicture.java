package descent.plot;

import descent.objective.Box;
import descent.objective.Objective;
import descent.objective.Problem;
import descent.run.Frame;
import descent.run.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The graph of a 2-D objective seen from above and aside, with the paths on it, as SVG. */
final class SurfacePicture {
  private static final int CELLS = 28;
  private static final int TINTS = 16;

  private static final double NEAR = 0.02;

  private final Objective objective;
  private final Box box;
  private final Relief relief;
  private final Grid heights;
  private final double low;
  private final double high;
  private final Projection projection;
  private final Palette palette;
  private final Svg svg = new Svg();

  SurfacePicture(Problem problem, Box box, Size size, Palette palette) {
    this.palette = palette;
    this.box = box;
    objective = problem.objective();
    View view = View.of(box, CELLS, CELLS);
    Grid values = Grid.sample(problem.objective(), view, 1);
    relief = Relief.of(values, Levels.of(values, RunPicture.floor(problem)).floor());
    heights = values.map(relief::height);
    double[] sorted = heights.sorted();
    low = sorted.length == 0 ? 0 : sorted[0];
    high = sorted.length == 0 ? 1 : Math.max(low + 1e-12, sorted[sorted.length - 1]);
    projection = new Projection(view.box(), low, high, size).fitted(corners());
  }

  String draw(List<Path> paths, List<Trace> traces, int step) {
    cells().forEach(this::cell);
    for (int i = 0; i < paths.size(); i++) {
      path(paths.get(i), traces.get(i), step);
    }
    for (int i = 0; i < paths.size(); i++) {
      tip(paths.get(i), traces.get(i), step);
    }
    return svg.toString();
  }

  private record Cell(double depth, double tint, String path) {}

  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int j = 0; j < heights.rows() - 1; j++) {
      for (int i = 0; i < heights.columns() - 1; i++) {
        double[][] corners = {
          corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)
        };
        double z = 0;
        double depth = 0;
        StringBuilder path = new StringBuilder("M");
        for (double[] corner : corners) {
          z += corner[2] / 4;
          double[] pixel = projection.at(corner[0], corner[1], corner[2]);
          depth += pixel[2] / 4;
          path.append(Math.round(pixel[0])).append(' ').append(Math.round(pixel[1])).append(' ');
        }
        if (Double.isFinite(z)) {
          cells.add(new Cell(depth, (z - low) / (high - low), path.append('Z').toString()));
        }
      }
    }
    cells.sort(Comparator.comparingDouble(Cell::depth));
    return cells;
  }

  private List<double[]> corners() {
    return IntStream.range(0, heights.values().length)
        .mapToObj(k -> corner(k % heights.columns(), k / heights.columns()))
        .toList();
  }

  private double[] corner(int i, int j) {
    View view = heights.view();
    return new double[] {
      view.x().value(heights.pixelX(i)), view.y().value(heights.pixelY(j)), heights.value(i, j)
    };
  }

  private void cell(Cell cell) {
    double tint = Math.rint(cell.tint() * TINTS) / TINTS;
    svg.element(
        "path",
        "d",
        cell.path(),
        "fill",
        palette.tint(tint),
        "stroke",
        palette.colour("map-line"),
        "stroke-width",
        ".5",
        "stroke-opacity",
        ".35");
  }

  private void path(Path path, Trace trace, int step) {
    List<Frame> shown = path.frames().stream().filter(frame -> frame.step() <= step).toList();
    double[] points = new double[2 * shown.size()];
    for (int i = 0; i < shown.size(); i++) {
      double[] pixel = on(shown.get(i));
      points[2 * i] = Svg.clamp(pixel[0]);
      points[2 * i + 1] = Svg.clamp(pixel[1]);
    }
    String line = Polyline.open(points);
    String colour = palette.colour(trace);
    svg.open(
        "g", "class", trace.style(), "fill", "none", "stroke", colour, "stroke-linejoin", "round");
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
    svg.element("path", "d", line, "stroke-width", "2", "stroke-dasharray", trace.dash());
    svg.close("g");
  }

  /** Thin the negative gradient, thick the next step, and the head, above all paths. */
  private void tip(Path path, Trace trace, int step) {
    List<Frame> frames = path.frames();
    int now = (int) frames.stream().filter(frame -> frame.step() <= step).count() - 1;
    double[] at = on(frames.get(now));
    String colour = palette.colour(trace);
    svg.open("g", "class", trace.style(), "fill", "none");
    Arrow.draw(svg, at, downhill(frames.get(now)), palette.colour("ink-2"), 1.25, false);
    if (now + 1 < frames.size()) {
      double[] next = on(frames.get(now + 1));
      Arrow.draw(svg, at, new double[] {next[0] - at[0], next[1] - at[1]}, colour, 2.5, true);
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
        "translate(%.1f %.1f)".formatted(Svg.clamp(at[0]), Svg.clamp(at[1])));
    svg.close("g");
  }

  /** The pixel of a frame. */
  private double[] on(Frame frame) {
    return at(frame.x()[0], frame.x()[1], frame.value());
  }

  private double[] at(double x, double y, double value) {
    return projection.at(x, y, Math.min(high, relief.height(value)));
  }

  /** Along the surface against the gradient, as pixels of any length. */
  private double[] downhill(Frame frame) {
    double width = box.x1() - box.x0();
    double height = box.y1() - box.y0();
    double near = -NEAR / Math.hypot(frame.gradient()[0] / width, frame.gradient()[1] / height);
    double x = frame.x()[0] + near * frame.gradient()[0];
    double y = frame.x()[1] + near * frame.gradient()[1];
    double[] from = on(frame);
    double[] to = at(x, y, objective.value(new double[] {x, y}));
    return new double[] {to[0] - from[0], to[1] - from[1]};
  }
}
