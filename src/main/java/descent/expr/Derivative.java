package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Symbolic partial derivatives, each shared part once; where a function has a kink, one of its
 * one-sided slopes, and 0 for {@code abs} at 0.
 */
final class Derivative {
  private final Algebra algebra = new Algebra(true);
  private final Map<Expr, Expr> derived = new IdentityHashMap<>();
  private final String name;
  private final Expr zero = algebra.number(0);
  private final Expr one = algebra.number(1);
  private final Expr two = algebra.number(2);

  private Derivative(String name) {
    this.name = name;
  }

  static Expr of(Expr expression, String name) {
    Derivative derivative = new Derivative(name);
    return derivative.of(derivative.algebra.simplify(expression));
  }

  private Expr of(Expr e) {
    Expr known = derived.get(e);
    if (known == null) {
      known = derive(e);
      derived.put(e, known);
    }
    return known;
  }

  private Expr derive(Expr e) {
    if (e instanceof Constant) {
      return zero;
    }
    if (e instanceof Symbol symbol) {
      return symbol.name().equals(name) ? one : zero;
    }
    if (e instanceof Negation negation) {
      return algebra.negate(of(negation.of()));
    }
    return e instanceof Binary binary ? binary(binary) : call((Call) e);
  }

  private Expr binary(Binary e) {
    Expr u = e.left();
    Expr v = e.right();
    return switch (e.operator()) {
      case ADD -> algebra.add(of(u), of(v));
      case SUBTRACT -> algebra.subtract(of(u), of(v));
      case MULTIPLY -> algebra.add(times(of(u), v), times(u, of(v)));
      case DIVIDE -> quotient(u, v);
      case POWER -> power(e);
    };
  }

  private Expr times(Expr a, Expr b) {
    return algebra.multiply(a, b);
  }

  /** (u/wⁿ)′ = (u′w − n·u·w′)/wⁿ⁺¹. */
  private Expr quotient(Expr u, Expr v) {
    if (of(v) == zero) {
      return algebra.divide(of(u), v);
    }
    boolean powered = Product.exponent(v) > 0;
    double n = powered ? Product.exponent(v) : 1;
    Expr w = powered ? Product.base(v) : v;
    Expr scaled = times(algebra.number(n), times(u, of(w)));
    return algebra.divide(
        algebra.subtract(times(of(u), w), scaled), algebra.power(w, algebra.number(n + 1)));
  }

  private Expr power(Binary e) {
    Expr u = e.left();
    Expr v = e.right();
    Expr du = of(u);
    Expr dv = of(v);
    if (dv == zero) {
      return times(times(v, algebra.power(u, algebra.subtract(v, one))), du);
    }
    Expr growth = times(dv, algebra.call(Function.LOG, u));
    return times(e, algebra.add(growth, algebra.divide(times(v, du), u)));
  }

  private Expr call(Call e) {
    List<Expr> a = e.arguments();
    return switch (e.function()) {
      case MAX -> select(algebra.subtract(a.get(0), a.get(1)), of(a.get(0)), of(a.get(1)));
      case MIN -> select(algebra.subtract(a.get(1), a.get(0)), of(a.get(0)), of(a.get(1)));
      case SELECT -> select(a.get(0), of(a.get(1)), of(a.get(2)));
      default -> of(a.get(0)) == zero ? zero : chain(e, a.get(0), of(a.get(0)));
    };
  }

  private Expr select(Expr condition, Expr yes, Expr no) {
    return algebra.call(Function.SELECT, condition, yes, no);
  }

  private Expr chain(Call e, Expr u, Expr du) {
    return switch (e.function()) {
      case SIN -> times(algebra.call(Function.COS, u), du);
      case COS -> algebra.negate(times(algebra.call(Function.SIN, u), du));
      case TAN -> times(algebra.add(one, algebra.power(e, two)), du);
      case EXP -> times(e, du);
      case LOG -> algebra.divide(du, u);
      case SQRT -> algebra.divide(du, times(two, e));
      case TANH -> times(algebra.subtract(one, algebra.power(e, two)), du);
      case SINH -> times(algebra.call(Function.COSH, u), du);
      case COSH -> times(algebra.call(Function.SINH, u), du);
      case ABS -> times(algebra.call(Function.SIGN, u), du);
      case ATAN -> algebra.divide(du, algebra.add(one, algebra.power(u, two)));
      case SIGN -> zero;
      case MAX, MIN, SELECT -> throw new IllegalStateException(e.function().wire());
    };
  }
}
