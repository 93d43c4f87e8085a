package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Symbol;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The first part of an expression that has no finite value at a point, though its arguments have.
 *
 * @param part log(x - 3)
 * @param at the value of each name in {@code part}
 * @param value what IEEE arithmetic answers: NaN or an infinity
 */
public record Undefined(Expr part, Map<String, Double> at, double value) {
  static Optional<Undefined> first(Expr e, Map<String, Double> at) {
    List<Expr> arguments = Sharing.arguments(e);
    if (e instanceof Call call && call.function() == Function.SELECT) {
      Expr chosen = arguments.get(arguments.get(0).value(at) > 0 ? 1 : 2);
      return first(arguments.get(0), at).or(() -> first(chosen, at));
    }
    for (Expr argument : arguments) {
      Optional<Undefined> inner = first(argument, at);
      if (inner.isPresent()) {
        return inner;
      }
    }
    double value = e.value(at);
    return Double.isFinite(value)
        ? Optional.empty()
        : Optional.of(
            new Undefined(e, e.names().stream().collect(Collectors.toMap(n -> n, at::get)), value));
  }

  /** Such as "log(-1) is not defined: x - 3 = -1 at x = 2." */
  public String message() {
    List<Expr> arguments = Sharing.arguments(part);
    Expr applied = Sharing.with(part, arguments.stream().map(a -> number(a.value(at))).toList());
    String inner =
        arguments.stream()
            .filter(a -> !(a instanceof Symbol) && a.names().size() > 0)
            .map(a -> a + " = " + number(a.value(at)))
            .collect(Collectors.joining(" and "));
    String names =
        part.names().stream()
            .map(n -> n + " = " + number(at.get(n)))
            .collect(Collectors.joining(", "));
    return applied
        + (isOverflow() ? " is too large for a number" : " is not defined")
        + (inner.isEmpty() ? "" : ": " + inner)
        + (names.isEmpty() || part instanceof Symbol ? "" : " at " + names)
        + ".";
  }

  private boolean isOverflow() {
    boolean pole =
        part instanceof Call call && call.function() == Function.LOG
            || part instanceof Binary b
                && b.operator() == Operator.DIVIDE
                && b.right().value(at) == 0
            || part instanceof Binary p
                && p.operator() == Operator.POWER
                && p.left().value(at) == 0;
    return !Double.isNaN(value) && !pole;
  }

  private static Expr number(double value) {
    return Double.isFinite(value)
        ? new Constant(new BigDecimal(value).round(new MathContext(6)).doubleValue())
        : new Constant(value);
  }
}
