package descent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermGradientsTest {
  /** In one dimension the variances over all batches were enumerated elsewhere; the mean is 4. */
  @ParameterizedTest
  @CsvSource({"1, 6.5", "2, 2.166667", "3, .722222", "4, 0"})
  void theVarianceWithoutReplacementIsThatOfAllBatches(int size, double variance) {
    TermGradients gradients = new TermGradients(new double[][] {{1}, {3}, {4}, {8}});
    assertThat(gradients.variance(size)).isCloseTo(variance / 16, within(5e-8));
    assertThat(gradients.noiseScale()).isCloseTo(6.5 / 16, within(1e-15));
    assertThat(gradients.mean(new int[] {0, 3})).containsExactly(4.5);
    assertThat(gradients.along(new int[] {1, 2})).isCloseTo(3.5 / 4, within(1e-15));
  }

  @Test
  void aBatchOfAllPointsAlongTheMeanAndOneOfTwoAside() {
    TermGradients gradients = new TermGradients(new double[][] {{3, 1}, {1, -1}});
    assertThat(gradients.cosine(new int[] {1, 0})).isCloseTo(1, within(1e-15));
    assertThat(gradients.cosine(new int[] {1})).isCloseTo(Math.sqrt(.5), within(1e-15));
  }

  @Test
  void eachExampleIsDrawnAsOftenAndNoneTwice() {
    SplittableRandom random = new SplittableRandom(1);
    int[] count = new int[6];
    for (int k = 0; k < 6000; k++) {
      int[] batch = TermGradients.draw(6, 2, random);
      assertThat(batch[0]).isNotEqualTo(batch[1]);
      for (int i : batch) {
        count[i]++;
      }
    }
    assertThat(IntStream.of(count).boxed().toList())
        .allSatisfy(n -> assertThat(n).isBetween(1800, 2200));
    assertThatThrownBy(() -> TermGradients.draw(6, 7, random))
        .hasMessage("a batch must have 1 to 6 examples, got 7");
  }
}
