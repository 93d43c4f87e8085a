package descent.content.source;

import descent.expr.Expr;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An expression with its place, which can be evaluated once the lesson around it is read.
 *
 * @param text as the author wrote it
 */
public record Expression(String text, String file, int line, Supplier<Scope> scope) {

  /**
   * Its value, a finite number.
   *
   * @throws IllegalArgumentException with a sentence for the author
   */
  public double value(Map<String, Double> variables) {
    return scope.get().with(variables).evaluate(text).value();
  }

  /**
   * The formula that it writes in the free names.
   *
   * @throws IllegalArgumentException with a sentence for the author
   */
  public Expr formula(Map<String, Double> variables, Set<String> free) {
    return scope.get().with(variables).formula(text, free);
  }
}
