package descent.content.directive;

import descent.optimizer.Quantity.Kind;

/** A pair of numbers as a small drawing: an arrow of fixed length, or a box as wide and high. */
final class Glyph {
  private static final double HALF = 24;
  private static final double LENGTH = 20;
  private static final double TIP = 6;

  private Glyph() {}

  /** The drawing, 48 px wide and high, in the colour of the text around it. */
  static String svg(Kind kind, double[] numbers) {
    return "<svg class=\"glyph\" viewBox=\"0 0 48 48\" aria-hidden=\"true\"><path d=\"%s\"/></svg>"
        .formatted(path(kind, numbers));
  }

  private static String path(Kind kind, double[] numbers) {
    double most = numbers.length < 2 ? 0 : Math.max(Math.abs(numbers[0]), Math.abs(numbers[1]));
    if (!(most > 0) || Double.isInfinite(most)) {
      return "";
    }
    return switch (kind) {
      case SIZE -> box(numbers[0] / most, numbers[1] / most);
      case VECTOR -> arrow(numbers[0], -numbers[1]);
      case NUMBERS, NUMBER -> "";
    };
  }

  private static String box(double width, double height) {
    double w = LENGTH * Math.max(0.04, Math.abs(width));
    double h = LENGTH * Math.max(0.04, Math.abs(height));
    return "M%.1f %.1fh%.1fv%.1fh%.1fZ".formatted(HALF - w, HALF - h, 2 * w, 2 * h, -2 * w);
  }

  private static String arrow(double right, double down) {
    double length = Math.hypot(right, down);
    double x = right / length;
    double y = down / length;
    double tipX = HALF + LENGTH * x;
    double tipY = HALF + LENGTH * y;
    return "M%.1f %.1fL%.1f %.1fM%.1f %.1fL%.1f %.1fL%.1f %.1f"
        .formatted(
            HALF - LENGTH * x,
            HALF - LENGTH * y,
            tipX,
            tipY,
            tipX - TIP * (x + 0.6 * y),
            tipY - TIP * (y - 0.6 * x),
            tipX,
            tipY,
            tipX - TIP * (x - 0.6 * y),
            tipY - TIP * (y + 0.6 * x));
  }
}
