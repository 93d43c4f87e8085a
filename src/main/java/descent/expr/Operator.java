package descent.expr;

/** An infix operator with its sign and binding strength. */
public enum Operator {
  ADD("+", 1),
  SUBTRACT("-", 1),
  MULTIPLY("*", 2),
  DIVIDE("/", 2),
  POWER("^", 4);

  private final String sign;
  private final int precedence;

  Operator(String sign, int precedence) {
    this.sign = sign;
    this.precedence = precedence;
  }

  /** How it is typed. */
  public String sign() {
    return sign;
  }

  /** Larger binds tighter; unary minus has 3. */
  int precedence() {
    return precedence;
  }

  /** {@code a operator b} in IEEE double; small integer powers are products. */
  public double apply(double a, double b) {
    return switch (this) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> power(a, b);
    };
  }

  static float power(float base, float exponent) {
    return (float) power((double) base, (double) exponent);
  }

  static double power(double base, double exponent) {
    if (exponent == 2) {
      return base * base;
    }
    if (exponent == 3) {
      return base * base * base;
    }
    if (exponent == 4) {
      double square = base * base;
      return square * square;
    }
    return Math.pow(base, exponent);
  }
}
