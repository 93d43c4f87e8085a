package descent.objective;

import java.util.List;

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

  /** {@code f(x, y) = …} as TeX, without delimiters. */
  public String tex() {
    return "f(%s) = %s"
        .formatted(String.join(", ", objective.variables()), objective.expression().tex());
  }
}
