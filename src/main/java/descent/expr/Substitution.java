package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.Map;
import java.util.Set;

/** The free names of an expression, and putting expressions in their place. */
final class Substitution {
  private Substitution() {}

  static Expr in(Expr expression, Map<String, Expr> replacements) {
    if (expression instanceof Symbol symbol) {
      return replacements.getOrDefault(symbol.name(), symbol);
    }
    if (expression instanceof Negation negation) {
      return new Negation(in(negation.of(), replacements));
    }
    if (expression instanceof Binary binary) {
      return new Binary(
          binary.operator(), in(binary.left(), replacements), in(binary.right(), replacements));
    }
    if (expression instanceof Call call) {
      return new Call(
          call.function(), call.arguments().stream().map(a -> in(a, replacements)).toList());
    }
    return expression;
  }

  static void collectNames(Expr expression, Set<String> names) {
    if (expression instanceof Symbol symbol) {
      names.add(symbol.name());
    } else if (expression instanceof Negation negation) {
      collectNames(negation.of(), names);
    } else if (expression instanceof Binary binary) {
      collectNames(binary.left(), names);
      collectNames(binary.right(), names);
    } else if (expression instanceof Call call) {
      call.arguments().forEach(a -> collectNames(a, names));
    } else if (!(expression instanceof Constant)) {
      throw new IllegalStateException("unknown node " + expression.getClass());
    }
  }
}
