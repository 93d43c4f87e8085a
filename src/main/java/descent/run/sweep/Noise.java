package descent.run.sweep;

import descent.run.Query;
import descent.run.RunSpec;

/**
 * How often each run of a sweep is made, with other noise on its gradients each time.
 *
 * @param deviation σ of what is added to each coordinate of the gradient
 * @param seeds runs of each cell, with the seeds 0, 1, …
 */
public record Noise(double deviation, int seeds) {
  private static final int USUAL = 16;
  private static final int MOST = 64;

  static Noise of(Query query) {
    double deviation = query.number("noise", 0, 0, RunSpec.LARGEST_NOISE);
    return new Noise(deviation, (int) query.whole("seeds", deviation > 0 ? USUAL : 1, 1, MOST));
  }

  /** Whether each run is made once, exactly. */
  boolean isAbsent() {
    return deviation == 0 && seeds == 1;
  }
}
