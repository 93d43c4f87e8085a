package descent.plot;

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

  /** The scale of a map: losses above the one at the start of all runs are as bad as that. */
  public static SweepScale of(Cells cells) {
    float[] range = cells.range();
    double low = Float.isNaN(range[0]) ? 0 : range[0];
    double high = Float.isNaN(range[1]) ? 1 : range[1];
    if (cells.spec().measure() == Measure.LOSS) {
      high = Math.max(Math.min(high, worst(cells)), low);
    }
    if (!(high > low)) {
      return new SweepScale(low, low + 1, false);
    }
    double floor = Math.max(low, DEEPEST * high);
    boolean logarithmic = low >= 0 && floor > 0 && high / floor > LOGARITHMIC_FROM;
    return new SweepScale(logarithmic ? floor : low, high, logarithmic);
  }

  private static double worst(Cells cells) {
    if (!cells.spec().overStarts()) {
      return cells.spec().problem().objective().value(cells.spec().start());
    }
    double[] sorted = sorted(cells.value());
    return sorted[(int) (0.98 * (sorted.length - 1))];
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
