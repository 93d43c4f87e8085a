package descent.content.source;

import descent.expr.Expr;
import java.util.List;
import java.util.Map;

/**
 * A named number that prose may ask for: {@code {{steps_to(1e-6, momentum)}}}.
 *
 * @param signature the name and its arguments, such as {@code steps_to(tolerance, optimizer)}
 * @param doc one sentence for the author
 */
public record Quantity(String signature, String doc, Computation computation) {

  /** Throws IllegalArgumentException with a sentence for the author when it cannot answer. */
  @FunctionalInterface
  public interface Computation {
    double apply(Arguments arguments);
  }

  /**
   * What stood between the brackets: numbers, quoted texts and bare words.
   *
   * @param variables names of numbers that a formula or an optimizer among them may use
   */
  public record Arguments(String signature, List<Object> values, Map<String, Double> variables) {

    public Arguments {
      values = List.copyOf(values);
      variables = Map.copyOf(variables);
    }

    public int size() {
      return values.size();
    }

    public double number(int index) {
      if (value(index) instanceof Double number) {
        return number;
      }
      throw new IllegalArgumentException(
          signature + ": argument " + (index + 1) + " must be a number, not " + value(index));
    }

    /** A quoted text or a bare word. */
    public String text(int index) {
      if (value(index) instanceof String text) {
        return text;
      }
      throw new IllegalArgumentException(
          signature + ": argument " + (index + 1) + " must be a name or a text in quotes");
    }

    /** The formula that a text writes, with the variables as numbers. */
    public Expr formula(int index) {
      return new Scope(Map.of(), variables).formula(Expr.parse(text(index)));
    }

    /** An optimizer as on the wire, such as {@code gd(learning_rate=eta)}. */
    public String optimizer(int index) {
      return Scope.settings(text(index), variables);
    }

    private Object value(int index) {
      if (index < size()) {
        return values.get(index);
      }
      throw new IllegalArgumentException(
          signature + " needs at least " + (index + 1) + " arguments, not " + size());
    }
  }

  public String name() {
    int bracket = signature.indexOf('(');
    return bracket < 0 ? signature : signature.substring(0, bracket);
  }
}
