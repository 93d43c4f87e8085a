package descent.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as plots and tables write them: a real minus, grouped thousands, raised exponents. */
public final class Numbers {
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Numbers() {}

  /** Three significant digits, trailing zeros kept: 0.270, 1,240, 5.06 × 10⁻⁴. */
  public static String reading(double value) {
    return significant(value, 3);
  }

  /** {@code digits} significant digits; below 0.001 and from 10,000 with a power of ten. */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "undefined" : value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(Math.abs(value)).round(new MathContext(digits, RoundingMode.HALF_UP));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String sign = value < 0 ? "−" : "";
    if (exponent < -3 || exponent >= 4) {
      String mantissa = rounded.movePointLeft(exponent).setScale(digits - 1).toPlainString();
      return sign + mantissa + " × 10" + raised(exponent);
    }
    String plain =
        rounded.setScale(Math.max(0, digits - 1 - exponent), RoundingMode.HALF_UP).toPlainString();
    return sign + (exponent == 3 ? plain.charAt(0) + "," + plain.substring(1) : plain);
  }

  /** The shortest form, as typed in a field: 0.004, 1e-7, -3. */
  public static String field(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    double size = Math.abs(value);
    String text = Double.toString(value);
    return size >= 1e-5 && size < 1e9
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text.replace("E", "e").replace(".0e", "e");
  }

  /** A tick of a linear axis whose neighbours are {@code step} away: −1.5, 20, 2 × 10⁵. */
  public static String tick(double value, double step) {
    if (Math.abs(value) < step * 1e-6) {
      return "0";
    }
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
    double size = Math.abs(value);
    String sign = value < 0 ? "−" : "";
    if (!Double.isFinite(value) || size >= 1e5 || decimals > 4) {
      return significant(value, 2).replace(".0 ×", " ×");
    }
    String plain = new BigDecimal(size).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    return sign + (size >= 1000 && decimals == 0 ? grouped(plain) : plain);
  }

  /** A decade of a logarithmic axis: 10⁻², 1, 10, 10³. */
  public static String decade(double value) {
    int exponent = (int) Math.rint(Math.log10(value));
    return exponent == 0 ? "1" : exponent == 1 ? "10" : "10" + raised(exponent);
  }

  /** A tick of a logarithmic axis: a decade, or 2 or 5 between two. */
  static String logarithmicTick(double value) {
    double power = Math.pow(10, Math.rint(Math.log10(value)));
    return Math.abs(value / power - 1) < 1e-6 ? decade(value) : significant(value, 1);
  }

  /** The same in a margin, which has no room for 2 × 10⁻⁴: there only the decades are named. */
  static String marginTick(double value) {
    String text = logarithmicTick(value);
    return text.contains("×") ? "" : text;
  }

  private static String grouped(String plain) {
    return plain.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
  }

  private static String raised(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(RAISED.charAt(digit - '0'));
    }
    return text.toString();
  }
}
