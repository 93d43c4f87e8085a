package descent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.model.LineFit.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Fields on a straight line, against reference values and against sums over many examples. */
class LineFitTest {
  private static final Map<String, Direction> METHODS =
      Map.of("gd", Direction.GRADIENT, "ngd", Direction.NATURAL, "efgd", Direction.EMPIRICAL);

  private static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::doubleValue)
        .toArray();
  }

  private static JsonNode golden() throws IOException {
    try (InputStream in = LineFitTest.class.getResourceAsStream("/golden/kunstner.json")) {
      return new ObjectMapper().readTree(in).get("datasets");
    }
  }

  @Test
  void directionsAndPathsAreThoseOfTheReference() throws IOException {
    for (JsonNode data : golden()) {
      LineFit fit = LineFit.of(numbers(data.get("x")), numbers(data.get("y")), 1);
      close(fit.optimum(), numbers(data.get("ols")), 1e-10);
      for (JsonNode row : data.get("grid")) {
        double[] theta = {row.get(0).doubleValue(), row.get(1).doubleValue()};
        if (fit.at(theta).gradientNorm() > 1e-9) {
          int column = 3;
          for (Direction direction : Direction.values()) {
            double[] way = fit.direction(direction, theta, 0);
            close(
                way,
                new double[] {row.get(column++).doubleValue(), row.get(column++).doubleValue()},
                1e-10);
          }
        }
      }
      for (JsonNode path : data.get("trajectories")) {
        JsonNode params = path.get("params");
        double[][] ours =
            fit.path(
                METHODS.get(path.get("method").asText()),
                numbers(params.get(0)),
                path.get("lr").doubleValue(),
                path.get("damping").doubleValue(),
                params.size() - 1);
        for (int t = 0; t < params.size(); t++) {
          close(new double[] {ours[0][t], ours[1][t]}, numbers(params.get(t)), 1e-8);
        }
      }
    }
  }

  private static void close(double[] ours, double[] theirs, double relative) {
    double size = Math.hypot(theirs[0], theirs[1]);
    assertThat(ours[0]).isCloseTo(theirs[0], within(relative * size));
    assertThat(ours[1]).isCloseTo(theirs[1], within(relative * size));
  }

  @Test
  void theWholeDistributionIsTheLimitOfManyExamples() {
    LinearTruth truth = new LinearTruth(1, 2, 1.5, 0.7);
    LineFit whole = LineFit.of(truth, 0.5);
    LineFit sample = LineFit.of(truth, 400_000, 3, 0.5);
    double[] theta = {0.2, 2.5};
    Percentage close = Percentage.withPercentage(1);
    assertThat(sample.value(theta)).isCloseTo(whole.value(theta), close);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        assertThat(sample.fisher()[i][j]).isCloseTo(whole.fisher()[i][j], close);
        double empirical = whole.empiricalFisher(theta)[i][j];
        assertThat(sample.empiricalFisher(theta)[i][j]).isCloseTo(empirical, close);
      }
    }
  }

  @Test
  void quadratureIsExactForPolynomialsOfItsDegree() {
    for (int n : new int[] {1, 2, 5, 24}) {
      Quadrature rule = Quadrature.of(n);
      for (int degree = 0; degree < 2 * n; degree++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += rule.weights()[k] * Math.pow(rule.nodes()[k], degree);
        }
        Offset<Double> close = within(1e-13);
        assertThat(sum)
            .as(n + " nodes, degree " + degree)
            .isCloseTo(degree % 2 == 0 ? 2.0 / (degree + 1) : 0, close);
      }
      assertThat(Arrays.stream(rule.nodes()).allMatch(x -> Math.abs(x) < 1)).isTrue();
    }
  }
}
