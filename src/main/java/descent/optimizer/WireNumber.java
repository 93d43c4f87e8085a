package descent.optimizer;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as they stand in a query: the fewest digits that read back to the same double. */
public final class WireNumber {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]?(NaN|Infinity)");

  private WireNumber() {}

  /** As {@code 0.5}, {@code 3} or {@code 1e-4}. */
  public static String of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e7) {
      return Long.toString((long) value);
    }
    return Double.toString(value).replace(".0E", "e").replace('E', 'e');
  }

  static OptionalDouble parse(String text) {
    return NUMBER.matcher(text).matches()
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }
}
