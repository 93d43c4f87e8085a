package descent.model;

import static descent.model.NetworkBatch.top;

import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.linalg.Matrix;
import descent.objective.FisherEstimate;
import descent.objective.Layered;
import descent.objective.LayeredBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A batch whose examples pass the network in shards, and whose layers are then summed over all of
 * them, a thread each: threads that share no numbers wait less than threads that share a product.
 */
public final class ShardedBatch implements LayeredBatch {
  private final Network network;
  private final DenseAlgebra algebra;
  private final int size;
  private final List<NetworkBatch> shards;
  private final int[] firsts;
  private BlockVector current = new BlockVector(List.of());
  private Optional<Dataset> data = Optional.empty();
  private int[] rows = {};

  /**
   * A batch of {@code size} examples, still without any; a normalizing network, whose examples
   * depend on each other, has one shard.
   *
   * @param threads the most that work at once
   * @throws IllegalArgumentException if it would be too large
   */
  public ShardedBatch(Network network, DenseAlgebra algebra, int size, int threads) {
    NetworkBatch.checkSize(network, size);
    this.network = network;
    this.algebra = algebra;
    this.size = size;
    int count = network.normalized() ? 1 : Math.max(1, Math.min(threads, size));
    firsts = IntStream.rangeClosed(0, count).map(s -> (int) ((long) size * s / count)).toArray();
    shards =
        IntStream.range(0, count)
            .mapToObj(s -> new NetworkBatch(network, algebra, firsts[s + 1] - firsts[s]))
            .toList();
  }

  /** Fills the batch with the chosen {@code rows} of {@code data}, as many as its size. */
  public void load(Dataset data, int[] rows) {
    this.data = Optional.of(data);
    this.rows = rows.clone();
    each(s -> shards.get(s).load(data, Arrays.copyOfRange(rows, firsts[s], firsts[s + 1])));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public DenseAlgebra algebra() {
    return algebra;
  }

  @Override
  public Layered objective() {
    Dataset loaded = data.orElseThrow(() -> new IllegalStateException("the batch is empty"));
    return new NetworkObjective(network, loaded.rows(rows), algebra);
  }

  @Override
  public void each(int count, IntConsumer work) {
    IntStream all = IntStream.range(0, count);
    (shards.size() > 1 ? all.parallel() : all).forEach(work);
  }

  private void each(IntConsumer work) {
    each(shards.size(), work);
  }

  @Override
  public double loss(BlockVector weights) {
    double[] sums = new double[shards.size()];
    each(s -> sums[s] = shards.get(s).loss(weights) * shards.get(s).size());
    return Arrays.stream(sums).sum() / size;
  }

  /** How many of the outputs that {@link #loss} left predict their class; NaN without classes. */
  public double correct() {
    return shards.stream().mapToDouble(NetworkBatch::correct).sum();
  }

  @Override
  public double gradient(BlockVector weights, BlockVector gradient) {
    current = weights;
    double[] sums = new double[shards.size()];
    each(s -> sums[s] = shards.get(s).pass(weights) * shards.get(s).size());
    each(
        network.layers(),
        l -> {
          for (int s = 0; s < shards.size(); s++) {
            shards.get(s).collect(l, 1.0 / size, s == 0 ? 0 : 1, gradient);
          }
        });
    return Arrays.stream(sums).sum() / size;
  }

  @Override
  public Layered.Factors noFactors() {
    Stream<Integer> inputs = network.widths().stream().limit(network.layers());
    Stream<Integer> outputs = network.widths().stream().skip(1);
    return new Layered.Factors(
        inputs.map(n -> algebra.zeros(n + 1, n + 1)).map(Matrix.class::cast).toList(),
        outputs.map(n -> algebra.zeros(n, n)).map(Matrix.class::cast).toList());
  }

  @Override
  public void average(
      Layered.Factors mean,
      double keep,
      FisherEstimate estimate,
      SplittableRandom random,
      int rows) {
    int[] used = parts(rows);
    double part = (1 - keep) / Arrays.stream(used).sum();
    each(network.layers(), l -> addGrams(l, false, used, part, keep, mean.inputs().get(l)));
    List<SplittableRandom> randoms =
        shards.stream().map(s -> shards.size() == 1 ? random : random.split()).toList();
    int passes = estimate == FisherEstimate.EXACT ? network.outputs() : 1;
    for (int k = 0; k < passes; k++) {
      int output = k;
      each(
          s -> {
            shards.get(s).draw(estimate, output, randoms.get(s), used[s]);
            shards.get(s).propagate(current, used[s]);
          });
      double kept = k == 0 ? keep : 1;
      each(network.layers(), l -> addGrams(l, true, used, part, kept, mean.outputs().get(l)));
    }
  }

  /** mean ← kept · mean + part · Σ vvᵀ, where v are the examples' ā or δ of layer l. */
  private void addGrams(
      int l, boolean ofDeltas, int[] used, double part, double kept, Matrix mean) {
    for (int s = 0; s < used.length; s++) {
      NetworkBatch shard = shards.get(s);
      Matrix vectors = top(ofDeltas ? shard.deltas[l] : shard.inputs[l], used[s]);
      algebra.gram(part, vectors, s == 0 ? kept : 1, mean);
    }
  }

  /** How many examples of each shard stand for the first {@code wanted} of the batch. */
  private int[] parts(int wanted) {
    int all = network.normalized() ? size : Math.max(1, Math.min(size, wanted));
    return IntStream.range(0, shards.size())
        .map(s -> (int) Math.max(1, (long) all * shards.get(s).size() / size))
        .toArray();
  }

  @Override
  public double[][] fisherForm(List<BlockVector> directions, int rows) {
    int[] used = parts(rows);
    double[][][] forms = new double[shards.size()][][];
    each(s -> forms[s] = form(shards.get(s), directions, used[s]));
    double all = Arrays.stream(used).sum();
    double[][] form = new double[directions.size()][directions.size()];
    for (int i = 0; i < form.length; i++) {
      for (int j = 0; j < form.length; j++) {
        for (double[][] own : forms) {
          form[i][j] += own[i][j] / all;
        }
      }
    }
    return form;
  }

  /** Σ (J uᵢ)ᵀ F_z (J uⱼ) over the first {@code used} examples. */
  private double[][] form(NetworkBatch shard, List<BlockVector> directions, int used) {
    Tangent tangent = new Tangent(shard, used);
    List<Matrix> moved = directions.stream().map(v -> tangent.forward(current, v).copy()).toList();
    Matrix z = top(shard.outputs(), used);
    double[][] form = new double[moved.size()][moved.size()];
    for (int j = 0; j < form.length; j++) {
      Matrix image = algebra.zeros(used, z.columns());
      network.likelihood().fisherTimes(z, moved.get(j), image);
      for (int i = 0; i < form.length; i++) {
        form[i][j] = moved.get(i).dot(image);
      }
    }
    return form;
  }
}
