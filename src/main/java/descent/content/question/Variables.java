package descent.content.question;

import descent.content.question.Variable.Computed;
import descent.content.question.Variable.OneOf;
import descent.content.question.Variable.Range;
import descent.content.source.Expression;
import descent.content.source.Source;
import descent.expr.Function;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a question's numbers are drawn: first a row of the table, then each variable in order.
 *
 * @param table rows of values that belong together, by name; may be empty
 */
public record Variables(List<Map<String, Expression>> table, List<Variable> list) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w{0,30}");
  private static final List<String> TAKEN = List.of("x", "y", "z", "e", "pi", "tex");
  private static final String NUMBER = "\\s*([+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?)\\s*";
  private static final Pattern RANGE =
      Pattern.compile(
          NUMBER.replace("[0-9.]+", "[0-9]*(?:\\.[0-9]+)?")
              + "\\.\\."
              + NUMBER
              + "(?:by"
              + NUMBER
              + ")?");
  private static final int MOST = 1_000_000;

  public Variables {
    table = List.copyOf(table);
    list = List.copyOf(list);
  }

  /** Reads {@code table}, a list of rows, and {@code variables}, each by its name. */
  static Variables read(Source source) {
    var table = new ArrayList<Map<String, Expression>>();
    for (Source row : source.items("table")) {
      var values = new LinkedHashMap<String, Expression>();
      for (String name : row.keys()) {
        checkName(row, name);
        values.put(name, row.expression(name));
      }
      table.add(values);
      if (!values.keySet().equals(table.get(0).keySet())) {
        source.error("table", "each row of the table must have the same names");
      }
    }
    var list = new ArrayList<Variable>();
    source
        .item("variables")
        .ifPresent(named -> named.keys().forEach(n -> list.add(read(named, n))));
    return new Variables(table, list);
  }

  private static Variable read(Source source, String name) {
    checkName(source, name);
    List<Expression> values = source.expressions(name);
    if (values.size() != 1) {
      if (values.isEmpty()) {
        source.error(name, name + " needs a range 2..5, a list of values or an expression");
      }
      return new OneOf(name, values);
    }
    Matcher range = RANGE.matcher(values.get(0).text());
    return range.matches() ? range(source, name, range) : new Computed(name, values.get(0));
  }

  private static Variable range(Source source, String name, Matcher written) {
    try {
      BigDecimal low = new BigDecimal(written.group(1));
      BigDecimal high = new BigDecimal(written.group(2));
      BigDecimal step = new BigDecimal(written.group(3) == null ? "1" : written.group(3));
      if (step.signum() > 0 && high.compareTo(low) >= 0) {
        BigDecimal count = high.subtract(low).divide(step, 0, RoundingMode.FLOOR);
        return new Range(name, low, step, count.min(BigDecimal.valueOf(MOST)).intValue() + 1);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // answered below
    }
    source.error(name, "a range is written 2..5 or 0.1..0.9 by 0.2, not " + written.group());
    return new Range(name, BigDecimal.ONE, BigDecimal.ONE, 1);
  }

  private static void checkName(Source source, String name) {
    if (!NAME.matcher(name).matches() || TAKEN.contains(name) || Function.named(name).isPresent()) {
      source.error(name, "'" + name + "' cannot name a variable; write a word such as rate");
    }
  }

  /** Whether there is more than one variant. */
  public boolean vary() {
    return table.size() > 1 || list.stream().anyMatch(v -> !(v instanceof Computed));
  }

  /**
   * The numbers of one variant: the same for the same seed, for ever.
   *
   * @throws IllegalArgumentException with a sentence for the author if one cannot be computed
   */
  public Draw draw(long seed) {
    Random random = new Random(mixed(seed));
    var values = new LinkedHashMap<String, Double>();
    if (!table.isEmpty()) {
      table.get(random.nextInt(table.size())).forEach((n, v) -> values.put(n, v.value(values)));
    }
    list.forEach(variable -> values.put(variable.name(), variable.draw(random, values)));
    return new Draw(seed, values);
  }

  /** Spreads seeds that are close together. */
  static long mixed(long seed) {
    long z = (seed + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 29)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 32);
  }
}
