package descent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descent.linalg.Matrix;
import descent.linalg.Rows;
import org.junit.jupiter.api.Test;

class EnlargedTest {
  @Test
  void aPictureInItsOwnSizeIsItself() {
    Dataset digits = Digits.load().first(20);
    assertThat(Enlarged.of(digits, 8).inputs().toRows()).isDeepEqualTo(digits.inputs().toRows());
  }

  @Test
  void aSlopeStaysASlopeBetweenTheOldCentres() {
    double[][] slope = new double[1][16];
    for (int pixel = 0; pixel < 16; pixel++) {
      slope[0][pixel] = 2 * (pixel / 4) - 3 * (pixel % 4);
    }
    Dataset small = new Dataset("slope", Matrix.of(slope), Matrix.of(new double[1][1]), 1, "");
    Rows large = Enlarged.of(small, 12).inputs();
    for (int pixel = 0; pixel < 144; pixel++) {
      double row = Math.max(0, Math.min(3, (pixel / 12 + 0.5) / 3 - 0.5));
      double column = Math.max(0, Math.min(3, (pixel % 12 + 0.5) / 3 - 0.5));
      assertThat(large.get(0, pixel)).isCloseTo(2 * row - 3 * column, within(1e-12));
    }
  }
}
