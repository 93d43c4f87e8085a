package descent.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
  @Test
  void a_known_matrix_has_its_known_values() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
    assertThat(eigen.values()).containsExactly(new double[] {1, 3}, within(1e-15));
    assertThat(eigen.vectors()[1])
        .containsExactly(new double[] {Math.sqrt(0.5), Math.sqrt(0.5)}, within(1e-15));
  }

  @Test
  void the_parts_give_back_the_matrix() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int n = 1 + random.nextInt(6);
      double[][] matrix = new double[n][n];
      double scale = Math.pow(10, random.nextInt(9) - 4);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          matrix[i][j] = scale * Math.pow(10, random.nextInt(6) - 3) * random.nextGaussian();
          matrix[j][i] = matrix[i][j];
        }
      }
      SymmetricEigen eigen = SymmetricEigen.of(matrix);
      double norm = Math.max(Math.abs(eigen.values()[0]), Math.abs(eigen.values()[n - 1]));
      assertThat(eigen.values()).as("seed %d", seed).isSorted();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double sum = 0;
          double dot = 0;
          for (int k = 0; k < n; k++) {
            sum += eigen.values()[k] * eigen.vectors()[k][i] * eigen.vectors()[k][j];
            dot += eigen.vectors()[i][k] * eigen.vectors()[j][k];
          }
          assertThat(sum).as("seed %d", seed).isCloseTo(matrix[i][j], within(1e-13 * n * norm));
          assertThat(dot).as("seed %d", seed).isCloseTo(i == j ? 1 : 0, within(1e-13));
        }
      }
    }
  }

  @Test
  void extreme_entries_do_not_break_it() {
    assertThat(SymmetricEigen.of(new double[][] {{0, 0}, {0, 0}}).values()).containsExactly(0, 0);
    assertThat(SymmetricEigen.of(new double[][] {{1e300, 1e-300}, {1e-300, 1}}).values())
        .containsExactly(1, 1e300);
    assertThat(SymmetricEigen.of(new double[][] {{0, 1e-310}, {1e-310, 0}}).values())
        .containsExactly(new double[] {0, 0}, within(1e-300));
    assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{Double.NaN}}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
