package descent.model;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The seeded mini-batches of a training: each epoch visits the examples in a new random order, what
 * is left over after the last whole batch waits for another epoch; used by one thread.
 */
public final class Batches {
  private final int examples;
  private final int size;
  private final long seed;
  private int epoch = -1;
  private int[] order = {};

  /**
   * Batches of {@code size} out of {@code examples}.
   *
   * @throws IllegalArgumentException if a batch would be larger than the data
   */
  public Batches(int examples, int size, long seed) {
    if (size < 1 || size > examples) {
      throw new IllegalArgumentException(
          "a batch must have 1 to %d examples (all there are), got %d".formatted(examples, size));
    }
    this.examples = examples;
    this.size = size;
    this.seed = seed;
  }

  /** How many batches an epoch has. */
  public int perEpoch() {
    return examples / size;
  }

  /** The rows of batch {@code step}, 0, 1, …; the same for the same seed in any order of calls. */
  public int[] rows(int step) {
    int wanted = step / perEpoch();
    if (wanted != epoch) {
      order = Draws.permutation(examples, new SplittableRandom(seed * 1_000_003 + wanted));
      epoch = wanted;
    }
    int from = step % perEpoch() * size;
    return Arrays.copyOfRange(order, from, from + size);
  }
}
