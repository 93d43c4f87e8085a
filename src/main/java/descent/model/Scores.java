package descent.model;

import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures weights on a data set, some rows at a time, in buffers made once; called by one thread.
 *
 * <p>A normalizing network is measured with the statistics of those rows.
 */
public final class Scores {
  private static final int CHUNK = 500;

  /**
   * What was measured.
   *
   * @param loss the mean
   * @param accuracy the share of examples whose class is predicted; NaN without classes
   */
  public record Score(double loss, double accuracy) {}

  private final Dataset data;
  private final List<ShardedBatch> chunks = new ArrayList<>();

  /** Scores on {@code data}, by one thread. */
  public Scores(Network network, Dataset data, DenseAlgebra algebra) {
    this(network, data, algebra, 1);
  }

  /** The same by up to {@code threads} at once. */
  public Scores(Network network, Dataset data, DenseAlgebra algebra, int threads) {
    this.data = data;
    int whole = Math.min(CHUNK, data.size());
    chunks.add(new ShardedBatch(network, algebra, whole, threads));
    if (data.size() % whole > 0) {
      chunks.add(new ShardedBatch(network, algebra, data.size() % whole, threads));
    }
  }

  /** How many numbers the buffers have for {@code examples} of them. */
  public static long numbers(Network network, int examples) {
    int whole = Math.min(CHUNK, examples);
    return NetworkBatch.numbers(network, whole) + NetworkBatch.numbers(network, examples % whole);
  }

  /** The score of {@code weights}. */
  public Score of(BlockVector weights) {
    double loss = 0;
    double correct = 0;
    int whole = chunks.get(0).size();
    for (int from = 0; from < data.size(); from += whole) {
      ShardedBatch chunk = chunks.get(from + whole <= data.size() ? 0 : 1);
      chunk.load(data, IntStream.range(from, from + chunk.size()).toArray());
      loss += chunk.loss(weights) * chunk.size();
      correct += chunk.correct();
    }
    return new Score(loss / data.size(), correct / data.size());
  }
}
