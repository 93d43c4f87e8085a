package descent.run.training;

import java.time.Duration;

/**
 * How large one request for trainings may be; every refusal shows its number.
 *
 * @param steps most updates of one optimizer
 * @param entrants most optimizers side by side
 * @param frames most frames of one optimizer
 * @param defaultFrames frames of one optimizer when nothing else is asked for
 * @param layers most hidden layers
 * @param width widest hidden layer
 * @param batch largest batch
 * @param edits most changes of a hyperparameter on the way
 * @param time longest computation of one request
 * @param pause longest pause of one request
 * @param bytes most memory of all trainings that are under way at once
 * @param matrix most weights of one network whose optimizer builds a dense matrix: 32 MB in double
 */
public record TrainLimits(
    int steps,
    int entrants,
    int frames,
    int defaultFrames,
    int layers,
    int width,
    int batch,
    int edits,
    Duration time,
    Duration pause,
    long bytes,
    int matrix) {

  /** 96 MB of the heap for all that is no training: four times what the course itself fills. */
  private static final long REST = 96L << 20;

  /** What a course on one machine allows: a gigabyte, but most of a large heap, half of a small. */
  public static TrainLimits standard() {
    long heap = Runtime.getRuntime().maxMemory();
    return new TrainLimits(
        20_000,
        6,
        2_000,
        100,
        12,
        1_000,
        2_000,
        50,
        Duration.ofMinutes(3),
        Duration.ofMinutes(10),
        Math.min(1L << 30, Math.max(heap / 2, heap - REST)),
        2_000);
  }

  /** The smallest interval between frames that keeps to the default number of frames. */
  public int every(int steps) {
    return Math.max(1, (steps + defaultFrames - 1) / defaultFrames);
  }
}
