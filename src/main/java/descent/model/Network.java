package descent.model;

import descent.linalg.Activation;
import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.linalg.Matrix;
import descent.linalg.Precision;
import descent.objective.LayerSizes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The shape of a multilayer network: s_l = W̄_l [a_l; 1], a_{l+1} = f(s_l), the last s are the
 * outputs; with one layer it is a regression.
 *
 * @param widths of the inputs, each hidden layer and the outputs
 * @param activation f of every hidden layer
 * @param likelihood of the targets given the outputs
 * @param residual whether a_{l+1} = f(s_l) + a_l where both have the same width: K. He et al.,
 *     2015, arXiv:1512.03385
 * @param normalized whether f(s_l) is standardized over the batch, scale and shift being the next
 *     layer's weights: S. Ioffe, C. Szegedy, 2015, arXiv:1502.03167
 */
public record Network(
    List<Integer> widths,
    Activation activation,
    Likelihood likelihood,
    boolean residual,
    boolean normalized) {
  private static final int LARGEST = 20_000_000;

  public Network {
    widths = List.copyOf(widths);
    if (widths.size() < 2 || widths.stream().anyMatch(w -> w < 1)) {
      throw new IllegalArgumentException(
          "a network needs at least two widths, all positive, got " + widths);
    }
    long parameters = 0;
    for (int l = 0; l + 1 < widths.size(); l++) {
      parameters += widths.get(l + 1) * (widths.get(l) + 1L);
    }
    if (parameters > LARGEST) {
      throw new IllegalArgumentException(
          "network %s has %d parameters; at most %d".formatted(widths, parameters, LARGEST));
    }
  }

  /** A network without residual connections and normalization. */
  public static Network of(Likelihood likelihood, Activation activation, Integer... widths) {
    return new Network(List.of(widths), activation, likelihood, false, false);
  }

  /** y ~ N(wᵀx + b, σ²). */
  public static Network linear(int inputs, double sigma) {
    return of(new Likelihood.Gaussian(sigma), Activation.TANH, inputs, 1);
  }

  /** Log odds of y = 1 are wᵀx + b. */
  public static Network logistic(int inputs) {
    return of(new Likelihood.Bernoulli(), Activation.TANH, inputs, 1);
  }

  /** p(y = c) ∝ exp(w_cᵀx + b_c). */
  public static Network softmax(int inputs, int classes) {
    return of(new Likelihood.Categorical(), Activation.TANH, inputs, classes);
  }

  /**
   * The deep autoencoder 784-1000-500-250-30-250-500-1000-784: G. Hinton, R. Salakhutdinov, 2006,
   * doi:10.1126/science.1127647.
   */
  public static Network deepAutoencoder() {
    return of(
        new Likelihood.Bernoulli(), Activation.TANH, 784, 1000, 500, 250, 30, 250, 500, 1000, 784);
  }

  /** The number of affine layers. */
  public int layers() {
    return widths.size() - 1;
  }

  public int inputs() {
    return widths.get(0);
  }

  public int outputs() {
    return widths.get(layers());
  }

  /** The number of weights and biases. */
  public int parameters() {
    int sum = 0;
    for (int l = 0; l < layers(); l++) {
      sum += widths.get(l + 1) * (widths.get(l) + 1);
    }
    return sum;
  }

  /** How many numbers its parts have with batches of {@code batch} examples. */
  public LayerSizes sizes(int batch) {
    return new LayerSizes(widths, batch, NetworkBatch.numbers(this, batch));
  }

  /** Whether a_{l+1} has a_l added. */
  boolean skips(int layer) {
    return residual && layer < layers() - 1 && widths.get(layer).equals(widths.get(layer + 1));
  }

  /** Weights of zero, in {@code precision}. */
  public BlockVector zeros(Precision precision) {
    List<Matrix> blocks = new ArrayList<>();
    for (int l = 0; l < layers(); l++) {
      blocks.add(precision.zeros(widths.get(l + 1), widths.get(l) + 1));
    }
    return new BlockVector(blocks);
  }

  /**
   * Random weights, uniform within √(6/(inputs + outputs)) of each layer, doubled in square for
   * functions that are zero for half their inputs; biases zero.
   *
   * <p>X. Glorot, Y. Bengio, AISTATS 2010.
   */
  public BlockVector initial(long seed, Precision precision) {
    SplittableRandom random = new SplittableRandom(seed);
    BlockVector weights = zeros(precision);
    boolean rectified = activation == Activation.RELU || activation == Activation.GELU;
    for (Matrix w : weights.blocks()) {
      double bound = Math.sqrt((rectified ? 12.0 : 6.0) / (w.columns() - 1 + w.rows()));
      for (int i = 0; i < w.rows(); i++) {
        for (int j = 0; j < w.columns() - 1; j++) {
          w.set(i, j, random.nextDouble(-bound, bound));
        }
      }
    }
    return weights;
  }

  /** The weights in {@code x}: for each layer W rows first, then b. */
  public BlockVector weights(double[] x, DenseAlgebra algebra) {
    if (x.length != parameters()) {
      throw new IllegalArgumentException(
          "network %s has %d parameters, got %d".formatted(widths, parameters(), x.length));
    }
    BlockVector weights = zeros(algebra.precision());
    int next = 0;
    for (Matrix w : weights.blocks()) {
      int inputs = w.columns() - 1;
      for (int i = 0; i < w.rows(); i++) {
        for (int j = 0; j < inputs; j++) {
          w.set(i, j, x[next++]);
        }
      }
      for (int i = 0; i < w.rows(); i++) {
        w.set(i, inputs, x[next++]);
      }
    }
    return weights;
  }

  /** The inverse of {@link #weights}. */
  public double[] coordinates(BlockVector weights) {
    double[] x = new double[parameters()];
    int next = 0;
    for (Matrix w : weights.blocks()) {
      int inputs = w.columns() - 1;
      for (int i = 0; i < w.rows(); i++) {
        for (int j = 0; j < inputs; j++) {
          x[next++] = w.get(i, j);
        }
      }
      for (int i = 0; i < w.rows(); i++) {
        x[next++] = w.get(i, inputs);
      }
    }
    return x;
  }
}
