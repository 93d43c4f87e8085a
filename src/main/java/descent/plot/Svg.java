package descent.plot;

import java.util.Locale;

/** Writes SVG as text: elements with presentation attributes, never inline styles. */
final class Svg {
  private final StringBuilder text = new StringBuilder();

  /** An element without content; attributes are names and values in turn, empty values left out. */
  Svg element(String name, Object... attributes) {
    begin(name, attributes);
    text.append("/>");
    return this;
  }

  Svg open(String name, Object... attributes) {
    begin(name, attributes);
    text.append('>');
    return this;
  }

  Svg close(String name) {
    text.append("</").append(name).append('>');
    return this;
  }

  /** A text element. */
  Svg text(String content, Object... attributes) {
    return open("text", attributes).raw(escape(content)).close("text");
  }

  /** A text with a halo, readable on every tint. */
  Svg cased(String content, double x, double y, String anchor, Palette palette) {
    return text(
        content,
        "x",
        x,
        "y",
        y,
        "text-anchor",
        anchor,
        "stroke",
        palette.colour("halo"),
        "stroke-width",
        "3",
        "stroke-opacity",
        ".8",
        "stroke-linejoin",
        "round",
        "paint-order",
        "stroke");
  }

  /** The ring that a reader drags. */
  Svg ring(double x, double y, Palette palette) {
    return element(
        "circle",
        "cx",
        x,
        "cy",
        y,
        "r",
        "8.5",
        "fill",
        palette.colour("paper"),
        "stroke",
        palette.colour("ink"),
        "stroke-width",
        "2.5");
  }

  Svg raw(String markup) {
    text.append(markup);
    return this;
  }

  private void begin(String name, Object... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      String value = write(attributes[i + 1]);
      if (!value.isEmpty()) {
        text.append(' ').append(attributes[i]).append("=\"").append(escape(value)).append('"');
      }
    }
  }

  private static String write(Object value) {
    return value instanceof Double number ? write(number.doubleValue()) : value.toString();
  }

  /** A coordinate to a tenth of a pixel. */
  static String write(double pixel) {
    String plain = String.format(Locale.ROOT, "%.1f", clamp(pixel));
    return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
  }

  /** Far outside any picture is far enough. */
  static double clamp(double pixel) {
    return Math.max(-1e5, Math.min(1e5, pixel));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
