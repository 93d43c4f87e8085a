package descent.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DerivativeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x^2*y + x*y^3               | 2*x*y + y^3",
        "(1-x)^2 + 100*(y-x^2)^2     | -2*(1 - x) - 400*x*(y - x^2)",
        "(x^2+y-11)^2 + (x+y^2-7)^2  | 4*x*(x^2 + y - 11) + 2*(x + y^2 - 7)",
        "x^2 - 10*cos(2*pi*x)        | 2*x + 20*pi*sin(2*pi*x)",
        "5/2*x^2 + 2/2*y^2           | 5*x",
        "1/(1 + exp(-x))             | exp(-x)/(1 + exp(-x))^2",
        "x^x                         | x^x*(log(x) + 1)",
        "x^(1/2)                     | x^(-1/2)/2",
        "sqrt(1 + x^2)               | x/sqrt(1 + x^2)",
        "exp(-x^2/2)                 | -x*exp(-x^2/2)",
        "log(x)/x                    | (1 - log(x))/x^2",
        "abs(x) + sign(x)            | sign(x)",
        "max(x, 0)                   | select(x, 1, 0)",
        "b1*m + (1 - b1)*x           | 1 - b1",
        "y                           | 0",
      })
  void derivativesAreWrittenAsByHand(String f, String derivative) {
    assertThat(Expr.parse(f).derivative("x")).hasToString(derivative);
  }

  static Stream<JsonNode> golden() throws IOException {
    try (InputStream file = DerivativeTest.class.getResourceAsStream("/golden/derivatives.json")) {
      JsonNode items = new ObjectMapper().readTree(Objects.requireNonNull(file)).get("items");
      return StreamSupport.stream(items.spliterator(), false);
    }
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("golden")
  void valuesGradientsAndHessiansAreThoseOfTorch(JsonNode item) {
    Expr f = Expr.parse(item.get("expr").asText());
    List<String> names =
        StreamSupport.stream(item.get("vars").spliterator(), false).map(JsonNode::asText).toList();
    for (JsonNode point : item.get("points")) {
      Map<String, Double> at = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        at.put(names.get(i), point.get("at").get(i).asDouble());
      }
      assertClose(f, at, point.get("value").asDouble(), 1e-12);
      for (int i = 0; i < names.size(); i++) {
        Expr slope = f.derivative(names.get(i));
        assertClose(slope, at, point.get("grad").get(i).asDouble(), 1e-12);
        for (int j = 0; j < names.size(); j++) {
          double entry = point.get("hessian").get(i).get(j).asDouble();
          assertClose(slope.derivative(names.get(j)), at, entry, 1e-11);
        }
      }
    }
  }

  private static void assertClose(
      Expr e, Map<String, Double> at, double expected, double tolerance) {
    assertThat(e.value(at))
        .as("%s at %s", e, at)
        .isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
  }
}
