package descent.expr;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A named function of the expression language. */
public enum Function {
  SIN(1),
  COS(1),
  TAN(1),
  EXP(1),
  LOG(1),
  SQRT(1),
  TANH(1),
  SINH(1),
  COSH(1),
  ABS(1),
  ATAN(1),
  /** −1, 0 or 1. */
  SIGN(1),
  MAX(2),
  MIN(2),
  /** {@code select(c, a, b)}: a where c > 0, else b. */
  SELECT(3);

  private final int arity;

  Function(int arity) {
    this.arity = arity;
  }

  /** Number of arguments. */
  public int arity() {
    return arity;
  }

  /** How it is typed: the name in lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The function typed as {@code wire}, if there is one. */
  public static Optional<Function> named(String wire) {
    return Arrays.stream(values()).filter(f -> f.wire().equals(wire)).findFirst();
  }

  /** The value at {@code a[0..arity)}; {@code a} is not modified. */
  public double apply(double... a) {
    return switch (this) {
      case SIN -> Math.sin(a[0]);
      case COS -> Math.cos(a[0]);
      case TAN -> Math.tan(a[0]);
      case EXP -> Math.exp(a[0]);
      case LOG -> Math.log(a[0]);
      case SQRT -> Math.sqrt(a[0]);
      case TANH -> Math.tanh(a[0]);
      case SINH -> Math.sinh(a[0]);
      case COSH -> Math.cosh(a[0]);
      case ABS -> Math.abs(a[0]);
      case ATAN -> Math.atan(a[0]);
      case SIGN -> Math.signum(a[0]);
      case MAX -> Math.max(a[0], a[1]);
      case MIN -> Math.min(a[0], a[1]);
      case SELECT -> select(a[0], a[1], a[2]);
    };
  }

  /** The choice of generated code, in double and in float. */
  static double select(double condition, double yes, double no) {
    return condition > 0 ? yes : no;
  }

  static float select(float condition, float yes, float no) {
    return condition > 0 ? yes : no;
  }
}
