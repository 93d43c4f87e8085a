package descent.device;

import java.util.List;
import java.util.stream.IntStream;

/** Products of matrices on a card; call them in its turns. */
final class Gemm {
  private static final int GROUP = 16;
  private static final int LARGE = 8;
  private static final int SMALL = 4;
  private static final String TEXT = Code.resource("gemm.cl");
  private static final List<String> SOURCES = sources();

  private Gemm() {}

  /**
   * A matrix in a card's memory.
   *
   * @param first where its first number is
   * @param stride distance between the starts of two rows
   */
  record Matrix(Buffer buffer, int first, int rows, int columns, int stride) {
    static Matrix packed(Buffer buffer, int rows, int columns) {
      return new Matrix(buffer, 0, rows, columns, columns);
    }

    /** The top left corner. */
    Matrix view(int rows, int columns) {
      return new Matrix(buffer, first, rows, columns, stride);
    }
  }

  /** C ← α op(A) op(B) + β C, where op transposes if its flag is set. */
  static void multiply(
      Card card, boolean ta, boolean tb, float alpha, Matrix a, Matrix b, float beta, Matrix c) {
    multiply(card, each(card, c), ta, tb, alpha, a, b, beta, c);
  }

  /** The same in tiles of {@code 16 · each} rows and columns, {@code each} being 4 or 8. */
  static void multiply(
      Card card,
      int each,
      boolean ta,
      boolean tb,
      float alpha,
      Matrix a,
      Matrix b,
      float beta,
      Matrix c) {
    int inner = ta ? a.rows() : a.columns();
    int side = GROUP * each;
    card.code(source(ta, tb, each))
        .run(
            "multiply",
            new long[] {GROUP * tiles(c.columns(), side), GROUP * tiles(c.rows(), side)},
            new long[] {GROUP, GROUP},
            c.rows(),
            c.columns(),
            inner,
            alpha,
            a.buffer(),
            a.first(),
            a.stride(),
            b.buffer(),
            b.first(),
            b.stride(),
            beta,
            c.buffer(),
            c.first(),
            c.stride());
  }

  /** Large tiles where there are enough for every unit of a graphics card, else small ones. */
  private static int each(Card card, Matrix c) {
    long large = tiles(c.rows(), GROUP * LARGE) * tiles(c.columns(), GROUP * LARGE);
    return large >= 2L * card.device().units() && !card.isProcessor() ? LARGE : SMALL;
  }

  private static long tiles(int length, int side) {
    return (length + side - 1) / side;
  }

  private static String source(boolean ta, boolean tb, int each) {
    return SOURCES.get((ta ? 4 : 0) + (tb ? 2 : 0) + (each == LARGE ? 1 : 0));
  }

  private static List<String> sources() {
    return IntStream.range(0, 8).mapToObj(Gemm::source).toList();
  }

  private static String source(int k) {
    return "#define TA %d\n#define TB %d\n#define EACH %d\n"
            .formatted(k / 4, k / 2 % 2, k % 2 == 1 ? LARGE : SMALL)
        + TEXT;
  }
}
