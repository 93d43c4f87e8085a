package descent.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Grey values in bytes against the same in a matrix. */
class PixelsTest {
  private static final int ROWS = 8;
  private static final int COLUMNS = 32;

  private final byte[] values = new byte[ROWS * COLUMNS];
  private final Pixels pixels = new Pixels(ROWS, COLUMNS, values);
  private final Matrix matrix = Precision.FLOAT.zeros(ROWS, COLUMNS);

  PixelsTest() {
    for (int grey = 0; grey < values.length; grey++) {
      values[grey] = (byte) grey;
      matrix.set(grey / COLUMNS, grey % COLUMNS, grey / 255f);
    }
  }

  @Test
  void allGreyValuesAreReadAsAMatrixHoldsThem() {
    assertThat(pixels.toRows()).isDeepEqualTo(matrix.toRows());
    assertThat(pixels.copy().toRows()).isDeepEqualTo(matrix.toRows());
    Matrix wide = Precision.DOUBLE.zeros(ROWS, COLUMNS);
    wide.copy(pixels);
    assertThat(wide.toRows()).isDeepEqualTo(matrix.toRows());
  }

  @Test
  void rowsAreChosenAsFromAMatrix() {
    assertThat(pixels.pick(6, 0, 6).toRows()).isDeepEqualTo(matrix.pick(6, 0, 6).toRows());
    assertThat(pixels.first(3).toRows()).isDeepEqualTo(matrix.first(3).toRows());
    Matrix padded = Precision.FLOAT.zeros(2, COLUMNS + 1);
    padded.fill(1);
    padded.view(2, COLUMNS).copyRow(1, pixels, 5);
    assertThat(padded.get(0, 0)).isEqualTo(1);
    assertThat(padded.get(1, 0)).isEqualTo(matrix.get(5, 0));
    assertThat(padded.get(1, COLUMNS)).isEqualTo(1);
  }

  @Test
  void takesAQuarterOfAMatrix() {
    assertThat(4 * pixels.bytes()).isEqualTo(matrix.bytes());
    assertThat(4 * pixels.first(3).bytes()).isEqualTo(matrix.first(3).bytes());
  }

  @Test
  void saysWhichRowThereIsNot() {
    assertThatThrownBy(() -> pixels.pick(2, ROWS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 8 is not one of 0 … 7");
    assertThatThrownBy(() -> pixels.first(ROWS + 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
