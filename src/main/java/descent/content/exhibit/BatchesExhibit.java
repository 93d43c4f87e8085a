package descent.content.exhibit;

import descent.content.exhibit.Setting.Point;
import descent.content.exhibit.Setting.Scale;
import descent.content.exhibit.Setting.Seed;
import descent.content.exhibit.Setting.Slide;
import descent.linalg.Activation;
import descent.linalg.Algebras;
import descent.model.Dataset;
import descent.model.Digits;
import descent.model.Likelihood;
import descent.model.LineFit;
import descent.model.LinearTruth;
import descent.model.Network;
import descent.model.NetworkObjective;
import descent.model.TermGradients;
import descent.run.Cache;
import descent.run.Query;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * {@code ```{batches}}: what the gradient of a mini-batch knows, on a line and on digits.
 *
 * @param size how many examples a batch has
 * @param rate of the steps on the line
 * @param start (intercept, slope); never written
 * @param kept the cosines on digits, the same for all states
 */
public record BatchesExhibit(
    int size,
    double rate,
    int steps,
    double[] start,
    long seed,
    Supplier<Algebras> algebras,
    Cache<String, BatchesExhibit.Cosines> kept)
    implements Exhibit {
  static final int EXAMPLES = 100;
  static final int DRAWS = 2000;
  static final double[] LOW = {-1.5, -1.5};
  static final double[] HIGH = {3, 3.5};
  private static final int MOST_STEPS = 1000;
  private static final int DIGITS = 300;
  private static final double DIGITS_RATE = 0.5;
  private static final int COSINES = 100;

  /**
   * How batches of digits agree with all of them along gradient descent.
   *
   * @param steps after which it was looked at
   * @param sizes of the batches
   * @param measured a row for each size: the mean cosine over draws without replacement
   * @param noise tr Σ / ‖ḡ‖² after each of the steps
   */
  record Cosines(int[] steps, int[] sizes, double[][] measured, double[] noise) {}

  /** Batches of four, on a line through 100 points. */
  public static BatchesExhibit plain(Supplier<Algebras> algebras) {
    return new BatchesExhibit(4, 0.3, 300, new double[] {-1, -1}, 0, algebras, new Cache<>(1));
  }

  @Override
  public String name() {
    return "batches";
  }

  @Override
  public String doc() {
    return """
    Shows stochastic gradient descent with batches of `size` examples, drawn without replacement \
    from 100 points around the line 1 + 2u, u in [−1, 1], by `steps` steps of the learning rate \
    `rate` from `start`; how batch gradients there scatter along the full one; and the cosine of \
    both along gradient descent of a softmax regression on 300 digits.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{batches}
    id: cloud
    size: 4
    alt: A path that ends in a cloud, a histogram around one, and falling curves of a cosine.
    ```
    """;
  }

  @Override
  public BatchesExhibit with(Query query) {
    return new BatchesExhibit(
        (int) query.whole("size", size, 1, EXAMPLES),
        query.number("rate", rate, 0.001, 2),
        (int) query.whole("steps", steps, 1, MOST_STEPS),
        query.numbers("start", start, 2),
        query.whole("seed", seed, 0, Integer.MAX_VALUE),
        algebras,
        kept);
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Slide("size", "Batch", size, 1, EXAMPLES, Scale.INTEGER_LOG),
        new Slide("rate", "Learning rate", rate, 0.01, 1, Scale.LOG),
        new Slide("steps", "Steps", steps, 1, MOST_STEPS, Scale.INTEGER_LOG),
        new Point("start", "Start (intercept, slope)", start, LOW, HIGH),
        new Seed("seed", seed));
  }

  @Override
  public int columns() {
    return 3;
  }

  LineFit line() {
    Dataset drawn = new LinearTruth(-1, 2, 0, 0.5).draw(EXAMPLES, seed);
    double[] inputs = new double[EXAMPLES];
    double[] targets = new double[EXAMPLES];
    Arrays.setAll(inputs, i -> drawn.inputs().get(i, 0) - 1);
    Arrays.setAll(targets, i -> drawn.targets().get(i, 0));
    return LineFit.of(inputs, targets, 1);
  }

  /** The points of the path: two rows, steps + 1 columns. */
  double[][] path(LineFit line) {
    SplittableRandom random = new SplittableRandom(seed + 1);
    double[][] path = new double[2][steps + 1];
    double[] theta = start.clone();
    for (int t = 0; t <= steps; t++) {
      path[0][t] = theta[0];
      path[1][t] = theta[1];
      double[] g = line.terms(theta).mean(TermGradients.draw(EXAMPLES, size, random));
      theta[0] -= rate * g[0];
      theta[1] -= rate * g[1];
    }
    return path;
  }

  /** Batch gradients at the start along the full one, which is 1. */
  double[] estimates(TermGradients gradients) {
    SplittableRandom random = new SplittableRandom(seed + 2);
    double[] along = new double[DRAWS];
    Arrays.setAll(along, k -> gradients.along(TermGradients.draw(EXAMPLES, size, random)));
    return along;
  }

  Cosines cosines() {
    return kept.computeIfAbsent("digits", key -> measure());
  }

  private Cosines measure() {
    Network softmax =
        new Network(List.of(64, 10), Activation.TANH, new Likelihood.Categorical(), false, false);
    var algebra = algebras.get().fastDouble();
    var objective = new NetworkObjective(softmax, Digits.load().first(DIGITS), algebra);
    int[] steps = {0, 1, 3, 9, 29, 99, 299, 999};
    int[] sizes = {1, 8, 64};
    double[][] measured = new double[sizes.length][steps.length];
    double[] noise = new double[steps.length];
    SplittableRandom random = new SplittableRandom(3);
    double[] x = new double[softmax.parameters()];
    int done = 0;
    for (int k = 0; k < steps.length; k++) {
      for (; done < steps[k]; done++) {
        double[] gradient = objective.at(x).gradient();
        for (int i = 0; i < x.length; i++) {
          x[i] -= DIGITS_RATE * gradient[i];
        }
      }
      TermGradients gradients = new TermGradients(objective.termGradients(x));
      noise[k] = gradients.noiseScale();
      for (int s = 0; s < sizes.length; s++) {
        for (int draw = 0; draw < COSINES; draw++) {
          int[] batch = TermGradients.draw(DIGITS, sizes[s], random);
          measured[s][k] += gradients.cosine(batch) / COSINES;
        }
      }
    }
    return new Cosines(steps, sizes, measured, noise);
  }

  /** About the cosine of a batch and the whole where the noise scale is {@code noise}. */
  static double cosine(double noise, double size) {
    double left = Math.max(0, DIGITS - size) / (DIGITS - 1);
    return 1 / Math.sqrt(1 + noise * left / size);
  }

  @Override
  public Drawing draw(double width, String alternative) {
    return new BatchesPicture(this, line(), width, alternative).drawing();
  }
}
