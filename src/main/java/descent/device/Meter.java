package descent.device;

import descent.expr.Precision;
import descent.linalg.DenseAlgebra;
import descent.linalg.Matrix;
import java.util.function.IntConsumer;

/** Measures devices: each rate is the best of a few repeats, each long enough for the clock. */
final class Meter {
  private static final double LONG_ENOUGH = 0.01;
  private static final int REPEATS = 4;
  private static final long LARGEST_ARRAY = 256L << 20;
  private static final int ITEMS_A_UNIT = 2048;
  private static final int OPERATIONS_A_ROUND = 64;
  private static final int SIDE = 384;

  private Meter() {}

  static Rates of(Card card) {
    String source = Code.resource("meter.cl");
    return card.turn(
        () -> new Rates(bandwidth(card, source), operations(card, source), launch(card, source)));
  }

  private static double bandwidth(Card card, String source) {
    long bytes = Math.min(LARGEST_ARRAY, card.device().memory() / 64);
    int vectors = (int) (bytes / 16);
    try (Buffer from = card.allocate(Precision.SINGLE, 4L * vectors);
        Buffer to = card.allocate(Precision.SINGLE, 4L * vectors)) {
      from.fill(1);
      double seconds =
          seconds(
              repeats -> {
                for (int i = 0; i < repeats; i++) {
                  card.code(source).run("copy", of(vectors), of(), vectors, from, to);
                }
                card.finish();
              });
      return 32.0 * vectors / seconds;
    }
  }

  private static double operations(Card card, String source) {
    int items = card.device().units() * ITEMS_A_UNIT;
    int rounds = 256;
    try (Buffer out = card.allocate(Precision.SINGLE, items)) {
      double seconds =
          seconds(
              repeats -> {
                card.code(source).run("multiply_add", of(items), of(), repeats * rounds, out);
                card.finish();
              });
      return (double) items * rounds * OPERATIONS_A_ROUND / seconds;
    }
  }

  private static double launch(Card card, String source) {
    try (Buffer out = card.allocate(Precision.SINGLE, 1)) {
      return seconds(
          repeats -> {
            for (int i = 0; i < repeats; i++) {
              card.code(source).run("nothing", of(1), of(), out);
              card.finish();
            }
          });
    }
  }

  private static long[] of(long... sizes) {
    return sizes;
  }

  /** This processor: a copy and a product of matrices. */
  static Rates of(DenseAlgebra algebra) {
    Matrix a = algebra.zeros(SIDE, SIDE);
    a.fill(0.5);
    Matrix c = algebra.zeros(SIDE, SIDE);
    double product =
        seconds(
            repeats -> {
              for (int i = 0; i < repeats; i++) {
                algebra.multiply(false, false, 1, a, a, 0, c);
              }
            });
    float[] from = new float[8 << 20];
    float[] to = new float[from.length];
    double copy =
        seconds(
            repeats -> {
              for (int i = 0; i < repeats; i++) {
                System.arraycopy(from, 0, to, 0, from.length);
              }
            });
    return new Rates(8.0 * from.length / copy, 2.0 * SIDE * SIDE * SIDE / product, 0);
  }

  /** The shortest time of one repeat. */
  static double seconds(IntConsumer work) {
    work.accept(1);
    int repeats = 1;
    double best = time(work, repeats);
    while (best * repeats < LONG_ENOUGH) {
      repeats *= 2;
      best = time(work, repeats);
    }
    for (int i = 0; i < REPEATS; i++) {
      best = Math.min(best, time(work, repeats));
    }
    return best;
  }

  private static double time(IntConsumer work, int repeats) {
    long start = System.nanoTime();
    work.accept(repeats);
    return Math.max(1, System.nanoTime() - start) / 1e9 / repeats;
  }
}
