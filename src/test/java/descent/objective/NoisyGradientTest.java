package descent.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoisyGradientTest {
  private static final Formula EXACT = Formula.of("x^2/2 + 3*y^2", Map.of());
  private static final NoisyGradient NOISY = new NoisyGradient(EXACT, 2, 7);
  private static final int POINTS = 100_000;

  /** The noise in one coordinate at many points. */
  private static double[] noise(int coordinate) {
    return IntStream.range(0, POINTS)
        .mapToObj(i -> new double[] {i * 1e-3, -i * 1e-4})
        .mapToDouble(x -> NOISY.at(x).gradient()[coordinate] - EXACT.at(x).gradient()[coordinate])
        .toArray();
  }

  private static double mean(double[] numbers) {
    return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).average().orElseThrow();
  }

  @Test
  void noiseHasMeanZeroAndTheDeviationThatWasAskedFor() {
    double error = 4 / Math.sqrt(POINTS);
    for (int coordinate : new int[] {0, 1}) {
      double[] noise = noise(coordinate);
      double[] squares = IntStream.range(0, POINTS).mapToDouble(i -> noise[i] * noise[i]).toArray();
      assertThat(mean(noise)).isCloseTo(0, within(2 * error));
      assertThat(mean(squares)).isCloseTo(4, within(4 * Math.sqrt(2) * error));
    }
  }

  @Test
  void theNoiseOfTheCoordinatesAndOfNeighbouringPointsIsUncorrelated() {
    double[] first = noise(0);
    double[] second = noise(1);
    double[] across = IntStream.range(0, POINTS).mapToDouble(i -> first[i] * second[i]).toArray();
    double[] along = IntStream.range(1, POINTS).mapToDouble(i -> first[i] * first[i - 1]).toArray();
    assertThat(mean(across)).isCloseTo(0, within(16 / Math.sqrt(POINTS)));
    assertThat(mean(along)).isCloseTo(0, within(16 / Math.sqrt(POINTS)));
  }

  @Test
  void equalSeedsSeeEqualNoiseAndValueAndHessianStayExact() {
    double[] x = {0.3, -1.2};
    assertThat(new NoisyGradient(EXACT, 2, 7).at(x).gradient())
        .isEqualTo(NOISY.at(x.clone()).gradient());
    assertThat(new NoisyGradient(EXACT, 2, 8).at(x).gradient())
        .isNotEqualTo(NOISY.at(x).gradient());
    assertThat(NOISY.value(x)).isEqualTo(EXACT.value(x));
    assertThat(NOISY.at(x).value()).isEqualTo(EXACT.value(x));
    assertThat(NOISY.hessian(x)).isDeepEqualTo(EXACT.hessian(x));
  }
}
