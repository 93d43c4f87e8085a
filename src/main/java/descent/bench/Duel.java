package descent.bench;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Two works timed in turn, so that what else the machine does slows both alike.
 *
 * @param first median seconds of the one
 * @param second median seconds of the other
 * @param ratio median of second over first
 */
record Duel(double first, double second, double ratio) {
  /** {@code repeats} of both, after {@code warmUps} that do not count. */
  static Duel of(int warmUps, int repeats, Runnable first, Runnable second) {
    double[][] seconds = new double[warmUps + repeats][];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = new double[] {seconds(first), seconds(second)};
    }
    double[][] kept = Arrays.copyOfRange(seconds, warmUps, seconds.length);
    return new Duel(
        median(Arrays.stream(kept).mapToDouble(pair -> pair[0]).toArray()),
        median(Arrays.stream(kept).mapToDouble(pair -> pair[1]).toArray()),
        median(IntStream.range(0, repeats).mapToDouble(i -> kept[i][1] / kept[i][0]).toArray()));
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(double[] numbers) {
    Arrays.sort(numbers);
    return numbers[numbers.length / 2];
  }
}
