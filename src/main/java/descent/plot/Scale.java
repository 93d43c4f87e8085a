package descent.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A map from numbers to pixels that knows its ticks.
 *
 * @param low value drawn at {@code from}
 * @param high value drawn at {@code to}
 * @param from pixel of {@code low}
 * @param to pixel of {@code high}
 * @param logarithmic whether equal ratios have equal lengths; then {@code low > 0}
 */
public record Scale(double low, double high, double from, double to, boolean logarithmic) {
  private static final int MOST_TICKS = 1000;

  /** The part of a value, or of 1, below which a difference is none. */
  private static final double TINY = 1e-12;

  private static final double LEAST_DECADE = -300;

  public Scale {
    if (!(low < high) || !Double.isFinite(high - low) || logarithmic && low <= 0) {
      throw new IllegalArgumentException(
          "a scale needs finite low < high, above 0 if logarithmic, got %s to %s"
              .formatted(low, high));
    }
  }

  public static Scale linear(double low, double high, double from, double to) {
    return new Scale(low, high, from, to, false);
  }

  public static Scale logarithmic(double low, double high, double from, double to) {
    return new Scale(low, high, from, to, true);
  }

  /** A linear scale around values, from and to a multiple of about a fifth of their range. */
  static Scale even(double least, double most, double from, double to) {
    double tiny = TINY * Math.max(1, Math.max(Math.abs(least), Math.abs(most)));
    double step = step(Math.max(most - least, tiny), 5);
    double low = Math.floor(least / step) * step;
    return linear(low, Math.max(low + step, Math.ceil(most / step) * step), from, to);
  }

  /**
   * A logarithmic scale around values: whole decades, {@code decades} at most, and 1, 2, 5 × 10ᵏ
   * where less than two will do.
   */
  static Scale around(double least, double most, int decades, double from, double to) {
    double low = 1 / step(1 / least, 1);
    double high = Math.max(step(most, 1), step(low * 1.5, 1));
    if (high < 99 * low) {
      return logarithmic(low, high, from, to);
    }
    double last = Math.max(Math.ceil(Math.log10(most) + 1e-9), LEAST_DECADE + 1);
    double first = Math.max(Math.floor(Math.log10(least)), Math.max(last - decades, LEAST_DECADE));
    return logarithmic(Math.pow(10, first), Math.pow(10, last), from, to);
  }

  /** The pixel of {@code value}; −∞ or NaN stay so. */
  public double at(double value) {
    double part =
        logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return from + part * (to - from);
  }

  /** The value drawn at {@code pixel}; inverse of {@link #at}. */
  public double value(double pixel) {
    double part = (pixel - from) / (to - from);
    return logarithmic ? low * Math.pow(high / low, part) : low + part * (high - low);
  }

  /**
   * About {@code count} round values from low to high: multiples of 1, 2 or 5, or decades, with 2
   * and 5 between them where there are fewer than two.
   */
  public List<Double> ticks(int count) {
    return logarithmic ? decades(count) : multiples(low, high, step(high - low, count));
  }

  private List<Double> decades(int count) {
    int first = (int) Math.ceil(Math.log10(low) - 1e-9);
    int last = (int) Math.floor(Math.log10(high) + 1e-9);
    if (high < 100 * low * (1 - 1e-9)) {
      return oneTwoFive(first - 1, last);
    }
    int stride = Math.max(1, (int) Math.ceil((last - first + 1) / (double) Math.max(1, count)));
    List<Double> ticks = new ArrayList<>();
    for (int decade = Math.floorDiv(first + stride - 1, stride) * stride;
        decade <= last;
        decade += stride) {
      ticks.add(Math.pow(10, decade));
    }
    return ticks;
  }

  private List<Double> oneTwoFive(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .boxed()
        .flatMap(decade -> Stream.of(1, 2, 5).map(round -> round * Math.pow(10, decade)))
        .filter(value -> value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9))
        .toList();
  }

  /** The smallest of 1, 2, 5 × 10ᵏ that cuts {@code length} into at most {@code count} parts. */
  static double step(double length, int count) {
    double rough = length / Math.max(1, count);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (int round : new int[] {1, 2, 5}) {
      if (round * power >= rough * (1 - 1e-9)) {
        return round * power;
      }
    }
    return 10 * power;
  }

  /** The multiples of {@code step} from low to high; none where doubles cannot tell them apart. */
  static List<Double> multiples(double low, double high, double step) {
    double first = Math.ceil(low / step - 1e-9);
    double last = Math.floor(high / step + 1e-9);
    return last - first <= MOST_TICKS
        ? IntStream.rangeClosed(0, (int) (last - first)).mapToObj(k -> (first + k) * step).toList()
        : List.of();
  }
}
