package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites an expression for a machine: constant parts become numbers, whole powers products.
 *
 * <p>An exact lowering keeps every bit of the tree walk, so only powers up to 4. A fast one also
 * turns powers up to 64 into products, half powers into roots, quotients by what does not vary into
 * products and signs into clamps, and multiplies by a number last, whose results differ by
 * rounding: HotSpot 17 does not vectorize (4·x)·u beside x·x. It writes 2·x as x + x: the same
 * bits, and HotSpot 17 does not vectorize 2·u beside 4·u.
 */
final class Lowering {
  private static final int LARGEST_POWER = 64;
  private static final Constant ONE = new Constant(1);
  private static final Constant TWO = new Constant(2);
  private final boolean exact;
  private final double huge;
  private final Set<String> scalars;
  private final Map<Expr, Expr> lowered = new IdentityHashMap<>();

  private Lowering(boolean exact, double huge, Set<String> scalars) {
    this.exact = exact;
    this.huge = huge;
    this.scalars = scalars;
  }

  static Lowering exact() {
    return new Lowering(true, 0, Set.of());
  }

  /** For loops in which {@code scalars} do not vary. */
  static Lowering fast(Precision precision, Set<String> scalars) {
    return new Lowering(false, precision == Precision.SINGLE ? 1e38 : 1e308, scalars);
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
    if (!exact && e instanceof Binary b && b.operator() == Operator.MULTIPLY) {
      return multiple(b);
    }
    if (!exact && e instanceof Binary b && b.operator() == Operator.DIVIDE) {
      return quotient(b);
    }
    return !exact && e instanceof Call call && call.function() == Function.SIGN ? sign(call) : e;
  }

  /** (c·u)·v = u·(c·v) = c·(u·v) for a number c; 2·u = u + u. */
  private Expr multiple(Binary e) {
    if (e.left() instanceof Constant) {
      return TWO.equals(e.left()) ? new Binary(Operator.ADD, e.right(), e.right()) : e;
    }
    if (isMultiple(e.left())) {
      Binary left = (Binary) e.left();
      return times(left.left(), times(left.right(), e.right()));
    }
    if (isMultiple(e.right())) {
      Binary right = (Binary) e.right();
      return times(right.left(), times(e.left(), right.right()));
    }
    return e;
  }

  private static boolean isMultiple(Expr e) {
    return e instanceof Binary b
        && b.operator() == Operator.MULTIPLY
        && b.left() instanceof Constant;
  }

  private Expr times(Expr left, Expr right) {
    return lower(new Binary(Operator.MULTIPLY, left, right));
  }

  /** x/c = x·(1/c) where c does not vary but x does. */
  private Expr quotient(Binary e) {
    if (!scalars.containsAll(e.right().names()) || scalars.containsAll(e.left().names())) {
      return e;
    }
    return new Binary(
        Operator.MULTIPLY, e.left(), lower(new Binary(Operator.DIVIDE, ONE, e.right())));
  }

  private Expr power(Binary e, double exponent) {
    Expr base = e.left();
    boolean whole = exponent == Math.rint(exponent) && Math.abs(exponent) <= LARGEST_POWER;
    if (whole && exponent > 1 && (!exact || exponent <= 4)) {
      return product(base, (int) exponent);
    }
    if (!exact && whole && exponent < 0) {
      return new Binary(Operator.DIVIDE, ONE, product(base, (int) -exponent));
    }
    if (!exact && Math.abs(exponent) == 0.5) {
      Expr root = new Call(Function.SQRT, List.of(base));
      return exponent > 0 ? root : new Binary(Operator.DIVIDE, ONE, root);
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

  /** max(-1, min(1, x·huge·huge)): the sign of every number, the smallest too, without a branch. */
  private Expr sign(Call e) {
    Constant factor = new Constant(huge);
    Expr once = new Binary(Operator.MULTIPLY, e.arguments().get(0), factor);
    Expr twice = new Binary(Operator.MULTIPLY, once, factor);
    Expr below = new Call(Function.MIN, List.of(ONE, twice));
    return new Call(Function.MAX, List.of(new Constant(-1), below));
  }
}
