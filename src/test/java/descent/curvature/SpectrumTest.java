package descent.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descent.linalg.EjmlAlgebra;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpectrumTest {
  private static final long SEED = 3;

  /** A 60×60 symmetric matrix with a few outliers. */
  private static double[][] matrix() {
    SplittableRandom random = new SplittableRandom(SEED);
    int n = 60;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = random.nextDouble(-0.1, 0.1);
        a[j][i] = a[i][j];
      }
    }
    a[3][3] += 5;
    a[17][17] += 4;
    a[40][40] -= 3;
    return a;
  }

  private static final double[] EXACT = Spectrum.exact(matrix(), new EjmlAlgebra());

  @Test
  void lanczosFindsTheOutliersWithSmallResiduals() {
    List<Spectrum.Pair> top = Spectrum.top(Operator.of(matrix()), 2, 30, SEED);
    assertThat(top.get(0).value()).isCloseTo(EXACT[59], within(1e-9));
    assertThat(top.get(1).value()).isCloseTo(EXACT[58], within(1e-9));
    assertThat(top.get(0).residual()).isLessThan(1e-6);
  }

  @Test
  void aFullKrylovSpaceHasEveryEigenvalue() {
    Lanczos lanczos =
        Lanczos.run(Operator.of(matrix()), Vectors.gaussian(60, new SplittableRandom(SEED)), 60);
    assertThat(lanczos.values()).containsExactly(EXACT, within(1e-10));
  }

  @Test
  void anInvariantSpaceEndsTheSearch() {
    double[][] two = {{2, 0, 0}, {0, 2, 0}, {0, 0, 7}};
    Lanczos lanczos = Lanczos.run(Operator.of(two), new double[] {1, 1, 1}, 3);
    assertThat(lanczos.values()).containsExactly(new double[] {2, 7}, within(1e-12));
    assertThat(lanczos.weights()).containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
  }

  @Test
  void theTraceIsWithinItsError() {
    Spectrum.Estimate estimate = Spectrum.trace(Operator.of(matrix()), 400, SEED);
    double exact = Kronecker.trace(matrix());
    assertThat(Math.abs(estimate.mean() - exact)).isLessThan(4 * estimate.error());
    assertThat(estimate.error()).isLessThan(0.5);
  }

  @Test
  void quadratureIntegratesPolynomialsOfItsDegreeExactly() {
    double[] start = Vectors.gaussian(60, new SplittableRandom(SEED));
    Lanczos lanczos = Lanczos.run(Operator.of(matrix()), start, 4);
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      sum += lanczos.weights()[k] * Math.pow(lanczos.values()[k], 7);
    }
    double[] unit = start.clone();
    Vectors.normalize(unit);
    double[] power = unit;
    for (int k = 0; k < 7; k++) {
      power = Operator.of(matrix()).apply(power);
    }
    assertThat(sum).isCloseTo(Vectors.dot(unit, power), within(1e-9 * Math.abs(sum)));
  }

  @Test
  void theDensityHasMassOneAndTheRightMean() {
    Spectrum.Density density = Spectrum.density(Operator.of(matrix()), 50, 20, SEED);
    double mass = 0;
    double mean = 0;
    for (int k = 0; k < density.nodes().length; k++) {
      mass += density.weights()[k];
      mean += density.weights()[k] * density.nodes()[k];
    }
    assertThat(mass).isCloseTo(1, within(1e-12));
    assertThat(mean).isCloseTo(Kronecker.trace(matrix()) / 60, within(0.05));
    double[] grid = new double[2001];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = -5 + 0.006 * i;
    }
    double integral = 0;
    for (double y : density.smooth(grid, 0.1)) {
      integral += 0.006 * y;
    }
    assertThat(integral).isCloseTo(1, within(1e-6));
  }

  @Test
  void nonsenseIsRefusedWithItsNumber() {
    Operator a = Operator.of(matrix());
    assertThatThrownBy(() -> Spectrum.trace(a, 0, 0)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> Lanczos.run(a, new double[60], 3)).hasMessageContaining("zero vector");
    assertThatThrownBy(() -> Spectrum.density(a, 1, 5, 0).smooth(new double[] {0}, 0))
        .hasMessageContaining("width");
  }

  @Test
  void kroneckerProductMatchesTheWorkedExample() {
    double[][] product =
        Kronecker.product(new double[][] {{1, 2}, {3, 4}}, new double[][] {{0, 1}, {1, 1}});
    assertThat(product)
        .isDeepEqualTo(new double[][] {{0, 1, 0, 2}, {1, 1, 2, 2}, {0, 3, 0, 4}, {3, 3, 4, 4}});
    double[][] wide = new double[100][100];
    assertThatThrownBy(() -> Kronecker.product(wide, wide)).hasMessageContaining("too large");
  }
}
