package descent.model;

import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.linalg.Matrix;
import descent.objective.Evaluation;
import descent.objective.FisherEstimate;
import descent.objective.Layered;
import descent.objective.LayeredBatch;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** The mean loss of a network on a data set, as a function of its weights; thread-safe. */
public final class NetworkObjective implements Layered {
  private final Network network;
  private final Dataset data;
  private final DenseAlgebra algebra;

  /**
   * The loss of {@code network} on all of {@code data}.
   *
   * @throws IllegalArgumentException if their sizes differ or a class is unknown to the network
   */
  public NetworkObjective(Network network, Dataset data, DenseAlgebra algebra) {
    int targets = network.likelihood().targets(network.outputs());
    if (data.inputs().columns() != network.inputs() || data.targets().columns() != targets) {
      throw new IllegalArgumentException(
          "network %s needs %d inputs and %d targets, data set %s has %d and %d"
              .formatted(
                  network.widths(),
                  network.inputs(),
                  targets,
                  data.name(),
                  data.inputs().columns(),
                  data.targets().columns()));
    }
    if (network.likelihood() instanceof Likelihood.Categorical
        && data.classes() > network.outputs()) {
      throw new IllegalArgumentException(
          "data set %s has %d classes, the network %d outputs"
              .formatted(data.name(), data.classes(), network.outputs()));
    }
    this.network = network;
    this.data = data;
    this.algebra = algebra;
  }

  public Network network() {
    return network;
  }

  public Dataset data() {
    return data;
  }

  @Override
  public int dimension() {
    return network.parameters();
  }

  @Override
  public int terms() {
    return data.size();
  }

  @Override
  public NetworkObjective batch(int[] terms) {
    return new NetworkObjective(network, data.rows(terms), algebra);
  }

  @Override
  public BlockVector weights(double[] x) {
    return network.weights(x, algebra);
  }

  @Override
  public double[] coordinates(BlockVector weights) {
    return network.coordinates(weights);
  }

  @Override
  public LayeredBatch open() {
    ShardedBatch batch = new ShardedBatch(network, algebra, data.size(), 1);
    batch.load(data, all());
    return batch;
  }

  private NetworkBatch batch() {
    NetworkBatch batch = new NetworkBatch(network, algebra, data.size());
    batch.load(data, all());
    return batch;
  }

  private int[] all() {
    return IntStream.range(0, data.size()).toArray();
  }

  private NetworkBatch forward(double[] x) {
    NetworkBatch batch = batch();
    batch.gradient(weights(x), network.zeros(algebra.precision()));
    return batch;
  }

  @Override
  public double value(double[] x) {
    return batch().loss(weights(x));
  }

  @Override
  public Evaluation at(double[] x) {
    BlockVector gradient = network.zeros(algebra.precision());
    double value = batch().gradient(weights(x), gradient);
    return new Evaluation(x, value, coordinates(gradient));
  }

  /** The share of examples whose class is predicted, NaN without classes. */
  public double accuracy(double[] x) {
    return forward(x).correct() / data.size();
  }

  /** The outputs, N × outputs. */
  public double[][] outputs(double[] x) {
    return forward(x).outputs().toRows();
  }

  @Override
  public double[][] termGradients(double[] x) {
    return forward(x).exampleGradients().toRows();
  }

  @Override
  public double[][] gradientSecondMoment(double[] x) {
    return secondMoment(x, FisherEstimate.EMPIRICAL, 1, 0);
  }

  @Override
  public double[][] fisher(double[] x) {
    return secondMoment(x, FisherEstimate.EXACT, network.outputs(), 0);
  }

  @Override
  public double[][] sampledFisher(double[] x, int draws, long seed) {
    if (draws < 1) {
      throw new IllegalArgumentException("draws must be at least 1, got " + draws);
    }
    return secondMoment(x, FisherEstimate.SAMPLED, draws, seed);
  }

  /** (1/N) Σ over passes and examples of ggᵀ; exact passes add up, drawn ones are averaged. */
  private double[][] secondMoment(double[] x, FisherEstimate estimate, int passes, long seed) {
    int n = dimension();
    Dense.check(n);
    NetworkBatch batch = forward(x);
    BlockVector weights = weights(x);
    SplittableRandom random = new SplittableRandom(seed);
    Matrix sum = algebra.zeros(n, n);
    double scale = (estimate == FisherEstimate.EXACT ? 1.0 : 1.0 / passes) / data.size();
    for (int k = 0; k < passes; k++) {
      batch.draw(estimate, k, random, data.size());
      batch.propagate(weights, data.size());
      algebra.gram(scale, batch.exampleGradients(), 1, sum);
    }
    return sum.toRows();
  }

  @Override
  public double[] fisherDiagonal(double[] x) {
    NetworkBatch batch = forward(x);
    BlockVector weights = weights(x);
    double[] diagonal = new double[dimension()];
    for (int k = 0; k < network.outputs(); k++) {
      batch.draw(FisherEstimate.EXACT, k, new SplittableRandom(0), data.size());
      batch.propagate(weights, data.size());
      Matrix gradients = batch.exampleGradients();
      gradients.multiplyElements(gradients);
      for (int i = 0; i < gradients.rows(); i++) {
        for (int j = 0; j < diagonal.length; j++) {
          diagonal[j] += gradients.get(i, j) / data.size();
        }
      }
    }
    return diagonal;
  }

  @Override
  public double[] gaussNewtonTimes(double[] x, double[] v) {
    Tangent tangent = new Tangent(forward(x));
    return product(v, (in, out) -> tangent.gaussNewtonTimes(weights(x), in, out));
  }

  @Override
  public double[] fisherTimes(double[] x, double[] v) {
    return gaussNewtonTimes(x, v);
  }

  @Override
  public double[] hessianTimes(double[] x, double[] v) {
    Tangent tangent = new Tangent(forward(x));
    return product(v, (in, out) -> tangent.hessianTimes(weights(x), in, out));
  }

  private double[] product(double[] v, BiConsumer<BlockVector, BlockVector> times) {
    BlockVector out = network.zeros(algebra.precision());
    times.accept(weights(v), out);
    return coordinates(out);
  }

  @Override
  public double[][] hessian(double[] x) {
    int n = dimension();
    Dense.check(n);
    Tangent tangent = new Tangent(forward(x));
    BlockVector weights = weights(x);
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] unit = new double[n];
      unit[i] = 1;
      rows[i] = product(unit, (in, out) -> tangent.hessianTimes(weights, in, out));
    }
    return Dense.symmetric(rows);
  }
}
