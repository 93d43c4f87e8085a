package descent.optimizer;

import descent.expr.Expr;
import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import descent.expr.Function;
import java.util.List;
import java.util.Map;

/**
 * Puts expressions in the place of names and drops what then is zero, one or never chosen; all else
 * keeps the order in which it was written, so the same bits and the same formula.
 */
final class Binding {
  private static final Constant ZERO = new Constant(0);

  private Binding() {}

  static Expr in(Expr e, Map<String, Expr> replacements) {
    if (e instanceof Symbol symbol) {
      return replacements.getOrDefault(symbol.name(), e);
    }
    if (e instanceof Negation negation) {
      Expr of = in(negation.of(), replacements);
      return is(of, 0) ? ZERO : new Negation(of);
    }
    if (e instanceof Binary binary) {
      return reduce(binary, in(binary.left(), replacements), in(binary.right(), replacements));
    }
    return e instanceof Call call
        ? call(call.function(), call.arguments().stream().map(a -> in(a, replacements)).toList())
        : e;
  }

  private static Expr call(Function function, List<Expr> a) {
    if (function == Function.SELECT) {
      if (a.get(1).equals(a.get(2))) {
        return a.get(1);
      }
      if (a.get(0) instanceof Constant condition) {
        return condition.value() > 0 ? a.get(1) : a.get(2);
      }
    }
    return new Call(function, a);
  }

  private static Expr reduce(Binary e, Expr a, Expr b) {
    return switch (e.operator()) {
      case ADD -> is(a, 0) ? b : is(b, 0) ? a : new Binary(e.operator(), a, b);
      case SUBTRACT -> is(b, 0) ? a : new Binary(e.operator(), a, b);
      case MULTIPLY ->
          is(a, 0) || is(b, 0)
              ? ZERO
              : is(a, 1) ? b : is(b, 1) ? a : new Binary(e.operator(), a, b);
      case DIVIDE -> is(b, 1) ? a : is(a, 0) ? ZERO : new Binary(e.operator(), a, b);
      case POWER -> is(b, 1) ? a : new Binary(e.operator(), a, b);
    };
  }

  private static boolean is(Expr e, double value) {
    return e instanceof Constant constant && constant.value() == value;
  }
}
