package descent.plot;

import java.util.List;

/** The colours of sweeps: even steps of lightness, pale is good; basins have a hue each. */
final class Shades {
  /** From good to bad, the same in both themes. */
  static final List<String> TIDE =
      List.of("#f9f9c3", "#aae39e", "#4bc1ad", "#1d95b0", "#1f689d", "#1e3f7f", "#161e4f");

  /** Tokens of the basins, in turn. */
  static final List<String> BASINS =
      List.of(
          "optimizer-adam",
          "optimizer-momentum",
          "optimizer-sgd",
          "optimizer-natural",
          "optimizer-nesterov",
          "optimizer-gd");

  /** How many steps a scale of values has. */
  static final int STEPS = 18;

  private static final int SHADES_OF_A_BASIN = 6;
  private static final double PALEST = 0.18;
  private static final double DEEPEST = 0.72;

  private Shades() {}

  /** The colour of {@code part} between good (0) and bad (1), in {@link #STEPS} steps. */
  static String tide(double part) {
    double at = step(part, STEPS) * (TIDE.size() - 1);
    int stop = (int) Math.min(TIDE.size() - 2, at);
    return OkLab.mix(TIDE.get(stop), TIDE.get(stop + 1), at - stop);
  }

  /** The colour of a basin, paler where runs settled sooner. */
  static String basin(int index, double part, Palette palette) {
    double depth = PALEST + (DEEPEST - PALEST) * step(part, SHADES_OF_A_BASIN);
    return palette.shade(BASINS.get(index % BASINS.size()), depth);
  }

  /** {@code part} rounded to one of {@code count} steps from 0 to 1. */
  private static double step(double part, int count) {
    return Math.min(count - 1, Math.floor(count * part)) / (count - 1);
  }
}
