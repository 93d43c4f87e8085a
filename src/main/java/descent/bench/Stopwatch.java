package descent.bench;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Times repeated work after a warm-up. */
final class Stopwatch {
  private static final long WARM_UP = 3_000_000_000L;
  private static final long MEASURED = 1_500_000_000L;
  private static final int FEWEST = 9;

  private Stopwatch() {}

  /** The median time of one repeat in milliseconds; each repeat is given its own number. */
  static double milliseconds(IntConsumer work) {
    int repeat = 0;
    for (long end = System.nanoTime() + WARM_UP; System.nanoTime() < end || repeat < FEWEST; ) {
      work.accept(repeat++);
    }
    double[] times = new double[1024];
    int taken = 0;
    for (long end = System.nanoTime() + MEASURED; System.nanoTime() < end || taken < FEWEST; ) {
      long start = System.nanoTime();
      work.accept(repeat++);
      if (taken == times.length) {
        times = Arrays.copyOf(times, 2 * taken);
      }
      times[taken++] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times, 0, taken);
    return times[taken / 2];
  }
}
