package descent.device;

import static org.assertj.core.api.Assertions.assertThat;

import descent.linalg.DenseAlgebra;
import descent.linalg.EjmlAlgebra;
import descent.linalg.Matrix;
import java.util.Random;

class GemmTest {
  private static final DenseAlgebra EXACT = new EjmlAlgebra();

  private static Matrix random(int rows, int columns, Random random) {
    Matrix m = EXACT.zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        m.set(i, j, (float) random.nextGaussian());
      }
    }
    return m;
  }

  private static Gemm.Matrix moved(Matrix from, Holding holding) {
    Buffer buffer = holding.floats((long) from.rows() * from.columns());
    buffer.write(Examples.packed(from));
    return Gemm.Matrix.packed(buffer, from.rows(), from.columns());
  }

  @OnEachCard
  void productsOfAllShapesAreThoseOfTheReference(Card card) {
    int[][] sizes = {{1, 1, 1}, {3, 70, 5}, {64, 64, 16}, {65, 129, 33}, {300, 700, 40}};
    Random random = new Random(1);
    for (int[] size : sizes) {
      for (int flags = 0; flags < 4; flags++) {
        boolean ta = flags / 2 == 1;
        boolean tb = flags % 2 == 1;
        int each = flags == 0 ? 8 : 4;
        Matrix a = ta ? random(size[2], size[0], random) : random(size[0], size[2], random);
        Matrix b = tb ? random(size[1], size[2], random) : random(size[2], size[1], random);
        Matrix c = random(size[0], size[1], random);
        float[] found = new float[size[0] * size[1]];
        card.turn(
            () -> {
              try (Holding holding = new Holding(card)) {
                Gemm.Matrix into = moved(c, holding);
                Gemm.multiply(card, ta, tb, 0.5f, moved(a, holding), moved(b, holding), -2, into);
                into.buffer().read(found);
              }
            });
        EXACT.multiply(ta, tb, 0.5, a, b, -2, c);
        for (int i = 0; i < found.length; i++) {
          double expected = c.get(i / size[1], i % size[1]);
          assertThat(Math.abs(found[i] - expected))
              .as("%s × %s by %s, number %d", size[0], size[1], size[2], i)
              .isLessThan(1e-5 * Math.sqrt(size[2]) * Math.max(1, Math.abs(expected)));
        }
      }
    }
    assertThat(card.held()).isZero();
  }
}
