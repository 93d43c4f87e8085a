package descent.model;

import descent.linalg.Matrix;
import java.util.SplittableRandom;

/** Points in the plane with classes, drawn from a seed. */
public final class Generated {
  private static final int LARGEST = 100_000;

  private Generated() {}

  /** The shapes. */
  public enum Shape {
    /** Two interleaved half circles. */
    MOONS(2),
    /** A ring around a ring. */
    CIRCLES(2),
    /** Two arms of one and a half turns: K. Lang, M. Witbrock, 1988. */
    SPIRALS(2),
    /** Three round clouds. */
    BLOBS(3);

    private final int classes;

    Shape(int classes) {
      this.classes = classes;
    }
  }

  /**
   * {@code size} points, the classes in turn.
   *
   * @param noise standard deviation of what is added to each coordinate
   * @param labelNoise the share of points whose class is drawn anew among the others
   */
  public static Dataset points(Shape shape, int size, double noise, double labelNoise, long seed) {
    if (size < 1 || size > LARGEST || !(noise >= 0) || !(labelNoise >= 0 && labelNoise <= 1)) {
      throw new IllegalArgumentException(
          "needs 1 to %d points, noise from 0 and label noise from 0 to 1, got %d, %s and %s"
              .formatted(LARGEST, size, noise, labelNoise));
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[][] x = new double[size][];
    double[][] y = new double[size][1];
    for (int i = 0; i < size; i++) {
      int label = i % shape.classes;
      x[i] = center(shape, label, random.nextDouble());
      x[i][0] += noise * Draws.gaussian(random);
      x[i][1] += noise * Draws.gaussian(random);
      boolean flipped = random.nextDouble() < labelNoise;
      int other = (label + 1 + random.nextInt(shape.classes - 1)) % shape.classes;
      y[i][0] = flipped ? other : label;
    }
    return new Dataset(
        shape.name().toLowerCase(java.util.Locale.ROOT),
        Matrix.of(x),
        Matrix.of(y),
        shape.classes,
        "drawn from seed " + seed);
  }

  private static double[] center(Shape shape, int label, double u) {
    double angle = Math.PI * u;
    return switch (shape) {
      case MOONS ->
          label == 0
              ? new double[] {Math.cos(angle), Math.sin(angle)}
              : new double[] {1 - Math.cos(angle), 0.5 - Math.sin(angle)};
      case CIRCLES -> polar(label == 0 ? 1 : 0.5, 2 * angle);
      case SPIRALS -> polar(0.1 + 0.9 * u, 3 * angle + Math.PI * label);
      case BLOBS -> polar(1.5, 2 * Math.PI * label / 3);
    };
  }

  private static double[] polar(double radius, double angle) {
    return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
  }
}
