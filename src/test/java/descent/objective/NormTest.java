package descent.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NormTest {
  private static final List<double[]> GRADIENTS =
      List.of(new double[] {0.6, -0.8}, new double[] {4, 10}, new double[] {-3, 0.01});

  private static Stream<Norm> norms() {
    return Stream.of(
        new Norm.Euclidean(),
        new Norm.Largest(),
        new Norm.Sum(),
        new Norm.Quadratic(new double[][] {{1, 0}, {0, 10}}),
        new Norm.Quadratic(new double[][] {{3, -1}, {-1, 2}}));
  }

  /** Against every direction of a fine fan, brought to length one. */
  @ParameterizedTest
  @MethodSource("norms")
  void noDirectionOfLengthOneIsSteeper(Norm norm) {
    for (double[] g : GRADIENTS) {
      double[] steepest = norm.steepest(g);
      double slope = slope(g, steepest);
      assertThat(norm.length(steepest)).isCloseTo(1, within(1e-12));
      double least = 0;
      for (int k = 0; k < 36_000; k++) {
        double angle = k * Math.PI / 18_000;
        double[] d = {Math.cos(angle), Math.sin(angle)};
        least = Math.min(least, slope(g, d) / norm.length(d));
      }
      assertThat(slope).isCloseTo(least, within(1e-3 * -slope)).isLessThanOrEqualTo(least + 1e-12);
    }
  }

  @Test
  void threeCoordinatesHaveTheDualNormsComputedElsewhere() {
    double[] g = {3, -4, 1};
    assertThat(new Norm.Euclidean().steepest(g)).satisfies(d -> value(g, d, -5.0990195));
    assertThat(new Norm.Sum().steepest(g)).containsExactly(0, 1, 0);
    assertThat(new Norm.Largest().steepest(g)).containsExactly(-1, 1, -1);
  }

  @ParameterizedTest
  @MethodSource("norms")
  void aPointWithoutSlopeHasNoSteepestDirection(Norm norm) {
    assertThat(slope(new double[] {1, 1}, norm.steepest(new double[2]))).isNaN();
  }

  private static void value(double[] g, double[] d, double expected) {
    assertThat(slope(g, d)).isCloseTo(expected, within(5e-8));
  }

  private static double slope(double[] g, double[] d) {
    double sum = 0;
    for (int i = 0; i < g.length; i++) {
      sum += g[i] * d[i];
    }
    return sum;
  }
}
