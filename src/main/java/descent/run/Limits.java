package descent.run;

import java.time.Duration;

/**
 * How large one request may be; every refusal shows its number.
 *
 * @param steps most updates of one optimizer
 * @param entrants most optimizers in one run
 * @param frames most frames recorded for one optimizer
 * @param defaultFrames frames recorded for one optimizer when nothing else is asked for
 * @param time longest computation of one request
 * @param resolution most samples along one side of a field or sweep
 * @param elementwiseUpdates most updates of one sweep, cells × steps, of an elementwise rule
 * @param otherUpdates the same of any other optimizer
 */
public record Limits(
    int steps,
    int entrants,
    int frames,
    int defaultFrames,
    Duration time,
    int resolution,
    long elementwiseUpdates,
    long otherUpdates) {

  /** What a course on one machine allows. */
  public static Limits standard() {
    return new Limits(100_000, 6, 4_000, 400, Duration.ofSeconds(5), 512, 200_000_000, 4_000_000);
  }

  /** Most updates of one sweep: cells × steps. */
  public long updates(boolean elementwise) {
    return elementwise ? elementwiseUpdates : otherUpdates;
  }

  /** The smallest interval between frames that keeps to the default number of frames. */
  int every(int steps) {
    return Math.max(1, (steps + defaultFrames - 2) / (defaultFrames - 1));
  }
}
