package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.Map;

/** Value by walking the tree. */
final class Evaluator {
  private Evaluator() {}

  static double value(Expr expression, Map<String, Double> at) {
    if (expression instanceof Constant constant) {
      return constant.value();
    }
    if (expression instanceof Symbol symbol) {
      Double value = at.get(symbol.name());
      if (value == null) {
        throw new IllegalArgumentException(
            "'%s' has no value; given: %s".formatted(symbol.name(), at.keySet()));
      }
      return value;
    }
    if (expression instanceof Negation negation) {
      return -value(negation.of(), at);
    }
    if (expression instanceof Binary binary) {
      return binary.operator().apply(value(binary.left(), at), value(binary.right(), at));
    }
    Call call = (Call) expression;
    return call.function()
        .apply(call.arguments().stream().mapToDouble(a -> value(a, at)).toArray());
  }
}
