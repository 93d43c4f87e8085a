package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import java.util.IdentityHashMap;
import java.util.Map;

/** Simplifies by building an expression again, bottom-up, each shared part once. */
final class Rebuilding {
  private final Algebra algebra;
  private final Map<Expr, Expr> rebuilt = new IdentityHashMap<>();

  Rebuilding(Algebra algebra) {
    this.algebra = algebra;
  }

  Expr of(Expr e) {
    Expr known = rebuilt.get(e);
    if (known == null) {
      known = build(e);
      rebuilt.put(e, known);
    }
    return known;
  }

  private Expr build(Expr e) {
    if (e instanceof Constant constant && Double.isFinite(constant.value())) {
      return algebra.number(constant.value());
    }
    if (e instanceof Negation negation) {
      return algebra.negate(of(negation.of()));
    }
    if (e instanceof Binary binary) {
      return build(binary.operator(), of(binary.left()), of(binary.right()));
    }
    if (e instanceof Call call) {
      return algebra.call(
          call.function(), call.arguments().stream().map(this::of).toArray(Expr[]::new));
    }
    return algebra.node(e);
  }

  private Expr build(Operator operator, Expr left, Expr right) {
    return switch (operator) {
      case ADD -> algebra.add(left, right);
      case SUBTRACT -> algebra.subtract(left, right);
      case MULTIPLY -> algebra.multiply(left, right);
      case DIVIDE -> algebra.divide(left, right);
      case POWER -> algebra.power(left, right);
    };
  }
}
