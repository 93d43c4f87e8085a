package descent.objective;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A sensible start and box for a formula about which nothing is known. */
final class Typed {
  private static final double HALF_WIDTH = 3;
  private static final int SAMPLES = 200;
  private static final double[][] STARTS = {
    {-2, 1.5, 1}, {2, 1.5, 1}, {1, 0.5, 0.5}, {0.5, 0.25, 0.25}, {2.5, -1, 2}, {-1, -1, -1}
  };

  private Typed() {}

  static Problem problem(Formula formula) {
    return new Problem(
        formula.text(),
        formula.text(),
        formula,
        start(formula),
        box(formula),
        List.of(),
        List.of(),
        "");
  }

  private static double[] start(Formula formula) {
    return Arrays.stream(STARTS)
        .map(candidate -> Arrays.copyOf(candidate, formula.dimension()))
        .filter(x -> formula.at(x).isFinite() && formula.at(x).gradientNorm() > 0)
        .findFirst()
        .orElse(Arrays.copyOf(STARTS[0], formula.dimension()));
  }

  private static Box box(Formula formula) {
    if (formula.dimension() > 1) {
      return new Box(-HALF_WIDTH, HALF_WIDTH, -HALF_WIDTH, HALF_WIDTH);
    }
    double[] values =
        IntStream.rangeClosed(0, SAMPLES)
            .mapToDouble(i -> HALF_WIDTH * (2.0 * i / SAMPLES - 1))
            .map(x -> formula.value(new double[] {x}))
            .filter(v -> Math.abs(v) < 1e9)
            .sorted()
            .toArray();
    double low = values.length == 0 ? -1 : values[0];
    double high = values.length == 0 ? 1 : values[values.length - 1];
    double margin = high > low ? (high - low) / 20 : Math.max(1, Math.abs(low));
    return new Box(-HALF_WIDTH, HALF_WIDTH, low - margin, high + margin);
  }
}
