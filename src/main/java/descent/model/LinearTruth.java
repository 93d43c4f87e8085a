package descent.model;

import descent.linalg.Matrix;
import java.util.SplittableRandom;

/**
 * A regression problem whose truth is known: x ~ U(0, 2), y = intercept + slope·x + misfit·(x − 1)²
 * + noise·N(0, 1).
 *
 * @param misfit what a straight line cannot say
 * @param noise standard deviation of y around its mean
 */
public record LinearTruth(double intercept, double slope, double misfit, double noise) {
  private static final int LARGEST = 1_000_000;

  public LinearTruth {
    if (!(noise >= 0) || !Double.isFinite(intercept + slope + misfit + noise)) {
      throw new IllegalArgumentException(
          "noise must be at least 0 and all numbers finite, got %s, %s, %s, %s"
              .formatted(intercept, slope, misfit, noise));
    }
  }

  /** {@code size} examples drawn from {@code seed}. */
  public Dataset draw(int size, long seed) {
    if (size < 1 || size > LARGEST) {
      throw new IllegalArgumentException("needs 1 to %d examples, got %d".formatted(LARGEST, size));
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[][] x = new double[size][1];
    double[][] y = new double[size][1];
    for (int i = 0; i < size; i++) {
      x[i][0] = 2 * random.nextDouble();
      y[i][0] = mean(x[i][0]) + noise * Draws.gaussian(random);
    }
    return new Dataset("line", Matrix.of(x), Matrix.of(y), 0, "drawn from seed " + seed);
  }

  /** The true mean of y at {@code x}. */
  public double mean(double x) {
    return intercept + slope * x + misfit * (x - 1) * (x - 1);
  }
}
