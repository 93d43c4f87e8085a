package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import java.util.List;

/**
 * Builders that simplify as they build: constants fold, zeros and ones vanish, signs move out, and
 * a constant factor stands first.
 */
final class Algebra {
  static final Expr ZERO = new Constant(0);
  static final Expr ONE = new Constant(1);

  private Algebra() {}

  static Expr constant(double value) {
    return value < 0 ? new Negation(new Constant(-value)) : new Constant(value + 0.0);
  }

  /** Whether {@code e} is a number, perhaps negated. */
  static boolean isConstant(Expr e) {
    return e instanceof Constant || e instanceof Negation n && n.of() instanceof Constant;
  }

  static double constantOf(Expr e) {
    return e instanceof Negation n ? -((Constant) n.of()).value() : ((Constant) e).value();
  }

  private static boolean is(Expr e, double value) {
    return isConstant(e) && constantOf(e) == value;
  }

  static Expr add(Expr a, Expr b) {
    if (isConstant(a) && isConstant(b)) {
      return constant(constantOf(a) + constantOf(b));
    }
    if (is(a, 0)) {
      return b;
    }
    if (is(b, 0)) {
      return a;
    }
    if (b instanceof Negation n) {
      return subtract(a, n.of());
    }
    if (a instanceof Negation n) {
      return subtract(b, n.of());
    }
    if (base(a).equals(base(b))) {
      return multiply(constant(factor(a) + factor(b)), base(a));
    }
    return new Binary(Operator.ADD, a, b);
  }

  static Expr subtract(Expr a, Expr b) {
    if (isConstant(a) && isConstant(b)) {
      return constant(constantOf(a) - constantOf(b));
    }
    if (is(a, 0)) {
      return negate(b);
    }
    if (is(b, 0)) {
      return a;
    }
    if (b instanceof Negation n) {
      return add(a, n.of());
    }
    if (base(a).equals(base(b))) {
      return multiply(constant(factor(a) - factor(b)), base(a));
    }
    return new Binary(Operator.SUBTRACT, a, b);
  }

  static Expr negate(Expr a) {
    if (isConstant(a)) {
      return constant(-constantOf(a));
    }
    if (a instanceof Negation n) {
      return n.of();
    }
    if (a instanceof Binary b && b.operator() == Operator.SUBTRACT) {
      return subtract(b.right(), b.left());
    }
    return new Negation(a);
  }

  static Expr multiply(Expr a, Expr b) {
    if (isConstant(a) && isConstant(b)) {
      return constant(constantOf(a) * constantOf(b));
    }
    if (isConstant(b)) {
      return multiply(b, a);
    }
    if (is(a, 0)) {
      return ZERO;
    }
    if (is(a, 1)) {
      return b;
    }
    if (a instanceof Negation n) {
      return negate(multiply(n.of(), b));
    }
    if (b instanceof Negation n) {
      return negate(multiply(a, n.of()));
    }
    if (isConstant(a) && b instanceof Binary p && isConstant(p.left())) {
      if (p.operator() == Operator.MULTIPLY || p.operator() == Operator.DIVIDE) {
        Expr left = constant(constantOf(a) * constantOf(p.left()));
        return p.operator() == Operator.MULTIPLY
            ? multiply(left, p.right())
            : divide(left, p.right());
      }
    }
    if (b instanceof Binary p && p.operator() == Operator.MULTIPLY && isConstant(p.left())) {
      return multiply(p.left(), multiply(a, p.right()));
    }
    if (a instanceof Binary p && p.operator() == Operator.MULTIPLY && isConstant(p.left())) {
      return multiply(p.left(), multiply(p.right(), b));
    }
    if (!isConstant(a) && powerBase(a).equals(powerBase(b))) {
      return power(powerBase(a), add(powerExponent(a), powerExponent(b)));
    }
    return new Binary(Operator.MULTIPLY, a, b);
  }

  static Expr divide(Expr a, Expr b) {
    if (isConstant(a) && isConstant(b) && constantOf(b) != 0) {
      double quotient = constantOf(a) / constantOf(b);
      if (quotient == Math.rint(quotient)) {
        return constant(quotient);
      }
    }
    if (is(a, 0) && !is(b, 0)) {
      return ZERO;
    }
    if (is(b, 1)) {
      return a;
    }
    if (a instanceof Negation n) {
      return negate(divide(n.of(), b));
    }
    if (b instanceof Negation n) {
      return negate(divide(a, n.of()));
    }
    if (isConstant(b)
        && a instanceof Binary p
        && p.operator() == Operator.MULTIPLY
        && isConstant(p.left())) {
      double quotient = constantOf(p.left()) / constantOf(b);
      if (quotient == Math.rint(quotient)) {
        return multiply(constant(quotient), p.right());
      }
    }
    return new Binary(Operator.DIVIDE, a, b);
  }

  static Expr power(Expr base, Expr exponent) {
    if (isConstant(base) && isConstant(exponent)) {
      double value = Operator.POWER.apply(constantOf(base), constantOf(exponent));
      if (Double.isFinite(value) && value == Math.rint(value)) {
        return constant(value);
      }
    }
    if (is(exponent, 0)) {
      return ONE;
    }
    if (is(exponent, 1)) {
      return base;
    }
    return new Binary(Operator.POWER, base, exponent);
  }

  static Expr call(Function function, Expr... arguments) {
    return new Call(function, List.of(arguments));
  }

  /** The constant c of {@code e = c·base}. */
  private static double factor(Expr e) {
    if (e instanceof Negation n) {
      return -factor(n.of());
    }
    return e instanceof Binary b && b.operator() == Operator.MULTIPLY && isConstant(b.left())
        ? constantOf(b.left())
        : 1;
  }

  private static Expr base(Expr e) {
    if (e instanceof Negation n) {
      return base(n.of());
    }
    return e instanceof Binary b && b.operator() == Operator.MULTIPLY && isConstant(b.left())
        ? b.right()
        : e;
  }

  private static Expr powerBase(Expr e) {
    return e instanceof Binary b && b.operator() == Operator.POWER && isConstant(b.right())
        ? b.left()
        : e;
  }

  private static Expr powerExponent(Expr e) {
    return e instanceof Binary b && b.operator() == Operator.POWER && isConstant(b.right())
        ? b.right()
        : ONE;
  }
}
