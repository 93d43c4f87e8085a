package descent.expr;

import static descent.expr.Algebra.ONE;
import static descent.expr.Algebra.ZERO;
import static descent.expr.Algebra.add;
import static descent.expr.Algebra.call;
import static descent.expr.Algebra.constant;
import static descent.expr.Algebra.divide;
import static descent.expr.Algebra.multiply;
import static descent.expr.Algebra.negate;
import static descent.expr.Algebra.power;
import static descent.expr.Algebra.subtract;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.List;

/**
 * Symbolic partial derivatives; where a function has a kink, the one-sided value autograd takes.
 */
final class Derivative {
  private Derivative() {}

  static Expr of(Expr expression, String name) {
    return derive(expression.simplify(), name);
  }

  private static Expr derive(Expr e, String name) {
    if (e instanceof Constant) {
      return ZERO;
    }
    if (e instanceof Symbol symbol) {
      return symbol.name().equals(name) ? ONE : ZERO;
    }
    if (e instanceof Negation negation) {
      return negate(derive(negation.of(), name));
    }
    return e instanceof Binary binary ? derive(binary, name) : derive((Call) e, name);
  }

  private static Expr derive(Binary e, String name) {
    Expr u = e.left();
    Expr v = e.right();
    Expr du = derive(u, name);
    Expr dv = derive(v, name);
    return switch (e.operator()) {
      case ADD -> add(du, dv);
      case SUBTRACT -> subtract(du, dv);
      case MULTIPLY -> add(multiply(du, v), multiply(u, dv));
      case DIVIDE ->
          dv.equals(ZERO)
              ? divide(du, v)
              : divide(subtract(multiply(du, v), multiply(u, dv)), power(v, constant(2)));
      case POWER -> powerRule(e, du, dv);
    };
  }

  private static Expr powerRule(Binary e, Expr du, Expr dv) {
    Expr u = e.left();
    Expr v = e.right();
    if (dv.equals(ZERO)) {
      return multiply(multiply(v, power(u, subtract(v, ONE))), du);
    }
    Expr slope = multiply(dv, call(Function.LOG, u));
    return multiply(e, du.equals(ZERO) ? slope : add(slope, divide(multiply(v, du), u)));
  }

  private static Expr derive(Call e, String name) {
    List<Expr> a = e.arguments();
    return switch (e.function()) {
      case MAX -> select(subtract(a.get(0), a.get(1)), a.get(0), a.get(1), name);
      case MIN -> select(subtract(a.get(1), a.get(0)), a.get(0), a.get(1), name);
      case SELECT -> select(a.get(0), a.get(1), a.get(2), name);
      default -> {
        Expr du = derive(a.get(0), name);
        yield du.equals(ZERO) ? ZERO : multiply(outer(e), du);
      }
    };
  }

  private static Expr select(Expr condition, Expr yes, Expr no, String name) {
    Expr dYes = derive(yes, name);
    Expr dNo = derive(no, name);
    return dYes.equals(dNo) ? dYes : call(Function.SELECT, condition, dYes, dNo);
  }

  private static Expr outer(Call e) {
    Expr u = e.arguments().get(0);
    return switch (e.function()) {
      case SIN -> call(Function.COS, u);
      case COS -> negate(call(Function.SIN, u));
      case TAN -> add(ONE, power(e, constant(2)));
      case EXP -> e;
      case LOG -> divide(ONE, u);
      case SQRT -> divide(ONE, multiply(constant(2), e));
      case TANH -> subtract(ONE, power(e, constant(2)));
      case SINH -> call(Function.COSH, u);
      case COSH -> call(Function.SINH, u);
      case ABS -> call(Function.SIGN, u);
      case ATAN -> divide(ONE, add(ONE, power(u, constant(2))));
      case SIGN -> ZERO;
      case MAX, MIN, SELECT -> throw new IllegalStateException(e.function().wire());
    };
  }
}
