package descent.model;

import java.util.SplittableRandom;

/**
 * The gradients gᵢ of single examples at one point, and what batches drawn from them tell about
 * their mean ḡ; immutable.
 */
public final class TermGradients {
  private final double[][] rows;
  private final double[] mean;
  private final double square;

  /**
   * The gradients of N examples.
   *
   * @param rows N×n, row i is gᵢ; kept and never written
   */
  public TermGradients(double[][] rows) {
    this.rows = rows;
    mean = mean(range(rows.length));
    square = product(mean, mean);
  }

  private static int[] range(int n) {
    return java.util.stream.IntStream.range(0, n).toArray();
  }

  /** The mean of the chosen gradients. */
  public double[] mean(int[] chosen) {
    double[] sum = new double[rows[0].length];
    for (int i : chosen) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += rows[i][j] / chosen.length;
      }
    }
    return sum;
  }

  /** tr Σ / ‖ḡ‖² with Σ the covariance of one gradient. */
  public double noiseScale() {
    double sum = 0;
    for (double[] row : rows) {
      sum += product(row, row) / rows.length;
    }
    return (sum - square) / square;
  }

  /** The mean of the chosen gradients along the full one, gᵀḡ / ‖ḡ‖²; 1 on average. */
  public double along(int[] chosen) {
    return product(mean(chosen), mean) / square;
  }

  /** The variance of {@link #along} for a batch of {@code size} drawn without replacement. */
  public double variance(int size) {
    double sum = 0;
    for (double[] row : rows) {
      double off = product(row, mean) / square - 1;
      sum += off * off / rows.length;
    }
    int n = rows.length;
    return n == 1 ? 0 : sum / size * (n - size) / (n - 1.0);
  }

  /** The cosine between the mean of the chosen gradients and that of all. */
  public double cosine(int[] chosen) {
    double[] batch = mean(chosen);
    return product(batch, mean) / Math.sqrt(product(batch, batch) * square);
  }

  /**
   * A batch of {@code size} different examples out of {@code examples}, each with the same chance.
   *
   * @throws IllegalArgumentException if there are not so many
   */
  public static int[] draw(int examples, int size, SplittableRandom random) {
    if (size < 1 || size > examples) {
      throw new IllegalArgumentException(
          "a batch must have 1 to %d examples, got %d".formatted(examples, size));
    }
    int[] order = range(examples);
    int[] batch = new int[size];
    for (int i = 0; i < size; i++) {
      int j = i + random.nextInt(examples - i);
      batch[i] = order[j];
      order[j] = order[i];
    }
    return batch;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
