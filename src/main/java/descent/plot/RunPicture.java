package descent.plot;

import descent.objective.Box;
import descent.objective.Objective;
import descent.objective.Problem;
import descent.run.Path;
import descent.run.Result;
import descent.run.Stop;
import java.util.List;

/**
 * The picture of a run at one step: the plane with the paths, and the loss beside it.
 *
 * @param box what the plane shows at least
 * @param traces one for each path
 * @param step up to which paths are drawn
 * @param logarithmic whether the loss has a logarithmic axis where it can
 */
public record RunPicture(
    Result result, Box box, List<Trace> traces, int step, boolean logarithmic) {
  /** Of the plane beside the loss. */
  public static final Size MAP = new Size(716, 464);

  /** Of the loss beside the plane. */
  public static final Size LOSS = new Size(420, 464);

  private static final String FONT = "font-family=\"system-ui,sans-serif\" font-size=\"12\"";

  public RunPicture {
    traces = List.copyOf(traces);
  }

  /** The known smallest value of a problem; +∞ if none is known. */
  static double floor(Problem problem) {
    return problem.minima().stream()
        .mapToDouble(problem.objective()::value)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** A box for the curve of a 1-D objective over [x0, x1], with room below and above. */
  public static Box fit(Objective objective, double x0, double x1) {
    return LinePicture.fit(objective, x0, x1);
  }

  /** A box that shows every path of a result, up to where one leaves for infinity. */
  public static Box around(Result result) {
    Objective objective = result.spec().problem().objective();
    double[] x = range(result, 0);
    if (objective.dimension() == 1) {
      return fit(objective, x[0], x[1]);
    }
    double[] y = range(result, 1);
    return new Box(x[0], x[1], y[0], y[1]);
  }

  private static double[] range(Result result, int coordinate) {
    double start = result.spec().start()[coordinate];
    double[] all =
        result.paths().stream()
            .filter(path -> path.stop().reason() != Stop.Reason.DIVERGED)
            .flatMap(path -> path.frames().stream())
            .mapToDouble(frame -> frame.x()[coordinate])
            .toArray();
    double low = java.util.Arrays.stream(all).min().orElse(-Math.abs(start) - 1);
    double high = java.util.Arrays.stream(all).max().orElse(Math.abs(start) + 1);
    double room = Math.max(0.2 * (high - low), 1e-6 * Math.max(1, Math.abs(low)));
    return new double[] {low - room, high + room};
  }

  /** The surface of a 2-D objective with the paths on it, as a part of a page. */
  public String surface(String alternative, Size size) {
    String drawn =
        new SurfacePicture(result.spec().problem(), box, size, Palette.PAGE)
            .draw(result.paths(), traces, step);
    return frame("map", size, alternative, "xMidYMid meet", drawn);
  }

  /** The plane, or in one dimension the curve, as a part of a page. */
  public String map(String alternative, Size size) {
    return frame("map", size, alternative, "xMidYMid slice", plane(size, Palette.PAGE));
  }

  /** The loss against the step, as a part of a page. */
  public String loss(String alternative, Size size) {
    return frame("loss", size, alternative, "xMidYMid meet", loss(size, Palette.PAGE));
  }

  /** Both beside each other, as a file of its own in the light theme. */
  public String file() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1160 464\" width=\"1160\""
        + " height=\"464\" "
        + FONT
        + "><rect width=\"1160\" height=\"464\" fill=\"#fff\"/>"
        + "<svg width=\"716\" height=\"464\" overflow=\"hidden\">"
        + plane(MAP, Palette.LIGHT)
        + "</svg><g transform=\"translate(740 0)\">"
        + loss(LOSS, Palette.LIGHT)
        + "</g></svg>";
  }

  private String plane(Size size, Palette palette) {
    Problem problem = result.spec().problem();
    return problem.objective().dimension() == 1
        ? new LinePicture(problem.objective(), box, result.paths(), step, size, palette)
            .draw(traces)
        : new MapPicture(problem, box, size, palette).draw(result.paths(), traces, step, problem);
  }

  private String loss(Size size, Palette palette) {
    List<Path> paths = result.paths();
    int steps = result.spec().steps();
    double floor = floor(result.spec().problem());
    return new LossPicture(paths, steps, floor, logarithmic, size, palette).draw(traces, step);
  }

  static String frame(String name, Size size, String alternative, String fit, String content) {
    return "<svg class=\"plot %s\" viewBox=\"0 0 %.0f %.0f\" preserveAspectRatio=\"%s\" role=\"img\" aria-label=\"%s\">%s</svg>"
        .formatted(name, size.width(), size.height(), fit, Svg.escape(alternative), content);
  }
}
