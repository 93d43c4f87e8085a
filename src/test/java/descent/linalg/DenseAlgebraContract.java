package descent.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every algebra must do, against sums written out. */
abstract class DenseAlgebraContract {
  private static final long SEED = 7;
  private final SplittableRandom random = new SplittableRandom(SEED);

  abstract DenseAlgebra algebra();

  /** The largest error allowed in a result of size one. */
  abstract double tolerance();

  private Matrix random(int rows, int columns, int padding) {
    Matrix a = algebra().zeros(rows, columns + padding).view(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        a.set(i, j, random.nextDouble(-1, 1));
      }
    }
    return a;
  }

  private Matrix positiveDefinite(int n) {
    Matrix a = random(n + 3, n, 0);
    Matrix c = algebra().zeros(n, n);
    algebra().gram(1.0 / n, a, 0, c);
    c.addToDiagonal(0.5);
    return c;
  }

  @Test
  void multipliesInEveryTransposition() {
    for (int round = 0; round < 20; round++) {
      int m = random.nextInt(1, 40);
      int n = random.nextInt(1, 40);
      int k = random.nextInt(1, 40);
      for (boolean ta : new boolean[] {false, true}) {
        for (boolean tb : new boolean[] {false, true}) {
          Matrix a = ta ? random(k, m, round % 3) : random(m, k, round % 3);
          Matrix b = tb ? random(n, k, 1) : random(k, n, 0);
          Matrix c = random(m, n, 2);
          Matrix before = c.copy();
          algebra().multiply(ta, tb, 0.5, a, b, 2, c);
          for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
              double sum = 2 * before.get(i, j);
              for (int l = 0; l < k; l++) {
                sum += 0.5 * (ta ? a.get(l, i) : a.get(i, l)) * (tb ? b.get(j, l) : b.get(l, j));
              }
              assertThat(c.get(i, j)).as("seed %s", SEED).isCloseTo(sum, within(20 * tolerance()));
            }
          }
        }
      }
    }
  }

  @Test
  void productsLeaveThePaddingAloneAndForgetWhatWasThere() {
    Matrix a = random(9, 7, 1);
    Matrix b = random(7, 5, 0);
    Matrix expected = algebra().zeros(9, 5);
    algebra().multiply(false, false, 1, a, b, 0, expected);
    Matrix whole = algebra().zeros(9, 6);
    whole.fill(Double.NaN);
    algebra().multiply(false, false, 1, a, b, 0, whole.view(9, 5));
    assertClose(whole.view(9, 5), expected, 0);
    assertThat(whole.get(4, 5)).isNaN();
  }

  @Test
  void productsAtOnceDoNotMix() {
    IntStream.range(1, 60)
        .parallel()
        .forEach(
            n -> {
              Matrix ones = algebra().zeros(n, n);
              ones.fill(1);
              Matrix square = algebra().zeros(n, n);
              Matrix gram = algebra().zeros(n, n);
              for (int round = 0; round < 20; round++) {
                algebra().multiply(false, true, 1, ones, ones, 0, square);
                algebra().gram(1, ones, 0, gram);
              }
              Matrix expected = algebra().zeros(n, n);
              expected.fill(n);
              assertClose(square, expected, 0);
              assertClose(gram, expected, 0);
            });
  }

  @Test
  void gramFillsBothTriangles() {
    Matrix a = random(70, 45, 1);
    Matrix c = algebra().zeros(45, 45);
    c.addToDiagonal(1);
    Matrix expected = c.copy();
    algebra().multiply(true, false, 0.25, a, a, 3, expected);
    algebra().gram(0.25, a, 3, c);
    assertClose(c, expected, 20 * tolerance());
  }

  @Test
  void choleskySolvesAndInverts() {
    for (int n : new int[] {1, 2, 17, 130}) {
      Matrix a = positiveDefinite(n);
      Matrix b = random(n, 3, 0);
      DenseAlgebra.Cholesky cholesky = algebra().cholesky(a).orElseThrow();
      Matrix product = algebra().zeros(n, 3);
      algebra().multiply(false, false, 1, a, cholesky.solve(b), 0, product);
      assertClose(product, b, 100 * tolerance());
      Matrix identity = algebra().zeros(n, n);
      algebra().multiply(false, false, 1, a, cholesky.inverse(), 0, identity);
      Matrix one = algebra().zeros(n, n);
      one.addToDiagonal(1);
      assertClose(identity, one, 100 * tolerance());
    }
  }

  @Test
  void choleskyRefusesAnIndefiniteMatrix() {
    assertThat(algebra().cholesky(like(new double[][] {{1, 2}, {2, 1}}))).isEmpty();
  }

  @Test
  void eigenvectorsDiagonalize() {
    Matrix a = positiveDefinite(23);
    DenseAlgebra.Eigen eigen = algebra().eigen(a);
    assertThat(eigen.values()).isSorted();
    for (int k = 0; k < 23; k++) {
      for (int i = 0; i < 23; i++) {
        double sum = 0;
        for (int j = 0; j < 23; j++) {
          sum += a.get(i, j) * eigen.vectors().get(j, k);
        }
        assertThat(sum)
            .isCloseTo(eigen.values()[k] * eigen.vectors().get(i, k), within(100 * tolerance()));
      }
    }
    assertThat(algebra().eigenvalues(a)).containsExactly(eigen.values(), within(1e-10));
  }

  @Test
  void wrongShapesAreRefusedWithBothShapes() {
    Matrix a = algebra().zeros(2, 3);
    assertThatThrownBy(() -> algebra().multiply(false, false, 1, a, a, 0, algebra().zeros(2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 × 3");
    assertThatThrownBy(() -> algebra().cholesky(a)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> algebra().eigenvalues(a)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void elementwiseOperationsMatchTheScalarFunctions() {
    Matrix z = random(9, 14, 1);
    z.scale(12);
    for (Activation f : Activation.values()) {
      Matrix a = algebra().zeros(9, 15).view(9, 14);
      a.apply(f, z);
      Matrix first = ones();
      first.multiplyDerivative(f, z, a);
      Matrix second = ones();
      second.multiplySecondDerivative(f, z, a);
      for (int i = 0; i < 9; i++) {
        for (int j = 0; j < 14; j++) {
          double x = z.get(i, j);
          double y = f.value(x);
          assertThat(a.get(i, j)).isCloseTo(y, within(10 * tolerance()));
          assertThat(first.get(i, j)).isCloseTo(f.derivative(x, y), within(30 * tolerance()));
          assertThat(second.get(i, j))
              .isCloseTo(f.secondDerivative(x, y), within(30 * tolerance()));
        }
      }
    }
  }

  private Matrix ones() {
    Matrix ones = algebra().zeros(9, 15).view(9, 14);
    ones.fill(1);
    return ones;
  }

  @Test
  void bernoulliCrossEntropyMatchesItsFormula() {
    Matrix z = random(5, 11, 1);
    Matrix y = random(5, 11, 0);
    z.scale(30);
    double sum = 0;
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 11; j++) {
        double x = z.get(i, j);
        sum += Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - y.get(i, j) * x;
      }
    }
    assertThat(z.bernoulliCrossEntropy(y)).isCloseTo(sum, within(1000 * tolerance()));
  }

  @Test
  void elementwiseOperationsLeaveThePaddingAlone() {
    Matrix whole = algebra().zeros(4, 6);
    whole.fill(1);
    Matrix part = whole.view(4, 5);
    part.scale(3);
    part.addScaled(2, part.copy());
    part.multiplyElements(part.copy());
    assertThat(part.get(3, 4)).isEqualTo(81);
    assertThat(whole.get(3, 5)).isEqualTo(1);
    assertThat(part.dot(part)).isEqualTo(20 * 81.0 * 81);
    Matrix x = part.copy();
    x.scale(2);
    Matrix y = part.copy();
    y.fill(1);
    assertThat(part.products(x, y))
        .containsExactly(20 * 81.0 * 81, 40 * 81.0 * 81, 80 * 81.0 * 81, 20 * 81.0, 40 * 81.0);
  }

  private Matrix like(double[][] rows) {
    Matrix a = algebra().zeros(rows.length, rows[0].length);
    a.copy(Matrix.of(rows));
    return a;
  }

  static void assertClose(Matrix actual, Matrix expected, double tolerance) {
    for (int i = 0; i < expected.rows(); i++) {
      for (int j = 0; j < expected.columns(); j++) {
        assertThat(actual.get(i, j)).isCloseTo(expected.get(i, j), within(tolerance));
      }
    }
  }
}
