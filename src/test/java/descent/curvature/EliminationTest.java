package descent.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EliminationTest {
  @Test
  void theInverseTimesTheMatrixIsTheIdentity() {
    SplittableRandom random = new SplittableRandom(5);
    for (int n = 1; n <= 16; n++) {
      double[][] matrix = new double[n][n];
      for (double[] row : matrix) {
        java.util.Arrays.setAll(row, j -> random.nextDouble(-1, 1));
      }
      double[][] inverse = Elimination.of(matrix).inverse().orElseThrow();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double sum = 0;
          for (int k = 0; k < n; k++) {
            sum += inverse[i][k] * matrix[k][j];
          }
          assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-9));
        }
      }
    }
  }

  @Test
  void theDeterminantKnowsItsSignAndZero() {
    assertThat(Elimination.of(new double[][] {{0, 1}, {1, 0}}).determinant()).isEqualTo(-1);
    double[][] three = {{2, 0, 1}, {1, 3, 2}, {1, 1, 1}};
    assertThat(Elimination.of(three).determinant()).isCloseTo(0, within(1e-12));
    assertThat(Elimination.of(three).inverse()).isEmpty();
    assertThat(Elimination.of(new double[][] {{0}}).inverse()).isEmpty();
  }

  @Test
  void aKroneckerProductHasTheProductOfTheDeterminants() {
    double[][] a = {{1, 2}, {3, 4}};
    double[][] b = {{2, 0, 1}, {1, 3, 2}, {0, 1, 1}};
    double expected =
        Math.pow(Elimination.of(a).determinant(), 3) * Math.pow(Elimination.of(b).determinant(), 2);
    assertThat(Elimination.of(Kronecker.product(a, b)).determinant())
        .isCloseTo(expected, within(1e-9));
  }
}
