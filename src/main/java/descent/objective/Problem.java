package descent.objective;

import java.util.List;
import java.util.Optional;

/**
 * An objective with what a page needs to show it.
 *
 * @param name on the wire, snake case; of a typed formula its text
 * @param title for people
 * @param objective the formula
 * @param start where runs begin by default, n coordinates; never written
 * @param box what the map shows
 * @param minima known local minima, n coordinates each, the lowest first; never written
 * @param saddles known saddle points, n coordinates each; never written
 * @param credit where the problem comes from
 */
public record Problem(
    String name,
    String title,
    Formula objective,
    double[] start,
    Box box,
    List<double[]> minima,
    List<double[]> saddles,
    String credit) {
  private static final int GRID = 80;

  /** {@code f(x, y) = …} as TeX, without delimiters. */
  public String tex() {
    return "f(%s) = %s"
        .formatted(String.join(", ", objective.variables()), objective.expression().tex());
  }

  /**
   * This problem; if it knows no minimum, with the one that Newton's method finds from the lowest
   * of a grid of points of {@code within}, where there is one.
   */
  public Problem withMinimumIn(Box within) {
    if (!minima.isEmpty() || objective.dimension() > 2) {
      return this;
    }
    List<double[]> found =
        CriticalPoint.near(objective, lowest(within)).stream()
            .filter(point -> point.kind() == CriticalPoint.Kind.MINIMUM)
            .map(CriticalPoint::x)
            .toList();
    return new Problem(name, title, objective, start, box, found, saddles, credit);
  }

  /** The point with gradient zero that Newton's method finds from {@code guess}, if it does. */
  public Optional<double[]> criticalPoint(double[] guess) {
    return CriticalPoint.near(objective, guess).map(CriticalPoint::x);
  }

  private double[] lowest(Box within) {
    double[] best = start;
    for (int i = 0; i <= GRID; i++) {
      for (int j = 0; j <= (objective.dimension() == 1 ? 0 : GRID); j++) {
        double x = within.x0() + (within.x1() - within.x0()) * i / GRID;
        double y = within.y0() + (within.y1() - within.y0()) * j / GRID;
        double[] point = objective.dimension() == 1 ? new double[] {x} : new double[] {x, y};
        best = objective.value(point) < objective.value(best) ? point : best;
      }
    }
    return best;
  }
}
