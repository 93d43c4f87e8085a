package descent.device;

import java.util.ArrayList;
import java.util.List;

/** Products on a card, in single precision. */
record CardTrials(Card card) implements Trials {
  private static final String NAIVE = Code.resource("naive.cl");
  private static final int SIDE = 16;

  @Override
  public double square(int n, boolean tiled) {
    return card.turn(
        () -> {
          try (Holding holding = new Holding(card)) {
            Gemm.Matrix a = matrix(holding, n, n);
            Gemm.Matrix b = matrix(holding, n, n);
            Gemm.Matrix c = matrix(holding, n, n);
            return Meter.seconds(
                repeats -> {
                  for (int i = 0; i < repeats; i++) {
                    multiply(tiled, a, b, c);
                  }
                  card.finish();
                });
          }
        });
  }

  private static Gemm.Matrix matrix(Holding holding, int rows, int columns) {
    Buffer buffer = holding.floats((long) rows * columns);
    buffer.fill(0.5);
    return Gemm.Matrix.packed(buffer, rows, columns);
  }

  private void multiply(boolean tiled, Gemm.Matrix a, Gemm.Matrix b, Gemm.Matrix c) {
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

  @Override
  public double layer(int batch) {
    return card.turn(
        () -> {
          try (Holding holding = new Holding(card)) {
            Gemm.Matrix a = matrix(holding, batch, Roofline.INPUTS);
            Gemm.Matrix c = matrix(holding, batch, Roofline.OUTPUTS);
            List<Gemm.Matrix> weights = new ArrayList<>();
            for (int k = 0; k < Roofline.LAYERS; k++) {
              weights.add(matrix(holding, Roofline.OUTPUTS, Roofline.INPUTS));
            }
            return Meter.seconds(
                repeats -> {
                  for (int i = 0; i < repeats; i++) {
                    Gemm.Matrix b = weights.get(i % Roofline.LAYERS);
                    Gemm.multiply(card, false, true, 1, a, b, 0, c);
                  }
                  card.finish();
                });
          }
        });
  }
}
