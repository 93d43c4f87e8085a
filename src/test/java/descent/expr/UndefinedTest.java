package descent.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UndefinedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "y + 2*log(x - 3)    | log(-1) is not defined: x - 3 = -1 at x = 2.",
        "1/(x - 2)           | 1/0 is not defined: x - 2 = 0 at x = 2.",
        "(x - y)^0.5         | (-1)^0.5 is not defined: x - y = -1 at x = 2, y = 3.",
        "(x - 2)^-1          | 0^(-1) is not defined: x - 2 = 0 at x = 2.",
        "exp(1000*x)         | exp(2000) is too large for a number: 1000*x = 2000 at x = 2.",
        "sqrt(x/3 - y)       | sqrt(-2.33333) is not defined: x/3 - y = -2.33333 at x = 2, y = 3.",
        "log(0)              | log(0) is not defined.",
        "select(-x, 1/0, y) + log(-y) | log(-3) is not defined: -y = -3 at y = 3.",
      })
  void theFirstPartWithoutAFiniteValueIsNamed(String text, String message) {
    assertThat(Expr.parse(text).undefined(Map.of("x", 2.0, "y", 3.0)).orElseThrow().message())
        .isEqualTo(message);
  }

  @Test
  void aFiniteExpressionHasNoUndefinedPart() {
    assertThat(Expr.parse("select(x, log(x), 0) + 1/y").undefined(Map.of("x", -1.0, "y", 2.0)))
        .isEmpty();
  }

  @Test
  void aPointThatIsNotFiniteIsNamed() {
    assertThat(Expr.parse("x + 1").undefined(Map.of("x", Double.NaN)).map(Undefined::message))
        .contains("x is not defined.");
  }
}
