package descent.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descent.objective.Objective;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PadamTest {
  private static final double[] START = {1.5, 0.5};
  private final Objective f = Runs.PROBLEMS.of("(x^2 + 100*y^2)/2", Map.of()).objective();

  @Test
  void theRootIsAdam() {
    List<double[]> padam = Runs.path("padam(learning_rate=0.05,exponent=0.5)", f, START, 40);
    List<double[]> adam = Runs.path("adam(learning_rate=0.05)", f, START, 40);
    for (int step = 0; step <= 40; step++) {
      assertThat(padam.get(step)).containsExactly(adam.get(step), within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.125, 0.25, 0.75, 1})
  void anyPowerFollowsItsFormula(double p) {
    String wire = "padam(learning_rate=0.001,exponent=%s,eps=1e-6)".formatted(p);
    List<double[]> path = Runs.path(wire, f, START, 40);
    double[] m = new double[2];
    double[] v = new double[2];
    double[] x = START.clone();
    for (int t = 1; t <= 40; t++) {
      double[] g = {x[0], 100 * x[1]};
      for (int i = 0; i < 2; i++) {
        m[i] = 0.9 * m[i] + 0.1 * g[i];
        v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
        double mean = m[i] / (1 - Math.pow(0.9, t));
        double square = v[i] / (1 - Math.pow(0.999, t));
        x[i] -= 0.001 * mean / (Math.pow(square, p) + 1e-6);
      }
      assertThat(path.get(t)).containsExactly(x, within(1e-10));
    }
  }
}
