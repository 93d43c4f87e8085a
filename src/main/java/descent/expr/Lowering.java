package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rewrites an expression for a machine: constant parts become numbers, whole powers products.
 *
 * <p>An exact lowering keeps every bit of the tree walk, so only powers up to 4; a fast one also
 * turns powers up to 64 into products and half powers into roots, which differ by rounding.
 */
final class Lowering {
  private static final int LARGEST_POWER = 64;
  private final boolean exact;
  private final Map<Expr, Expr> lowered = new IdentityHashMap<>();

  Lowering(boolean exact) {
    this.exact = exact;
  }

  Expr of(Expr e) {
    Expr known = lowered.get(e);
    if (known == null) {
      known = lower(Sharing.with(e, Sharing.arguments(e).stream().map(this::of).toList()));
      lowered.put(e, known);
    }
    return known;
  }

  private Expr lower(Expr e) {
    List<Expr> arguments = Sharing.arguments(e);
    if (!arguments.isEmpty() && arguments.stream().allMatch(Constant.class::isInstance)) {
      return new Constant(e.value(Map.of()));
    }
    if (e instanceof Binary b
        && b.operator() == Operator.POWER
        && b.right() instanceof Constant c) {
      return power(b, c.value());
    }
    return e;
  }

  private Expr power(Binary e, double exponent) {
    Expr base = e.left();
    boolean whole = exponent == Math.rint(exponent) && Math.abs(exponent) <= LARGEST_POWER;
    if (whole && exponent > 1 && (!exact || exponent <= 4)) {
      return product(base, (int) exponent);
    }
    if (!exact && whole && exponent < 0) {
      return new Binary(Operator.DIVIDE, new Constant(1), product(base, (int) -exponent));
    }
    if (!exact && exponent == 0.5) {
      return new Call(Function.SQRT, List.of(base));
    }
    if (!exact && exponent == -0.5) {
      return new Binary(Operator.DIVIDE, new Constant(1), new Call(Function.SQRT, List.of(base)));
    }
    return e;
  }

  /** baseⁿ by squaring: x³ = x²·x, x⁴ = x²·x². */
  private static Expr product(Expr base, int n) {
    if (n == 1) {
      return base;
    }
    Expr half = product(base, n / 2);
    Expr square = new Binary(Operator.MULTIPLY, half, half);
    return n % 2 == 0 ? square : new Binary(Operator.MULTIPLY, square, base);
  }
}
