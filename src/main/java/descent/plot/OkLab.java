package descent.plot;

/** Mixes colours where equal distances look equal; B. Ottosson, 2020. */
final class OkLab {
  private OkLab() {}

  /** The colour {@code part} of the way from one {@code #rrggbb} to another. */
  static String mix(String from, String to, double part) {
    double[] a = lab(from);
    double[] b = lab(to);
    double[] mixed = new double[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = a[i] + part * (b[i] - a[i]);
    }
    return hex(mixed);
  }

  /** Lightness, green–red, blue–yellow of {@code #rrggbb}. */
  static double[] lab(String hex) {
    double r = linear(Integer.parseInt(hex.substring(1, 3), 16) / 255.0);
    double g = linear(Integer.parseInt(hex.substring(3, 5), 16) / 255.0);
    double b = linear(Integer.parseInt(hex.substring(5, 7), 16) / 255.0);
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static String hex(double[] lab) {
    double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
    double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
    double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
    return "#%02x%02x%02x"
        .formatted(
            channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
  }

  private static double cube(double value) {
    return value * value * value;
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static int channel(double linear) {
    double part = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * Math.max(0, Math.min(1, part)));
  }
}
