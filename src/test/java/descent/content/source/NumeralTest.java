package descent.content.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.27 | 0.270",
        "0 | 0",
        "-0.0 | 0",
        "5 | 5",
        "-3 | −3",
        "1240 | '1,240'",
        "12345 | '12,345'",
        "0.000506 | 5.06 × 10⁻⁴",
        "0.001 | 0.00100",
        "12345.6 | 1.23 × 10⁴",
        "1234.5 | '1,230'",
        "999.6 | '1,000'",
        "9999.6 | 1.00 × 10⁴",
        "1e12 | 1.00 × 10¹²",
        "-1e-300 | −1.00 × 10⁻³⁰⁰",
        "0.035 | 0.0350"
      })
  void threeDigitsUnlessItIsWhole(double value, String text) {
    assertThat(Numeral.of(value).text()).isEqualTo(text);
  }

  @Test
  void theAuthorMayAskForDigits() {
    Numeral numeral = new Numeral(-12345.678, OptionalInt.of(6));
    assertThat(numeral.html()).isEqualTo("−12,345.7");
    assertThat(numeral.tex()).isEqualTo("-12{,}345.7");
    assertThat(new Numeral(1e-7, OptionalInt.of(2)).tex()).isEqualTo("1.0\\times 10^{-7}");
    assertThat(new Numeral(-4, OptionalInt.of(1)).html()).isEqualTo("−4");
  }

  @Test
  void whatIsWrittenIsTheValueToItsDigits() {
    long seed = 7;
    var random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      double value = Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 100);
      int digits = 1 + random.nextInt(17);
      String tex = new Numeral(value, OptionalInt.of(digits)).tex();
      double read =
          Double.parseDouble(tex.replace("{,}", "").replace("\\times 10^{", "e").replace("}", ""));
      assertThat(read)
          .as("seed %d, case %d: %s for %s", seed, i, tex, value)
          .isCloseTo(
              value,
              org.assertj.core.data.Percentage.withPercentage(51.0 / Math.pow(10, digits - 1)));
    }
  }
}
