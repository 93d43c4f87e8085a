package descent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descent.linalg.Activation;
import descent.linalg.BlockVector;
import descent.linalg.EjmlAlgebra;
import descent.linalg.Matrix;
import descent.linalg.Precision;
import descent.objective.FisherEstimate;
import descent.objective.Layered;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several shards give what one gives, but for rounding. */
class ShardedBatchTest {
  private static final double ROUNDING = 1e-13;
  private static final int EXAMPLES = 7;

  static Stream<Network> networks() {
    return NetworkObjectiveTest.networks();
  }

  private static ShardedBatch batch(Network network, int threads) {
    ShardedBatch batch = new ShardedBatch(network, new EjmlAlgebra(), EXAMPLES, threads);
    Dataset data = NetworkObjectiveTest.objective(network).data();
    batch.load(data, IntStream.range(0, EXAMPLES).map(i -> (3 * i + 1) % EXAMPLES).toArray());
    return batch;
  }

  private static BlockVector weights(Network network) {
    return network.weights(NetworkObjectiveTest.point(network), new EjmlAlgebra());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void lossAndGradientAreThoseOfOneShard(Network network) {
    BlockVector weights = weights(network);
    BlockVector expected = weights.zeros();
    double loss = batch(network, 1).gradient(weights, expected);
    for (int threads : new int[] {2, 3, EXAMPLES, 100}) {
      ShardedBatch batch = batch(network, threads);
      BlockVector gradient = weights.zeros();
      close(batch.gradient(weights, gradient), loss);
      close(gradient.blocks(), expected.blocks());
      close(batch.loss(weights), loss);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void factorsAndFormAreThoseOfOneShard(Network network) {
    BlockVector weights = weights(network);
    List<BlockVector> directions = List.of(weights, network.initial(1, Precision.DOUBLE));
    for (FisherEstimate estimate : List.of(FisherEstimate.EXACT, FisherEstimate.EMPIRICAL)) {
      ShardedBatch one = batch(network, 1);
      one.gradient(weights, weights.zeros());
      double[][] form = one.fisherForm(directions, EXAMPLES);
      Layered.Factors factors = averagedTwice(one, estimate);
      for (int threads : new int[] {2, 3, EXAMPLES}) {
        ShardedBatch several = batch(network, threads);
        several.gradient(weights, weights.zeros());
        double[][] other = several.fisherForm(directions, EXAMPLES);
        IntStream.range(0, 2)
            .forEach(i -> IntStream.range(0, 2).forEach(j -> close(other[i][j], form[i][j])));
        Layered.Factors others = averagedTwice(several, estimate);
        close(others.inputs(), factors.inputs());
        close(others.outputs(), factors.outputs());
      }
    }
  }

  private static Layered.Factors averagedTwice(ShardedBatch batch, FisherEstimate estimate) {
    Layered.Factors mean = batch.noFactors();
    batch.average(mean, 0, estimate, new SplittableRandom(1), EXAMPLES);
    batch.average(mean, 0.3, estimate, new SplittableRandom(2), EXAMPLES);
    return mean;
  }

  @Test
  void everyShardGivesItsPartOfTheExamplesAskedFor() {
    Network network = Network.softmax(3, 4);
    BlockVector weights = weights(network);
    ShardedBatch batch = batch(network, 2);
    batch.gradient(weights, weights.zeros());
    Layered.Factors factors = batch.factors(FisherEstimate.SIGNS, new SplittableRandom(1), 4);
    Matrix bias = factors.inputs().get(0);
    close(bias.get(3, 3), 1);
  }

  @Test
  void workIsDoneOnce() {
    int[] done = new int[100];
    batch(Network.softmax(3, 4), 3).each(done.length, i -> done[i]++);
    assertThat(done).containsOnly(1);
  }

  @Test
  void aFailureOfOneShardIsTheBatchs() {
    ShardedBatch batch = batch(Network.softmax(3, 4), 3);
    assertThatThrownBy(() -> batch.each(3, i -> Integer.parseInt(i == 2 ? "two" : "0")))
        .isInstanceOf(NumberFormatException.class);
  }

  @Test
  void aBatchTooLargeIsRefusedWhole() {
    Network network = Network.of(new Likelihood.Categorical(), Activation.TANH, 1000, 1000, 10);
    assertThatThrownBy(() -> new ShardedBatch(network, new EjmlAlgebra(), 30_000, 8))
        .hasMessageContaining("a batch of 30000");
    assertThatThrownBy(() -> new ShardedBatch(network, new EjmlAlgebra(), 0, 8))
        .hasMessageContaining("at least one example");
  }

  private static void close(List<Matrix> ours, List<Matrix> expected) {
    for (int l = 0; l < expected.size(); l++) {
      double[] found = flat(ours.get(l));
      double[] wanted = flat(expected.get(l));
      IntStream.range(0, wanted.length).forEach(i -> close(found[i], wanted[i]));
    }
  }

  private static double[] flat(Matrix a) {
    return Arrays.stream(a.toRows()).flatMapToDouble(Arrays::stream).toArray();
  }

  private static void close(double ours, double expected) {
    assertThat(Math.abs(ours - expected)).isLessThan(ROUNDING * (1 + Math.abs(expected)));
  }
}
