package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.List;

/**
 * The tree walk over a + b·i with b tiny: b/h of f(x + h·i) is the derivative without cancellation.
 *
 * <p>Products of two imaginary parts are below rounding and left out.
 */
public record Complex(double re, double im) {
  static final double STEP = 1e-100;

  /** ∂e/∂name at {@code at}. */
  public static double slope(Expr e, String name, java.util.Map<String, Double> at) {
    return walk(e, name, at).im / STEP;
  }

  private static Complex walk(Expr e, String name, java.util.Map<String, Double> at) {
    if (e instanceof Constant c) {
      return new Complex(c.value(), 0);
    }
    if (e instanceof Symbol s) {
      return new Complex(at.get(s.name()), s.name().equals(name) ? STEP : 0);
    }
    if (e instanceof Negation n) {
      Complex a = walk(n.of(), name, at);
      return new Complex(-a.re, -a.im);
    }
    if (e instanceof Binary b) {
      return binary(b.operator(), walk(b.left(), name, at), walk(b.right(), name, at));
    }
    Call call = (Call) e;
    return call(call.function(), call.arguments().stream().map(a -> walk(a, name, at)).toList());
  }

  private static Complex binary(Operator operator, Complex a, Complex b) {
    double value = operator.apply(a.re, b.re);
    return switch (operator) {
      case ADD -> new Complex(value, a.im + b.im);
      case SUBTRACT -> new Complex(value, a.im - b.im);
      case MULTIPLY -> new Complex(value, a.re * b.im + a.im * b.re);
      case DIVIDE -> new Complex(value, (a.im * b.re - a.re * b.im) / (b.re * b.re));
      case POWER -> {
        double base = a.im == 0 ? 0 : b.re * Math.pow(a.re, b.re - 1) * a.im;
        yield new Complex(value, base + (b.im == 0 ? 0 : value * Math.log(a.re) * b.im));
      }
    };
  }

  private static Complex call(Function function, List<Complex> a) {
    double value = function.apply(a.stream().mapToDouble(Complex::re).toArray());
    double x = a.get(0).re;
    double h = a.get(0).im;
    return switch (function) {
      case MAX, MIN -> a.get(0).re == value ? a.get(0) : a.get(1);
      case SELECT -> x > 0 ? a.get(1) : a.get(2);
      case SIN -> new Complex(value, Math.cos(x) * h);
      case COS -> new Complex(value, -Math.sin(x) * h);
      case TAN -> new Complex(value, h / (Math.cos(x) * Math.cos(x)));
      case EXP -> new Complex(value, value * h);
      case LOG -> new Complex(value, Math.atan2(h, x) - (x < 0 ? Math.PI : 0));
      case SQRT -> new Complex(value, h / (2 * value));
      case TANH -> new Complex(value, h / (Math.cosh(x) * Math.cosh(x)));
      case SINH -> new Complex(value, Math.cosh(x) * h);
      case COSH -> new Complex(value, Math.sinh(x) * h);
      case ABS -> new Complex(value, x < 0 ? -h : h);
      case ATAN -> new Complex(value, h / (1 + x * x));
      case SIGN -> new Complex(value, 0);
    };
  }
}
