package descent.optimizer;

import java.util.List;

/**
 * A number that a person chooses before (or while) an optimizer runs; sliders, documentation and
 * validation all read this one record.
 *
 * <p>One that is zero by default is left out of formulas and loops while it is zero.
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
 * @param choices the words of a {@link Scale#CHOICE}, whose value is a position in them; else empty
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
    List<String> choices,
    String meaning) {

  /** How a slider moves between low and high. */
  public enum Scale {
    LINEAR,
    LOG,
    /** Slides in 1 − value, logarithmically: for β near 1. */
    ONE_MINUS_LOG,
    INTEGER,
    /** Off is 0, on is 1. */
    SWITCH,
    /** One of some words. */
    CHOICE
  }

  /** Valid values: from {@code low} to {@code high}, an open end excludes itself. */
  public record Range(double low, boolean openLow, double high, boolean openHigh) {
    private static final Range POSITIVE = new Range(0, true, Double.POSITIVE_INFINITY, true);
    private static final Range AT_LEAST_ZERO = new Range(0, false, Double.POSITIVE_INFINITY, true);
    private static final Range BELOW_ONE = new Range(0, false, 1, true);
    private static final Range UP_TO_ONE = new Range(0, false, 1, false);

    /** Whether {@code value} is valid. */
    public boolean contains(double value) {
      return (openLow ? value > low : value >= low) && (openHigh ? value < high : value <= high);
    }
  }

  public Hyperparameter {
    choices = List.copyOf(choices);
  }

  /** η, how far a step goes. */
  static Hyperparameter learningRate(double initial, String meaning) {
    return new Hyperparameter(
        "learning_rate",
        "learning rate",
        "η",
        "\\eta",
        initial,
        1e-5,
        10,
        Scale.LOG,
        Range.POSITIVE,
        List.of(),
        meaning);
  }

  /** A decay in [0, 1), mostly near one. */
  static Hyperparameter decay(
      String name, String label, String symbol, String tex, double initial, String meaning) {
    return new Hyperparameter(
        name,
        label,
        symbol,
        tex,
        initial,
        0,
        0.9999,
        Scale.ONE_MINUS_LOG,
        Range.BELOW_ONE,
        List.of(),
        meaning);
  }

  /** A part in [0, 1]. */
  static Hyperparameter part(
      String name, String label, String symbol, String tex, double initial, String meaning) {
    return new Hyperparameter(
        name, label, symbol, tex, initial, 0, 1, Scale.LINEAR, Range.UP_TO_ONE, List.of(), meaning);
  }

  /** A number above zero. */
  static Hyperparameter positive(
      String name,
      String label,
      String symbol,
      String tex,
      double initial,
      double low,
      double high,
      String meaning) {
    return new Hyperparameter(
        name,
        label,
        symbol,
        tex,
        initial,
        low,
        high,
        Scale.LOG,
        Range.POSITIVE,
        List.of(),
        meaning);
  }

  /** A number from zero up. */
  static Hyperparameter amount(
      String name,
      String label,
      String symbol,
      String tex,
      double initial,
      double high,
      String meaning) {
    return new Hyperparameter(
        name,
        label,
        symbol,
        tex,
        initial,
        0,
        high,
        Scale.LINEAR,
        Range.AT_LEAST_ZERO,
        List.of(),
        meaning);
  }

  /** A whole number from one up. */
  static Hyperparameter count(
      String name, String label, String symbol, double initial, double high, String meaning) {
    return new Hyperparameter(
        name,
        label,
        symbol,
        symbol,
        initial,
        1,
        high,
        Scale.INTEGER,
        new Range(1, false, 1_000_000, false),
        List.of(),
        meaning);
  }

  /** On or off. */
  static Hyperparameter onOff(String name, String label, boolean on, String meaning) {
    return new Hyperparameter(
        name,
        label,
        label,
        "\\text{" + label + "}",
        on ? 1 : 0,
        0,
        1,
        Scale.SWITCH,
        Range.UP_TO_ONE,
        List.of(),
        meaning);
  }

  /** One of {@code words}, the first by default. */
  static Hyperparameter choice(String name, String label, List<String> words, String meaning) {
    return new Hyperparameter(
        name,
        label,
        label,
        "\\text{" + label + "}",
        0,
        0,
        words.size() - 1,
        Scale.CHOICE,
        new Range(0, false, words.size() - 1, false),
        words,
        meaning);
  }

  /** Adam's ε. */
  static Hyperparameter epsilon(double initial, String meaning) {
    return positive("eps", "epsilon", "ε", "\\epsilon", initial, 1e-12, 1, meaning);
  }

  /** λ‖θ‖²/2 added to the objective. */
  static Hyperparameter weightDecay() {
    return amount(
        "weight_decay",
        "weight decay",
        "λ",
        "\\lambda",
        0,
        0.1,
        "Adds λθ to the gradient, which pulls every coordinate towards zero.");
  }

  /**
   * Refuses a value outside the allowed range.
   *
   * @return {@code value}
   * @throws IllegalArgumentException naming the range
   */
  public double check(double value) {
    boolean whole = value == Math.rint(value);
    if (Double.isFinite(value) && allowed.contains(value) && (whole || !isWhole())) {
      return value;
    }
    throw new IllegalArgumentException(
        "The %s must be %s, got %s.".formatted(label, words(), WireNumber.of(value)));
  }

  /** How {@code value} is written on the wire: a number, or a word of the choices. */
  public String wire(double value) {
    return scale == Scale.CHOICE ? choices.get((int) value) : WireNumber.of(value);
  }

  /**
   * The value that {@code word} writes.
   *
   * @throws IllegalArgumentException if it is no number, or no choice, with what would be right
   */
  double read(String word) {
    if (scale == Scale.CHOICE) {
      int position = choices.indexOf(word);
      if (position < 0) {
        throw new IllegalArgumentException(
            "The %s must be %s, got %s.".formatted(label, words(), word));
      }
      return position;
    }
    return WireNumber.parse(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException("%s needs a number, got '%s'.".formatted(name, word)));
  }

  private boolean isWhole() {
    return scale == Scale.INTEGER || scale == Scale.SWITCH || scale == Scale.CHOICE;
  }

  private String words() {
    if (scale == Scale.SWITCH) {
      return "0 or 1";
    }
    if (scale == Scale.CHOICE) {
      return "one of " + String.join(", ", choices);
    }
    String kind = scale == Scale.INTEGER ? "a whole number " : "";
    String from = (allowed.openLow() ? "above " : "at least ") + WireNumber.of(allowed.low());
    String to = (allowed.openHigh() ? "below " : "at most ") + WireNumber.of(allowed.high());
    return kind + (Double.isInfinite(allowed.high()) ? from : from + " and " + to);
  }
}
