package descent.content.source;

import descent.content.source.Quantity.Arguments;
import descent.expr.Expr;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Function;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The quantities that are known at one place, and the value of what stands between {@code {{ }}}:
 * an expression of {@link Expr} whose names are quantities, optionally followed by {@code |} and a
 * number of significant digits.
 *
 * @param quantities by name; a figure's carry its id in front, such as {@code valley.steps_to}
 * @param variables parameters of a question, which also stand in the formulas that quantities take
 */
public record Scope(Map<String, Quantity> quantities, Map<String, Double> variables) {

  private static final int MAX_LENGTH = 500;
  private static final int MAX_DEPTH = 10;
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>\\d[\\d.]*(?:[eE][+-]?\\d+)?)"
              + "|(?<name>[A-Za-z_]\\w*(?:-\\w+)*\\.[A-Za-z_]\\w*|[A-Za-z_]\\w*)|(?<other>.)",
          Pattern.DOTALL);
  private static final Pattern SETTING = Pattern.compile("=\\s*([A-Za-z_]\\w*)");
  private static final Pattern FORMAT = Pattern.compile("\\s*(\\d{1,2})\\s*");

  public Scope {
    quantities = Map.copyOf(quantities);
    variables = Map.copyOf(variables);
  }

  public Scope(Map<String, Quantity> quantities) {
    this(quantities, Map.of());
  }

  /** The same quantities with these variables. */
  public Scope with(Map<String, Double> others) {
    return new Scope(quantities, others);
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
    if (bar < 0 && variables.containsKey(expression.strip())) {
      return Numeral.exact(variables.get(expression.strip()));
    }
    double value = formula(expression, Set.of()).value(Map.of());
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

  /**
   * The formula that {@code text} writes, with every quantity and variable as a number.
   *
   * @param free names that stay names
   * @throws IllegalArgumentException with a sentence for the author
   */
  public Expr formula(String text, Set<String> free) {
    return formula(text, free, MAX_DEPTH);
  }

  /** Replaces each quantity by a symbol, lets Expr read, and puts in the values. */
  private Expr formula(String text, Set<String> free, int depth) {
    if (depth == 0) {
      throw new IllegalArgumentException("calls are nested more than " + MAX_DEPTH + " deep");
    }
    var values = new HashMap<String, Expr>();
    var expression = new StringBuilder();
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    while (token.find(at)) {
      at = token.end();
      String name = token.group("name");
      if (name == null || free.contains(name) || isLeftToExpr(name)) {
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
      values.put(symbol, number(quantity(name, arguments)));
      expression.append(symbol);
    }
    return Expr.parse(expression.toString().strip()).substitute(values);
  }

  /** TeX of a formula, simplified, with the variables as numbers. */
  public String tex(String formula) {
    return formula(Expr.parse(formula)).simplify().tex();
  }

  /** A formula with the variables as numbers. */
  Expr formula(Expr formula) {
    var numbers = new HashMap<String, Expr>();
    variables.forEach((name, value) -> numbers.put(name, number(value)));
    return formula.substitute(numbers);
  }

  /**
   * An optimizer as on the wire, with each variable that a hyperparameter is set to as a number.
   */
  public static String settings(String wire, Map<String, Double> variables) {
    return SETTING
        .matcher(wire)
        .replaceAll(
            found -> {
              Double value = variables.get(found.group(1));
              return value == null ? found.group() : "=" + value;
            });
  }

  private static Expr number(double value) {
    return value < 0 ? new Negation(new Constant(-value)) : new Constant(value);
  }

  private boolean isLeftToExpr(String name) {
    return !quantities.containsKey(name)
        && !variables.containsKey(name)
        && (name.equals("pi") || name.equals("e") || Function.named(name).isPresent());
  }

  private double quantity(String name, List<Object> arguments) {
    Double variable = variables.get(name);
    if (variable != null && arguments.isEmpty()) {
      return variable;
    }
    Quantity quantity = quantities.get(name);
    if (quantity == null) {
      var known = new TreeSet<>(quantities.keySet());
      known.addAll(variables.keySet());
      throw new IllegalArgumentException("'" + name + "' is unknown; known: " + known);
    }
    return quantity.computation().apply(new Arguments(quantity.signature(), arguments, variables));
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
    return word && !quantities.containsKey(text) && !variables.containsKey(text)
        ? text
        : (Object) formula(text, Set.of(), depth - 1).value(Map.of());
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
