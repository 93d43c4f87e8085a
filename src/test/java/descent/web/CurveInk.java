package descent.web;

/** What a curve on a canvas looks like, read from its pixels. */
public final class CurveInk {
  private CurveInk() {}

  /**
   * How many pixels lower the curve drawn with {@code trace} lies in the right third of a plot than
   * in its left one.
   *
   * @param plot the canvas
   * @param trace an element in the colour of the curve
   */
  public static double fall(Browser browser, String plot, String trace) {
    return browser
        .<Number>run(
            "const canvas = document.querySelector('%s');".formatted(plot)
                + "const ink = getComputedStyle(document.querySelector('%s'))".formatted(trace)
                + ".color.match(/\\d+/g).map(Number);"
                + "const { width: w, height: h } = canvas;"
                + "const { data } = canvas.getContext('2d').getImageData(0, 0, w, h);"
                + "const mean = [0, 2].map((third) => { let sum = 0, count = 0;"
                + "  for (let y = 0; y < h; y++) for (let x = Math.max(50, third * w / 3 | 0);"
                + "    x < (third + 1) * w / 3; x++)"
                + "    if (ink.every((v, k) => Math.abs(data[4 * (y * w + x) + k] - v) < 4))"
                + "      { sum += y; count++; }"
                + "  return sum / count; });"
                + "return mean[1] - mean[0]")
        .doubleValue();
  }
}
