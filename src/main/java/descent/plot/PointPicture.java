package descent.plot;

import descent.expr.Precision;
import descent.objective.Box;
import descent.objective.Problem;
import descent.objective.Taylor;
import descent.run.Curvature;

/**
 * An objective at one point: its map with the gradient and the Hessian's eigenvectors, and its
 * surface nearby with the quadric that touches it.
 *
 * @param box what the map shows at least
 * @param at two coordinates; never written
 */
public record PointPicture(Problem problem, Box box, double[] at) {
  private static final Size MAP = new Size(580, 464);
  private static final double NEAR = 0.2;
  private static final double LEAST = 1e-6;
  private static final double FAR = 1e300;

  /** The map, as a part of a page. */
  public String map(String alternative) {
    String drawn =
        new MapPicture(problem, box, MAP, Palette.PAGE)
            .at(
                problem,
                at,
                problem.objective().at(at).gradient(),
                Curvature.at(problem.objective(), at));
    return RunPicture.frame("map", MAP, alternative, "xMidYMid slice", drawn);
  }

  /** The surface around the point, as a part of a page. */
  public String quadric(String alternative) {
    Taylor taylor = new Taylor(problem.objective(), at, Precision.DOUBLE);
    return new TaylorPicture(problem.objective(), taylor, at, at, near(box, at))
        .quadric(alternative);
  }

  /**
   * A box around a point, a part as long as another on each side, and wide enough to tell apart.
   */
  public static Box near(Box box, double[] at) {
    double x = clamped(at[0]);
    double y = clamped(at[1]);
    double width = Math.max(NEAR * (box.x1() - box.x0()), LEAST * Math.abs(x));
    double height = Math.max(NEAR * (box.y1() - box.y0()), LEAST * Math.abs(y));
    return new Box(x - width, x + width, y - height, y + height);
  }

  private static double clamped(double coordinate) {
    return Math.max(-FAR, Math.min(FAR, coordinate));
  }
}
