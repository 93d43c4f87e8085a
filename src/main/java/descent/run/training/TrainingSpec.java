package descent.run.training;

import descent.model.Dataset;
import descent.model.Network;
import descent.optimizer.Hyperparameters;
import descent.optimizer.OptimizerSpec;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that determines the training of one network.
 *
 * @param train what it learns from
 * @param held what it is only measured on; may be {@code train}
 * @param batch examples a step
 * @param steps how many
 * @param every steps between two frames
 * @param seed of the weights and the batches
 * @param entrant the optimizer
 * @param edits hyperparameters that take over from a step on: those of the entrant until then
 */
public record TrainingSpec(
    Network network,
    Dataset train,
    Dataset held,
    int batch,
    int steps,
    int every,
    long seed,
    OptimizerSpec entrant,
    SortedMap<Integer, Hyperparameters> edits) {
  private static final int MOST_STEPS = 1_000_000;

  public TrainingSpec {
    edits = Collections.unmodifiableSortedMap(new TreeMap<>(edits));
    if (steps < 1 || steps > MOST_STEPS || every < 1) {
      throw new IllegalArgumentException(
          "steps must be from 1 to %d and every at least 1, got %d and %d"
              .formatted(MOST_STEPS, steps, every));
    }
    if (batch < 1 || batch > train.size()) {
      throw new IllegalArgumentException(
          "a batch must have 1 to %d examples (all there are), got %d"
              .formatted(train.size(), batch));
    }
  }

  /** The same, with batches of another size. */
  TrainingSpec withBatch(int size) {
    return new TrainingSpec(network, train, held, size, steps, every, seed, entrant, edits);
  }

  /** Measured on what it learns from, without edits. */
  public static TrainingSpec of(
      Network network,
      Dataset train,
      int batch,
      int steps,
      int every,
      long seed,
      OptimizerSpec entrant) {
    return new TrainingSpec(
        network, train, train, batch, steps, every, seed, entrant, new TreeMap<>());
  }
}
