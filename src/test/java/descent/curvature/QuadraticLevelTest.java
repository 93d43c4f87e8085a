package descent.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuadraticLevelTest {
  @Test
  void everyPointOfAnEllipseIsOnTheLevelAndTheEndsMeet() {
    double[][] m = {{2, 0.7}, {0.7, 0.3}};
    double[][] p = QuadraticLevel.points(m, 0.05, 91);
    for (int k = 0; k < 91; k++) {
      assertThat(form(m, p[0][k], p[1][k])).isCloseTo(0.05, within(1e-12));
    }
    assertThat(p[0][0]).isCloseTo(p[0][90], within(1e-12));
    assertThat(p[1][0]).isCloseTo(p[1][90], within(1e-12));
  }

  @Test
  void anIndefiniteFormLeavesItsNegativeDirectionsOut() {
    double[][] m = {{1, 0}, {0, -4}};
    double[][] p = QuadraticLevel.points(m, 0.5, 360);
    int out = 0;
    for (int k = 0; k < 360; k++) {
      if (Double.isNaN(p[0][k])) {
        out++;
      } else {
        assertThat(form(m, p[0][k], p[1][k])).isCloseTo(0.5, within(1e-9));
      }
    }
    double negative = 1 - 4 * Math.atan(0.5) / (2 * Math.PI);
    assertThat(out / 360.0).isCloseTo(negative, within(0.02));
  }

  private static double form(double[][] m, double x, double y) {
    return (m[0][0] * x * x + 2 * m[0][1] * x * y + m[1][1] * y * y) / 2;
  }
}
