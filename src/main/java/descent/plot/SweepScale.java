package descent.plot;

import descent.objective.Box;
import descent.objective.Problem;
import descent.run.sweep.Cells;
import descent.run.sweep.Measure;
import java.util.stream.IntStream;

/**
 * From a sweep's values to 0 (good) … 1 (bad).
 *
 * @param low drawn at 0; what is lower too
 * @param high drawn at 1; what is higher too
 * @param logarithmic whether equal ratios are equal differences, never of numbers of steps
 */
public record SweepScale(double low, double high, boolean logarithmic) {
  private static final double LOGARITHMIC_FROM = 20;
  private static final double DEEPEST = 1e-12;
  private static final double OUTLIERS = 0.02;
  private static final double SLOWEST = 0.05;
  private static final int LOOKED_AT = 17;

  /**
   * The scale of a sweep. On a map the few lowest and highest values are as their neighbours;
   * losses above the one at the start of all runs are as bad as that, losses below all of the
   * problem's box as good as those, unless most are.
   */
  public static SweepScale of(Cells cells) {
    double[] sorted = sorted(cells);
    if (sorted.length == 0) {
      return new SweepScale(0, 1, false);
    }
    double low = at(sorted, outliers(cells));
    double high = at(sorted, 1 - outliers(cells));
    if (cells.spec().measure() == Measure.LOSS) {
      double best = best(cells.spec().problem());
      low = best <= at(sorted, 0.5) ? Math.max(low, best) : at(sorted, OUTLIERS);
      high = Math.max(Math.min(high, worst(cells, sorted)), low);
    }
    if (!(high > low)) {
      return new SweepScale(low, low + Math.max(1, Math.abs(low)), false);
    }
    double floor = Math.max(low, DEEPEST * high);
    boolean isWide = low >= 0 && floor > 0 && high / floor > LOGARITHMIC_FROM;
    boolean logarithmic = isWide && !cells.spec().measure().findsBasins();
    return new SweepScale(logarithmic ? floor : low, high, logarithmic);
  }

  /** The share of cells at either end that the shades of a map do not tell apart. */
  private static double outliers(Cells cells) {
    return cells.rows() == 1
        ? 0
        : switch (cells.spec().measure()) {
          case BASIN, STEPS -> SLOWEST;
          case LOSS -> OUTLIERS;
          case RATE, THEORY -> 0;
        };
  }

  private static double at(double[] sorted, double part) {
    return sorted[(int) (part * (sorted.length - 1))];
  }

  /** The lowest value in the box; −∞ where more than two coordinates have none. */
  private static double best(Problem problem) {
    int dimension = problem.objective().dimension();
    if (dimension > 2) {
      return Double.NEGATIVE_INFINITY;
    }
    Box box = problem.box();
    double low = RunPicture.floor(problem);
    for (int k = 0; k < LOOKED_AT * LOOKED_AT; k++) {
      double x = between(box.x0(), box.x1(), k % LOOKED_AT);
      double y = between(box.y0(), box.y1(), k / LOOKED_AT);
      double value =
          problem.objective().value(dimension == 1 ? new double[] {x} : new double[] {x, y});
      low = Double.isFinite(value) ? Math.min(low, value) : low;
    }
    return low;
  }

  private static double between(double low, double high, int i) {
    return low + (high - low) * i / (LOOKED_AT - 1);
  }

  private static double worst(Cells cells, double[] sorted) {
    return cells.spec().overStarts()
        ? at(sorted, 1 - OUTLIERS)
        : cells.spec().problem().objective().value(cells.spec().start());
  }

  /** What the shades tell apart: the runs that ended, on a map of basins in one. */
  private static double[] sorted(Cells cells) {
    boolean inBasins = cells.spec().measure() == Measure.BASIN;
    return IntStream.range(0, cells.value().length)
        .filter(cell -> cells.kind()[cell] != Cells.DIVERGED)
        .filter(cell -> !inBasins || cells.kind()[cell] != Cells.UNSETTLED)
        .mapToDouble(cell -> cells.value()[cell])
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  /** Where {@code value} lies between 0 and 1. */
  public double part(double value) {
    double part =
        logarithmic
            ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
            : (value - low) / (high - low);
    return Math.min(1, Math.max(0, part));
  }

  /** As an axis or a colour bar. */
  Scale along(double from, double to) {
    return new Scale(low, high, from, to, logarithmic);
  }
}
