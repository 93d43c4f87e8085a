package descent.run;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in sentences: at most three significant digits, powers of ten as superscripts. */
final class Numeral {
  private Numeral() {}

  static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    String sign = value < 0 ? "−" : "";
    if (size == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(size).round(new MathContext(3));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -3 && exponent < 4) {
      return sign + rounded.stripTrailingZeros().toPlainString();
    }
    String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    String power = "10" + superscript(exponent);
    return sign + (mantissa.equals("1") ? power : mantissa + " × " + power);
  }

  private static String superscript(int exponent) {
    StringBuilder raised = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return raised.toString();
  }
}
