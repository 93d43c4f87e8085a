package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import java.util.List;
import java.util.Map;

/**
 * Builders that simplify as they build: numbers fold, zeros and ones vanish, like terms and factors
 * gather, and the result reads as a person would write it.
 *
 * <p>What one algebra built is shared: equal results are identical. {@code pi} and {@code e} stay
 * names. A factor zero removes what it multiplies, also where that is undefined.
 */
final class Algebra {
  /** The most different parts that one algebra builds. */
  static final int MAX_PARTS = 20_000;

  private final Sharing sharing = new Sharing();
  private final boolean cancels;

  /**
   * An algebra; one that cancels writes x²/x as x, also at 0: right for a derivative, which means
   * nothing where the function is undefined.
   */
  Algebra(boolean cancels) {
    this.cancels = cancels;
  }

  boolean cancels() {
    return cancels;
  }

  /** The shared form of {@code made}, not simplified. */
  Expr node(Expr made) {
    Expr shared = sharing.of(made);
    if (sharing.size() > MAX_PARTS) {
      throw new ExpressionException(
          1,
          "The formula grows to more than %,d different parts; use a shorter expression."
              .formatted(MAX_PARTS));
    }
    return shared;
  }

  /** How many different parts were built before {@code e}. */
  int age(Expr e) {
    return sharing.number(e);
  }

  Expr number(double value) {
    return value < 0
        ? node(new Negation(node(new Constant(-value))))
        : node(new Constant(value + 0.0));
  }

  /** Whether {@code e} is a written number, perhaps negated. */
  static boolean isNumber(Expr e) {
    return e instanceof Constant c && c.value() != Math.PI && c.value() != Math.E
        || e instanceof Negation n && n.of() instanceof Constant && isNumber(n.of());
  }

  static double numberOf(Expr e) {
    return e instanceof Negation n ? -((Constant) n.of()).value() : ((Constant) e).value();
  }

  static boolean is(Expr e, double value) {
    return isNumber(e) && numberOf(e) == value;
  }

  Expr add(Expr a, Expr b) {
    if (is(a, 0) || is(b, 0)) {
      return is(a, 0) ? b : a;
    }
    Sum sum = new Sum(this).plus(a).plus(b);
    return sum.isShort() ? sum.build() : node(new Binary(Operator.ADD, a, b));
  }

  Expr subtract(Expr a, Expr b) {
    if (is(a, 0) || is(b, 0)) {
      return is(b, 0) ? a : negate(b);
    }
    Sum sum = new Sum(this).plus(a).minus(b);
    return sum.isShort() ? sum.build() : node(new Binary(Operator.SUBTRACT, a, b));
  }

  Expr negate(Expr a) {
    return multiply(number(-1), a);
  }

  /** The negative of one factor. */
  Expr minus(Expr a) {
    return a instanceof Binary b && b.operator() == Operator.SUBTRACT
        ? node(new Binary(Operator.SUBTRACT, b.right(), b.left()))
        : node(new Negation(a));
  }

  Expr multiply(Expr a, Expr b) {
    if (is(a, 0) || is(b, 0)) {
      return number(0);
    }
    if (is(a, 1) || is(b, 1)) {
      return is(a, 1) ? b : a;
    }
    Product product = new Product(this).times(a).times(b);
    return product.isShort() ? product.build() : node(new Binary(Operator.MULTIPLY, a, b));
  }

  Expr divide(Expr a, Expr b) {
    if (is(b, 1)) {
      return a;
    }
    Product product = new Product(this).times(a).over(b);
    return product.isShort() ? product.build() : node(new Binary(Operator.DIVIDE, a, b));
  }

  Expr power(Expr base, Expr exponent) {
    if (is(exponent, 0)) {
      return number(1);
    }
    if (is(exponent, 1) || is(base, 1)) {
      return base;
    }
    if (isNumber(base) && isNumber(exponent)) {
      double value = Operator.POWER.apply(numberOf(base), numberOf(exponent));
      if (Double.isFinite(value) && value == Math.rint(value)) {
        return number(value);
      }
    }
    double outer = isNumber(exponent) ? numberOf(exponent) : 0;
    if (base instanceof Negation n && outer != 0 && outer % 2 == 0) {
      return power(n.of(), exponent);
    }
    double inner = Product.exponent(base);
    if (inner > 1 && isWhole(inner) && outer > 1 && isWhole(outer)) {
      return power(Product.base(base), number(inner * outer));
    }
    return node(new Binary(Operator.POWER, base, exponent));
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }

  Expr call(Function function, Expr... arguments) {
    if (function == Function.SELECT && (isNumber(arguments[0]) || arguments[1] == arguments[2])) {
      boolean second = isNumber(arguments[0]) && numberOf(arguments[0]) <= 0;
      return second ? arguments[2] : arguments[1];
    }
    Expr call = node(new Call(function, List.of(arguments)));
    if (List.of(arguments).stream().allMatch(a -> a instanceof Constant || isNumber(a))) {
      double value = Evaluator.value(call, Map.of());
      if (Double.isFinite(value) && isWhole(value)) {
        return number(value);
      }
    }
    return call;
  }

  /** {@code e} rebuilt bottom-up by this algebra. */
  Expr simplify(Expr e) {
    return new Rebuilding(this).of(e);
  }
}
