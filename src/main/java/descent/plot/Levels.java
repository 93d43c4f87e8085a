package descent.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the contour lines of a map lie.
 *
 * <p>Over two decades or more of f − floor they are quarter decades (eighths where that gives fewer
 * than twelve bands) between the lowest thousandth and the 99th percentile, five decades at most;
 * else, and where f falls on beyond the map and no minimum is known, about twelve even steps.
 *
 * @param logarithmic whether heights are z = log₁₀(f − floor + 10⁻¹²), else z = f
 * @param floor the known or found minimum
 */
public record Levels(boolean logarithmic, double floor, List<Level> all) {
  private static final double TINY = 1e-12;

  /** One line at height z; strong ones carry a label. */
  public record Level(double z, boolean strong, String label) {}

  public Levels {
    all = List.copyOf(all);
  }

  /** The levels of {@code values}, whose smallest possible value may be known (else +∞). */
  public static Levels of(Grid values, double minimum) {
    double[] sorted = values.sorted();
    if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
      return new Levels(false, sorted.length == 0 ? 0 : sorted[0], List.of());
    }
    double floor = Math.min(minimum, sorted[0]);
    double highest = sorted[(int) (0.99 * (sorted.length - 1))];
    double low = logarithm(sorted[(int) (0.001 * (sorted.length - 1))] - floor);
    double high = logarithm(highest - floor);
    boolean isEven = high - low < 2 || Double.isInfinite(minimum) && values.isLowestAtBorder();
    return isEven && highest - sorted[0] <= Double.MAX_VALUE
        ? new Levels(false, floor, even(sorted[0], highest))
        : new Levels(true, floor, decades(Math.max(low, high - 5), high));
  }

  /** A difference of two numbers may be larger than any number. */
  private static double logarithm(double above) {
    return Math.log10(Math.min(Math.max(0, above), Double.MAX_VALUE) + TINY);
  }

  private static List<Level> decades(double low, double high) {
    int parts = high - low < 3 ? 8 : 4;
    List<Level> levels = new ArrayList<>();
    for (int k = (int) Math.ceil(low * parts); k <= Math.floor(high * parts); k++) {
      boolean whole = k % parts == 0;
      double z = k / (double) parts;
      levels.add(new Level(z, whole, whole ? Numbers.decade(Math.pow(10, z)) : ""));
    }
    return levels;
  }

  private static List<Level> even(double low, double high) {
    double step = Scale.step(high - low, 13);
    return Scale.multiples(low, high, step).stream()
        .filter(value -> value > low)
        .map(
            value -> {
              boolean strong = Math.rint(value / step) % 5 == 0;
              return new Level(value, strong, strong ? Numbers.tick(value, step) : "");
            })
        .toList();
  }

  /** The height of {@code value}: −∞ where it is no number, so that no line passes there. */
  public double height(double value) {
    if (Double.isNaN(value)) {
      return Double.NEGATIVE_INFINITY;
    }
    return logarithmic ? logarithm(value - floor) : value;
  }
}
