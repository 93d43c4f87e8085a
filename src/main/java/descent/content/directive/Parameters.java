package descent.content.directive;

import descent.content.source.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code param} says of the names in a formula.
 *
 * @param values by name
 * @param ranges of the sliders by name, where the author wrote one
 */
record Parameters(Map<String, Double> values, Map<String, Range> ranges) {
  private static final Pattern WITH_RANGE = Pattern.compile("(.+?)\\s+in\\s+(.+?)\\.\\.(.+)");

  /** The values that a slider reaches: {@code low < high}. */
  record Range(double low, double high) {

    /** From 0 to twice the value, or around 0. */
    static Range around(double value) {
      return value == 0
          ? new Range(-1, 1)
          : new Range(Math.min(2 * value, 0), Math.max(2 * value, 0));
    }

    private boolean contains(double value) {
      return low <= value && value <= high;
    }
  }

  Parameters {
    values = Map.copyOf(values);
    ranges = Map.copyOf(ranges);
  }

  /** Reads {@code kappa: 50} and {@code kappa: 50 in 1..200}. */
  static Parameters of(Source source) {
    Map<String, Double> values = new LinkedHashMap<>();
    Map<String, Range> ranges = new LinkedHashMap<>();
    source
        .item("param")
        .ifPresent(given -> given.keys().forEach(name -> read(given, name, values, ranges)));
    return new Parameters(values, ranges);
  }

  private static void read(
      Source source, String name, Map<String, Double> values, Map<String, Range> ranges) {
    String text = source.text(name).strip();
    Matcher written = WITH_RANGE.matcher(text);
    boolean ranged = written.matches();
    Optional<Double> value = number(ranged ? written.group(1) : text);
    values.put(name, value.orElse(0.0));
    if (value.isEmpty()) {
      source.error(name, name + " is written 50 or 50 in 1..200, not '" + text + "'");
    } else if (ranged) {
      range(source, name, written, value.get()).ifPresent(range -> ranges.put(name, range));
    }
  }

  private static Optional<Range> range(Source source, String name, Matcher written, double value) {
    Optional<Double> low = number(written.group(2));
    Optional<Double> high = number(written.group(3));
    String ends = written.group(2) + ".." + written.group(3);
    if (low.isEmpty() || high.isEmpty()) {
      source.error(name, "the range of %s is written 1..200, not '%s'".formatted(name, ends));
      return Optional.empty();
    }
    Range range = new Range(low.get(), high.get());
    if (!(range.low < range.high)) {
      source.error(name, "the range of %s is %s; write its lower end first".formatted(name, ends));
    } else if (!range.contains(value)) {
      source.error(
          name,
          "%s is %s, which its range %s does not hold; write a range around it"
              .formatted(name, written.group(1), ends));
    }
    return Optional.of(range);
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
