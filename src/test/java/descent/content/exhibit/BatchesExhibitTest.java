package descent.content.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descent.content.exhibit.BatchesExhibit.Cosines;
import descent.linalg.Algebras;
import descent.model.LineFit;
import descent.model.LineFit.Direction;
import descent.run.Query;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchesExhibitTest {
  private static final BatchesExhibit PLAIN = BatchesExhibit.plain(Algebras.onDemand());

  private static BatchesExhibit of(int size) {
    return PLAIN.with(new Query(Map.of("size", List.of(Integer.toString(size)))));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16, 64})
  void theEstimateIsUnbiasedAndSpreadsAsTheFormulaSays(int size) {
    Map<String, Double> numbers = of(size).quantities();
    double spread = numbers.get("expected_spread");
    assertThat(numbers.get("spread")).isCloseTo(spread, within(0.06 * spread));
    double error = spread / Math.sqrt(BatchesExhibit.DRAWS);
    assertThat(numbers.get("mean")).isCloseTo(1, within(4 * error));
  }

  @Test
  void aBatchOfAllIsGradientDescent() {
    BatchesExhibit all = of(BatchesExhibit.EXAMPLES);
    LineFit line = all.line();
    double[][] expected = line.path(Direction.GRADIENT, all.start(), all.rate(), 0, all.steps());
    double[][] path = all.path(line);
    for (int row = 0; row < 2; row++) {
      assertThat(path[row]).containsExactly(expected[row], within(1e-12));
    }
  }

  @Test
  void aLargerBatchEndsInASmallerCloud() {
    List<Double> excess =
        IntStream.of(1, 4, 16, 64).mapToObj(size -> of(size).quantities().get("excess")).toList();
    assertThat(excess).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(excess.get(3)).isPositive();
  }

  @Test
  void batchesAgreeWithAllAsTheNoiseScaleSaysAtFirstAndHardlyInTheEnd() {
    Cosines cosines = PLAIN.cosines();
    int last = cosines.steps().length - 1;
    for (int s = 0; s < cosines.sizes().length; s++) {
      double expected = BatchesExhibit.cosine(cosines.noise()[0], cosines.sizes()[s]);
      assertThat(cosines.measured()[s][0]).isCloseTo(expected, within(0.03));
      assertThat(cosines.measured()[s][last]).isLessThan(0.5 * cosines.measured()[s][0]);
    }
    assertThat(cosines.noise()[last]).isGreaterThan(10 * cosines.noise()[0]);
  }
}
