package descent.plot;

import descent.objective.Box;
import descent.objective.Problem;
import descent.run.Path;
import descent.run.Result;
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
  private static final Size MAP = new Size(716, 464);
  private static final Size LOSS = new Size(420, 464);
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

  /** The plane, or in one dimension the curve, as a part of a page. */
  public String map(String alternative) {
    return frame("map", MAP, alternative, "xMidYMid slice", plane(MAP, Palette.PAGE));
  }

  /** The loss against the step, as a part of a page. */
  public String loss(String alternative) {
    return frame("loss", LOSS, alternative, "xMidYMid meet", loss(LOSS, Palette.PAGE));
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
        : new MapPicture(problem, box, size, palette)
            .draw(result.paths(), traces, step, problem.minima());
  }

  private String loss(Size size, Palette palette) {
    List<Path> paths = result.paths();
    int steps = result.spec().steps();
    double floor = floor(result.spec().problem());
    return new LossPicture(paths, steps, floor, logarithmic, size, palette).draw(traces, step);
  }

  private static String frame(
      String name, Size size, String alternative, String fit, String content) {
    return "<svg class=\"plot %s\" viewBox=\"0 0 %.0f %.0f\" preserveAspectRatio=\"%s\" role=\"img\" aria-label=\"%s\">%s</svg>"
        .formatted(name, size.width(), size.height(), fit, Svg.escape(alternative), content);
  }
}
