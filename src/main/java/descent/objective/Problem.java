package descent.objective;

import java.util.List;

/**
 * An objective with what a page needs to show it.
 *
 * @param name on the wire, snake case
 * @param title for people
 * @param objective the formula
 * @param start where runs begin by default, n coordinates; never written
 * @param box what the map shows
 * @param minima known local minima, n coordinates each, the global one first; never written
 * @param credit where the problem comes from
 */
public record Problem(
    String name,
    String title,
    Formula objective,
    double[] start,
    Box box,
    List<double[]> minima,
    String credit) {}
