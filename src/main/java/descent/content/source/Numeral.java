package descent.content.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * A number as the page writes it: whole numbers as they are, others with three significant digits
 * or as many as asked for; below 0.001 and from 10,000 with a power of ten.
 *
 * @param digits significant digits, from 1 to 17, where the author asked for them
 */
public record Numeral(double value, OptionalInt digits) {

  private static final int DEFAULT_DIGITS = 3;
  private static final double LARGEST_WHOLE = 1e9;

  public static Numeral of(double value) {
    return new Numeral(value, OptionalInt.empty());
  }

  /** In as few digits as read back as the same number. */
  public static Numeral exact(double value) {
    boolean whole = value == Math.rint(value);
    int digits = BigDecimal.valueOf(value).stripTrailingZeros().precision();
    return new Numeral(value, whole ? OptionalInt.empty() : OptionalInt.of(digits));
  }

  /** For HTML: a real minus and superscripts, on one line. */
  public String html() {
    return write(",", "−", "\u00a0×\u00a010<sup>", "−", "</sup>");
  }

  /** For a formula. */
  public String tex() {
    return write("{,}", "-", "\\times 10^{", "-", "}");
  }

  /** For an attribute: plain characters. */
  public String text() {
    String text = write(",", "−", " × 10^", "−", "");
    int power = text.indexOf('^');
    return power < 0 ? text : text.substring(0, power) + superscript(text.substring(power + 1));
  }

  private String write(String comma, String minus, String power, String lower, String end) {
    if (value == 0) {
      return "0";
    }
    String sign = value < 0 ? minus : "";
    double size = Math.abs(value);
    if (digits.isEmpty() && size == Math.rint(size) && size < LARGEST_WHOLE) {
      return sign + grouped(new BigDecimal(size).toPlainString(), comma);
    }
    int significant = digits.orElse(DEFAULT_DIGITS);
    BigDecimal rounded =
        new BigDecimal(size).round(new MathContext(significant, RoundingMode.HALF_UP));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -3 && exponent < Math.max(4, significant)) {
      BigDecimal fixed = rounded.setScale(Math.max(0, significant - 1 - exponent));
      return sign + grouped(fixed.toPlainString(), comma);
    }
    String mantissa = rounded.movePointLeft(exponent).setScale(significant - 1).toPlainString();
    String sized = (exponent < 0 ? lower : "") + Math.abs(exponent);
    return sign + mantissa + power + sized + end;
  }

  private static String grouped(String plain, String comma) {
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String rest = point < 0 ? "" : plain.substring(point);
    return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", comma) + rest;
  }

  private static String superscript(String exponent) {
    var text = new StringBuilder();
    for (char c : exponent.toCharArray()) {
      text.append(c == '−' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return text.toString();
  }
}
