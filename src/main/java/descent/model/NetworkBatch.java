package descent.model;

import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.linalg.Matrix;
import descent.objective.FisherEstimate;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Examples inside a network: activations, derivatives and the passes over them, in buffers made
 * once; used by one thread.
 */
public final class NetworkBatch {
  private static final int LARGEST = 50_000_000;
  final Network network;
  final DenseAlgebra algebra;
  private final int size;
  private final Matrix targets;

  /** ā_l, size × (width + 1), the last column one. */
  final Matrix[] inputs;

  /** a_l: {@link #inputs} without the last column. */
  final Matrix[] activations;

  /** s_l, with the stride of a_{l+1}. */
  final Matrix[] sums;

  /** f(s_l). */
  final Matrix[] values;

  /** f(s_l), standardized if the network does. */
  private final Matrix[] branches;

  final Normalization[] normalizations;

  /** ∂(−log p)/∂s_l of each example, with the stride of s_l. */
  final Matrix[] deltas;

  /** A batch of {@code size} examples, still without any. */
  public NetworkBatch(Network network, DenseAlgebra algebra, int size) {
    checkSize(network, size);
    this.network = network;
    this.algebra = algebra;
    this.size = size;
    int layers = network.layers();
    inputs = new Matrix[layers];
    activations = new Matrix[layers];
    sums = new Matrix[layers];
    values = new Matrix[layers - 1];
    branches = new Matrix[layers - 1];
    normalizations = new Normalization[layers - 1];
    deltas = new Matrix[layers];
    targets = algebra.zeros(size, network.likelihood().targets(network.outputs()));
    allocate();
  }

  static void checkSize(Network network, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a batch needs at least one example, got " + size);
    }
    long numbers = (long) size * network.widths().stream().mapToInt(Integer::intValue).sum();
    if (numbers > LARGEST) {
      throw new IllegalArgumentException(
          "a batch of %d in network %s holds %d numbers; at most %d"
              .formatted(size, network.widths(), numbers, LARGEST));
    }
  }

  /** How many numbers a batch of {@code size} examples holds, its passes included. */
  public static long numbers(Network network, int size) {
    long each = network.likelihood().targets(network.outputs());
    int widest = 0;
    for (int l = 0; l < network.layers(); l++) {
      int width = network.widths().get(l + 1) + padding(network, l);
      int more = (network.skips(l) ? 1 : 0) + (network.normalized() ? 1 : 0);
      each += network.widths().get(l) + 1 + (2L + more) * width;
      widest = Math.max(widest, width);
    }
    long passing = (network.normalized() ? 3L : 0) + (network.residual() ? 1 : 0);
    return size * (each + passing * widest);
  }

  private void allocate() {
    for (int l = 0; l < network.layers(); l++) {
      int width = network.widths().get(l);
      inputs[l] = algebra.zeros(size, width + 1);
      inputs[l].fill(1);
      activations[l] = inputs[l].view(size, width);
      sums[l] = beside(l);
      deltas[l] = beside(l);
    }
    for (int l = 0; l < network.layers() - 1; l++) {
      branches[l] = network.skips(l) ? beside(l) : activations[l + 1];
      values[l] = network.normalized() ? beside(l) : branches[l];
      normalizations[l] = new Normalization(algebra, branches[l]);
    }
  }

  /** A new matrix for layer l's outputs, aligned with a_{l+1}. */
  Matrix beside(int l) {
    return beside(l, size);
  }

  /** The same for {@code rows} examples. */
  Matrix beside(int l, int rows) {
    int width = network.widths().get(l + 1);
    return algebra.zeros(rows, width + padding(network, l)).view(rows, width);
  }

  private static int padding(Network network, int l) {
    return l < network.layers() - 1 ? 1 : 0;
  }

  /** Fills the batch with the chosen {@code rows} of {@code data}, as many as its size. */
  public void load(Dataset data, int[] rows) {
    for (int i = 0; i < size; i++) {
      activations[0].copyRow(i, data.inputs(), rows[i]);
      targets.copyRow(i, data.targets(), rows[i]);
    }
  }

  /** The number of examples. */
  public int size() {
    return size;
  }

  /** The outputs of the last forward pass, size × outputs; shared. */
  public Matrix outputs() {
    return sums[network.layers() - 1];
  }

  /** The mean loss. */
  public double loss(BlockVector weights) {
    forward(weights);
    return network.likelihood().loss(outputs(), targets) / size;
  }

  /** How many of the last forward pass's outputs predict their class; NaN without classes. */
  public double correct() {
    return network.likelihood().correct(outputs(), targets);
  }

  void forward(BlockVector weights) {
    for (int l = 0; l < network.layers(); l++) {
      algebra.multiply(false, true, 1, inputs[l], weights.blocks().get(l), 0, sums[l]);
      if (l < network.layers() - 1) {
        activate(l);
      }
    }
  }

  private void activate(int l) {
    values[l].apply(network.activation(), sums[l]);
    if (network.normalized()) {
      normalizations[l].forward(values[l]);
    }
    if (network.skips(l)) {
      activations[l + 1].copy(branches[l]);
      activations[l + 1].addScaled(1, activations[l]);
    }
  }

  /** The mean loss; {@code gradient} ← its gradient. */
  public double gradient(BlockVector weights, BlockVector gradient) {
    double loss = pass(weights);
    collect(gradient, 1.0 / size);
    return loss;
  }

  /** The mean loss, of which every δ is left. */
  double pass(BlockVector weights) {
    double loss = loss(weights);
    residual();
    propagate(weights, size);
    return loss;
  }

  /** The δ of the outputs, from which {@link #propagate} starts. */
  Matrix delta() {
    return deltas[network.layers() - 1];
  }

  /** δ of the outputs for the targets. */
  void residual() {
    network.likelihood().residual(outputs(), targets, delta());
  }

  /** δ_{l−1} = (W_lᵀδ_l + what a skip carries) through standardization and f′, from the last l. */
  void propagate(BlockVector weights, int rows) {
    Matrix carried = delta();
    for (int l = network.layers() - 1; l > 0; l--) {
      Matrix below = top(deltas[l - 1], rows);
      algebra.multiply(false, false, 1, top(deltas[l], rows), linear(weights, l), 0, below);
      if (network.skips(l)) {
        below.addScaled(1, carried);
      }
      if (network.skips(l - 1)) {
        carried = below.copy();
      }
      if (network.normalized()) {
        normalizations[l - 1].derivative(below);
      }
      below.multiplyDerivative(
          network.activation(), top(sums[l - 1], rows), top(values[l - 1], rows));
    }
  }

  /** W_l without the bias. */
  static Matrix linear(BlockVector weights, int l) {
    Matrix w = weights.blocks().get(l);
    return w.view(w.rows(), w.columns() - 1);
  }

  static Matrix top(Matrix a, int rows) {
    return rows == a.rows() ? a : a.view(rows, a.columns());
  }

  /** gradient of each layer l ← scale · δ_lᵀ ā_l. */
  void collect(BlockVector gradient, double scale) {
    for (int l = 0; l < network.layers(); l++) {
      collect(l, scale, 0, gradient);
    }
  }

  /** gradient of layer l ← scale · δ_lᵀ ā_l + keep · itself. */
  void collect(int l, double scale, double keep, BlockVector gradient) {
    algebra.multiply(true, false, scale, deltas[l], inputs[l], keep, gradient.blocks().get(l));
  }

  /** δ of the first {@code rows} outputs as the estimate wants it. */
  void draw(FisherEstimate estimate, int k, SplittableRandom random, int rows) {
    Likelihood likelihood = network.likelihood();
    Matrix z = top(outputs(), rows);
    Matrix delta = top(delta(), rows);
    switch (estimate) {
      case EXACT -> likelihood.fisherRoot(k, z, delta);
      case SAMPLED -> likelihood.sample(z, random, delta);
      case EMPIRICAL -> likelihood.residual(z, top(targets, rows), delta);
      case SIGNS -> likelihood.signs(z, random, delta);
    }
  }

  /** size × parameters: the gradient of each example from the present δ, in coordinate order. */
  Matrix exampleGradients() {
    if (network.normalized()) {
      throw new IllegalArgumentException(
          "examples of a network with batch normalization have no gradient each");
    }
    if ((long) size * network.parameters() > LARGEST) {
      throw new IllegalArgumentException(
          "the gradients of %d examples in %d parameters are too many numbers; at most %d"
              .formatted(size, network.parameters(), LARGEST));
    }
    Matrix out = algebra.zeros(size, network.parameters());
    IntStream.range(0, size).forEach(i -> exampleGradient(i, out));
    return out;
  }

  private void exampleGradient(int i, Matrix out) {
    int next = 0;
    for (int l = 0; l < network.layers(); l++) {
      Matrix delta = deltas[l];
      Matrix a = activations[l];
      for (int o = 0; o < delta.columns(); o++) {
        double d = delta.get(i, o);
        for (int j = 0; j < a.columns(); j++) {
          out.set(i, next++, d * a.get(i, j));
        }
      }
      for (int o = 0; o < delta.columns(); o++) {
        out.set(i, next++, delta.get(i, o));
      }
    }
  }
}
