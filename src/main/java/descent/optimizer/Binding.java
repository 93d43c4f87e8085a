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
import java.util.Set;

/**
 * Puts expressions in the place of names and drops what then is zero, one or never chosen; all else
 * keeps the order in which it was written, so the same bits and the same formula.
 *
 * @param replacements what stands for a name
 * @param positive names that are above zero
 */
record Binding(Map<String, Expr> replacements, Set<String> positive) {
  private static final Constant ZERO = new Constant(0);

  static Expr in(Expr e, Map<String, Expr> replacements) {
    return new Binding(replacements, Set.of()).in(e);
  }

  Expr in(Expr e) {
    if (e instanceof Symbol symbol) {
      return replacements.getOrDefault(symbol.name(), e);
    }
    if (e instanceof Negation negation) {
      Expr of = in(negation.of());
      return is(of, 0) ? ZERO : new Negation(of);
    }
    if (e instanceof Binary binary) {
      return reduce(binary, in(binary.left()), in(binary.right()));
    }
    return e instanceof Call call
        ? call(call.function(), call.arguments().stream().map(this::in).toList())
        : e;
  }

  private Expr call(Function function, List<Expr> a) {
    if (function == Function.SELECT) {
      if (a.get(1).equals(a.get(2))) {
        return a.get(1);
      }
      if (a.get(0) instanceof Symbol symbol && positive.contains(symbol.name())) {
        return a.get(1);
      }
      if (a.get(0).names().isEmpty()) {
        return a.get(0).value(Map.of()) > 0 ? a.get(1) : a.get(2);
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
