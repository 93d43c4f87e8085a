package descent.content.source;

import descent.content.source.Quantity.Arguments;
import descent.expr.Expr;
import descent.expr.Function;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The quantities that are known at one place, and the value of what stands between {@code {{ }}}:
 * an expression of {@link Expr} whose names are quantities, optionally followed by {@code |} and a
 * number of significant digits.
 *
 * @param quantities by name; a figure's carry its id in front, such as {@code valley.steps_to}
 */
public record Scope(Map<String, Quantity> quantities) {

  private static final int MAX_LENGTH = 500;
  private static final int MAX_DEPTH = 10;
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>\\d[\\d.]*(?:[eE][+-]?\\d+)?)"
              + "|(?<name>[A-Za-z_]\\w*(?:-\\w+)*\\.[A-Za-z_]\\w*|[A-Za-z_]\\w*)|(?<other>.)",
          Pattern.DOTALL);
  private static final Pattern FORMAT = Pattern.compile("\\s*(\\d{1,2})\\s*");

  public Scope {
    quantities = Map.copyOf(quantities);
  }

  /**
   * The value of {@code text}.
   *
   * @throws IllegalArgumentException with a sentence for the author
   */
  public Numeral evaluate(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a computed value has at most " + MAX_LENGTH + " characters, not " + text.length());
    }
    int bar = text.lastIndexOf('|');
    String expression = bar < 0 ? text : text.substring(0, bar);
    OptionalInt digits = bar < 0 ? OptionalInt.empty() : digits(text.substring(bar + 1));
    double value = value(expression, MAX_DEPTH);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(expression.strip() + " is " + value + ", not a number");
    }
    return new Numeral(value, digits);
  }

  private static OptionalInt digits(String format) {
    Matcher matcher = FORMAT.matcher(format);
    int digits = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    if (digits < 1 || digits > 17) {
      throw new IllegalArgumentException(
          "after | stands a number of significant digits from 1 to 17, not '"
              + format.strip()
              + "'");
    }
    return OptionalInt.of(digits);
  }

  /** Replaces each quantity by a symbol of its value and lets Expr do the rest. */
  private double value(String text, int depth) {
    if (depth == 0) {
      throw new IllegalArgumentException("calls are nested more than " + MAX_DEPTH + " deep");
    }
    var values = new HashMap<String, Double>();
    var expression = new StringBuilder();
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    while (token.find(at)) {
      at = token.end();
      String name = token.group("name");
      if (name == null || isLeftToExpr(name)) {
        expression.append(token.group());
        continue;
      }
      List<Object> arguments = List.of();
      if (at < text.length() && text.charAt(at) == '(') {
        int close = closing(text, at);
        arguments = arguments(text.substring(at + 1, close), depth);
        at = close + 1;
      }
      String symbol = "quantity" + values.size();
      values.put(symbol, quantity(name, arguments));
      expression.append(symbol);
    }
    return Expr.parse(expression.toString().strip()).value(values);
  }

  private boolean isLeftToExpr(String name) {
    return !quantities.containsKey(name)
        && (name.equals("pi") || name.equals("e") || Function.named(name).isPresent());
  }

  private double quantity(String name, List<Object> arguments) {
    Quantity quantity = quantities.get(name);
    if (quantity == null) {
      throw new IllegalArgumentException(
          "'" + name + "' is unknown; known: " + new TreeSet<>(quantities.keySet()));
    }
    return quantity.computation().apply(new Arguments(quantity.signature(), arguments));
  }

  private List<Object> arguments(String text, int depth) {
    var arguments = new ArrayList<Object>();
    int start = 0;
    int open = 0;
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      quoted ^= c == '"';
      open += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && !quoted && open == 0 && !text.isBlank()) {
        arguments.add(argument(text.substring(start, i).strip(), depth));
        start = i + 1;
      }
    }
    return arguments;
  }

  private Object argument(String text, int depth) {
    if (text.matches("\"[^\"]*\"")) {
      return text.substring(1, text.length() - 1);
    }
    boolean word = text.matches("[A-Za-z_][\\w-]*") && !isLeftToExpr(text);
    return word && !quantities.containsKey(text) ? text : (Object) value(text, depth - 1);
  }

  private static int closing(String text, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && !quoted) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "a bracket opened at character " + (open + 1) + " of '" + text.strip() + "' is not closed");
  }
}
