package descent.optimizer;

/**
 * A number that a person chooses before (or while) an optimizer runs; sliders, documentation and
 * validation all read this one record.
 *
 * @param name on the wire, snake case, optax's where it has one
 * @param label in words, for example "learning rate"
 * @param symbol as text, for example η
 * @param tex as TeX, for example \eta
 * @param initial the default
 * @param low smallest slider value
 * @param high largest slider value
 * @param scale how the slider moves
 * @param allowed which values are valid at all
 * @param meaning one sentence
 */
public record Hyperparameter(
    String name,
    String label,
    String symbol,
    String tex,
    double initial,
    double low,
    double high,
    Scale scale,
    Range allowed,
    String meaning) {

  /** How a slider moves between low and high. */
  public enum Scale {
    LINEAR,
    LOG,
    /** Slides in 1 − value, logarithmically: for β near 1. */
    ONE_MINUS_LOG,
    INTEGER,
    /** Off is 0, on is 1. */
    SWITCH
  }

  /** Valid values: from {@code low} to {@code high}, an open end excludes itself. */
  public record Range(double low, boolean openLow, double high, boolean openHigh) {
    /** Whether {@code value} is valid. */
    public boolean contains(double value) {
      return (openLow ? value > low : value >= low) && (openHigh ? value < high : value <= high);
    }
  }

  /**
   * Refuses a value outside the allowed range.
   *
   * @return {@code value}
   * @throws IllegalArgumentException naming the range
   */
  public double check(double value) {
    if (Double.isFinite(value) && allowed.contains(value)) {
      return value;
    }
    throw new IllegalArgumentException(
        "The %s must be %s, got %s.".formatted(label, words(), value));
  }

  private String words() {
    if (scale == Scale.SWITCH) {
      return "0 or 1";
    }
    String from = (allowed.openLow() ? "above " : "at least ") + number(allowed.low());
    String to = (allowed.openHigh() ? "below " : "at most ") + number(allowed.high());
    return Double.isInfinite(allowed.high()) ? from : from + " and " + to;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
