package descent.plot;

import descent.objective.Box;
import descent.objective.Problem;
import descent.run.sweep.Cells;
import descent.run.sweep.Measure;
import java.util.Arrays;

/**
 * From a sweep's values to 0 (good) … 1 (bad).
 *
 * @param low drawn at 0; what is lower too
 * @param high drawn at 1; what is higher too
 * @param logarithmic whether equal ratios are equal differences
 */
public record SweepScale(double low, double high, boolean logarithmic) {
  private static final double LOGARITHMIC_FROM = 20;
  private static final double DEEPEST = 1e-12;
  private static final double OUTLIERS = 0.02;
  private static final int LOOKED_AT = 17;

  /**
   * The scale of a map: losses above the one at the start of all runs are as bad as that, losses
   * below all of the problem's box as good as those, unless most are.
   */
  public static SweepScale of(Cells cells) {
    float[] range = cells.range();
    double low = finite(range[0], 0);
    double high = finite(range[1], 1);
    if (cells.spec().measure() == Measure.LOSS) {
      low = Math.max(low, Math.min(high, lowest(cells)));
      high = Math.max(Math.min(high, worst(cells)), low);
    }
    if (!(high > low)) {
      return new SweepScale(low, low + Math.max(1, Math.abs(low)), false);
    }
    double floor = Math.max(low, DEEPEST * high);
    boolean logarithmic = low >= 0 && floor > 0 && high / floor > LOGARITHMIC_FROM;
    return new SweepScale(logarithmic ? floor : low, high, logarithmic);
  }

  private static double finite(float value, double absent) {
    return Float.isNaN(value)
        ? absent
        : Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value));
  }

  /** That of the box; where most runs end below it, for nothing ends their fall, that of most. */
  private static double lowest(Cells cells) {
    double best = best(cells.spec().problem());
    double[] sorted = sorted(cells.value());
    return sorted.length > 0 && sorted[sorted.length / 2] < best
        ? sorted[(int) (OUTLIERS * (sorted.length - 1))]
        : best;
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

  private static double worst(Cells cells) {
    if (!cells.spec().overStarts()) {
      return cells.spec().problem().objective().value(cells.spec().start());
    }
    double[] sorted = sorted(cells.value());
    return sorted.length == 0
        ? Double.POSITIVE_INFINITY
        : sorted[(int) ((1 - OUTLIERS) * (sorted.length - 1))];
  }

  private static double[] sorted(float[] values) {
    double[] finite = new double[values.length];
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        finite[count++] = value;
      }
    }
    double[] sorted = Arrays.copyOf(finite, count);
    Arrays.sort(sorted);
    return sorted;
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
