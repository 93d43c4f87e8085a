package descent.device;

/** Work whose speed shows what a card's memory hierarchy is for. */
public final class Trials {
  private static final String NAIVE = Code.resource("naive.cl");
  private static final int SIDE = 16;

  private Trials() {}

  /** Operations a second of the product of two {@code n × n} matrices in single precision. */
  public static double product(Card card, int n, boolean tiled) {
    return card.turn(
        () -> {
          try (Holding holding = new Holding(card)) {
            Gemm.Matrix a = Gemm.Matrix.packed(holding.floats((long) n * n), n, n);
            Gemm.Matrix b = Gemm.Matrix.packed(holding.floats((long) n * n), n, n);
            Gemm.Matrix c = Gemm.Matrix.packed(holding.floats((long) n * n), n, n);
            a.buffer().fill(0.5);
            b.buffer().fill(0.25);
            double seconds =
                Meter.seconds(
                    repeats -> {
                      for (int i = 0; i < repeats; i++) {
                        multiply(card, tiled, a, b, c);
                      }
                      card.finish();
                    });
            return 2.0 * n * n * n / seconds;
          }
        });
  }

  private static void multiply(
      Card card, boolean tiled, Gemm.Matrix a, Gemm.Matrix b, Gemm.Matrix c) {
    if (tiled) {
      Gemm.multiply(card, false, false, 1, a, b, 0, c);
      return;
    }
    int n = a.rows();
    long whole = (n + SIDE - 1L) / SIDE * SIDE;
    card.code(NAIVE)
        .run(
            "multiply_naively",
            new long[] {whole, whole},
            new long[] {SIDE, SIDE},
            n,
            n,
            n,
            a.buffer(),
            b.buffer(),
            c.buffer());
  }
}
