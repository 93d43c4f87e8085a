package descent.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descent.objective.Evaluation;
import descent.objective.Objective;
import descent.objective.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that the lessons state, computed elsewhere by an independent program. */
class FactsTest {
  @ParameterizedTest
  @CsvSource({
    "0.05, 73",
    "0.1, 35",
    "0.2, 15",
    "0.2857142857142857, 10",
    "0.3, 12",
    "0.35, 29",
    "0.39, 158",
    "0.4, -1",
    "0.41, -1"
  })
  void gradientDescentOnTheBowlTakesTheseSteps(double rate, int steps) {
    assertThat(Runs.steps("five_two", "gd(learning_rate=%s)".formatted(rate), 2, 2))
        .isEqualTo(steps);
  }

  @Test
  void gradientDescentOnTheWaveVisitsThesePoints() {
    Objective f = objective("parabola_sin");
    List<double[]> path = Runs.path("gd(learning_rate=0.05)", f, new double[] {6}, 5);
    double[] expected = {6, 4.919915, 4.324904, 4.081344, 3.968204, 3.910070};
    for (int step = 0; step < expected.length; step++) {
      assertThat(path.get(step)[0]).isCloseTo(expected[step], within(1e-6));
    }
  }

  @Test
  void aRateAboveTheEdgeCyclesRoundTheGlobalMinimum() {
    Objective f = objective("parabola_sin");
    List<double[]> path = Runs.path("gd(learning_rate=0.19)", f, new double[] {6}, 2001);
    double[] cycle = {path.get(2000)[0], path.get(2001)[0]};
    assertThat(Math.max(cycle[0], cycle[1])).isCloseTo(-0.464026, within(1e-6));
    assertThat(Math.min(cycle[0], cycle[1])).isCloseTo(-1.986786, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"10, 45, 18", "25, 113, 31", "50, 227, 46", "100, 461, 69", "1000, 5032, 257"})
  void gradientDescentAndTheHeavyBallTakeTheseSteps(double kappa, int descent, int ball) {
    String valley = "(x^2 + %s*y^2)/2".formatted(kappa);
    double root = Math.sqrt(kappa);
    double momentum = Math.pow((root - 1) / (root + 1), 2);
    double rate = 4 / Math.pow(root + 1, 2);
    assertThat(Runs.steps(valley, "gd(learning_rate=%s)".formatted(2 / (kappa + 1)), 10, 1))
        .isEqualTo(descent);
    assertThat(
            Runs.steps(
                valley, "momentum(learning_rate=%s,momentum=%s)".formatted(rate, momentum), 10, 1))
        .isEqualTo(ball);
  }

  @ParameterizedTest
  @CsvSource({"10, 30, 26", "25, 51, 44", "50, 75, 64", "100, 108, 93", "1000, 354, 306"})
  void nesterovTakesTheseSteps(double kappa, int standard, int best) {
    String valley = "(x^2 + %s*y^2)/2".formatted(kappa);
    double root = Math.sqrt(kappa);
    double wide = Math.sqrt(3 * kappa + 1);
    assertThat(nesterov(valley, 1 / kappa, (root - 1) / (root + 1))).isEqualTo(standard);
    assertThat(nesterov(valley, 4 / (3 * kappa + 1), (wide - 2) / (wide + 2))).isEqualTo(best);
  }

  /** Counts at θ, the point before the look-ahead: the optimizer itself stores y. */
  private static int nesterov(String valley, double rate, double momentum) {
    Objective f = objective(valley);
    String wire = "nesterov(learning_rate=%s,momentum=%s)".formatted(rate, momentum);
    List<double[]> path = behind(Runs.path(wire, f, new double[] {10, 1}, 500), f, rate);
    int step = 0;
    while (f.value(path.get(step)) > 1e-6) {
      step++;
    }
    return step;
  }

  /** The start, then θ = y − ηg for each y of {@code ahead}. */
  private static List<double[]> behind(List<double[]> ahead, Objective f, double rate) {
    List<double[]> path = new ArrayList<>(List.of(ahead.get(0)));
    ahead.forEach(y -> path.add(Vectors.plus(y, -rate, f.at(y).gradient())));
    return path;
  }

  @ParameterizedTest
  @CsvSource({"0, 246", "0.5, 112", "0.7, 52", "0.8, 72", "0.9, 146", "0.95, 311"})
  void momentumInTheLongValleyTakesTheseSteps(double momentum, int steps) {
    String wire = "momentum(learning_rate=0.035,momentum=%s)".formatted(momentum);
    assertThat(Runs.steps("quadratic", wire, -9, 1.2)).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "local_minimum; 0.75; 1; gd(learning_rate=0.01); 67; 0.905",
        "local_minimum; 0.75; 1; nesterov(learning_rate=0.01); 50; 0.905",
        "local_minimum; 0.75; 1; adagrad(learning_rate=0.1); 132; 0.905",
        "local_minimum; 0.75; 1; rmsprop(learning_rate=0.01); 112; 0.905",
        "local_minimum; 0.75; 1; momentum(learning_rate=0.01); 152; -0.968",
        "local_minimum; 0.75; 1; adam(learning_rate=0.05); 147; -0.968",
        "global_minimum; 1.5; 1; gd(learning_rate=0.01); 283; 0",
        "global_minimum; 1.5; 1; momentum(learning_rate=0.01); 37; 0",
        "global_minimum; 1.5; 1; nesterov(learning_rate=0.01); 62; 0",
        "global_minimum; 1.5; 1; adagrad(learning_rate=0.1); 349; 0",
        "global_minimum; 1.5; 1; rmsprop(learning_rate=0.01); 210; 0",
        "global_minimum; 1.5; 1; adam(learning_rate=0.05); 80; 0",
        "saddle_point; 1; 1; gd(learning_rate=0.01); 651; -1.571",
        "saddle_point; 1; 1; momentum(learning_rate=0.01); 108; -1.571",
        "saddle_point; 1; 1; nesterov(learning_rate=0.01); 81; -1.571",
        "saddle_point; 1; 1; adagrad(learning_rate=0.1); 501; -1.571",
        "saddle_point; 1; 1; rmsprop(learning_rate=0.01); 277; -1.571",
        "saddle_point; 1; 1; adam(learning_rate=0.05); 56; -1.571",
        "saddle_point; 1.55; 1; gd(learning_rate=0.01); 987; -1.571",
        "saddle_point; 1.5708; 1; gd(learning_rate=0.01); 263; 1.571",
        "saddle_point; 1.5708; 1; momentum(learning_rate=0.01); 37; 1.571",
        "saddle_point; 1.5708; 1; adam(learning_rate=0.05); -1; 4.712",
        "ecliptic_bowl; 1.8; 1.6; gd(learning_rate=0.01); 587; 0",
        "ecliptic_bowl; 1.8; 1.6; momentum(learning_rate=0.01); 73; 0",
        "ecliptic_bowl; 1.8; 1.6; nesterov(learning_rate=0.01); 73; 0",
        "ecliptic_bowl; 1.8; 1.6; adagrad(learning_rate=0.1); 294; 0",
        "ecliptic_bowl; 1.8; 1.6; rmsprop(learning_rate=0.01); 192; 0",
        "ecliptic_bowl; 1.8; 1.6; adam(learning_rate=0.05); 106; 0",
        "hills; -1; 1.5; momentum(learning_rate=0.01); 122; 0.900",
        "hills; -1; 1.5; gd(learning_rate=0.01); 208; 0.042",
        "hills; -1; 1.5; nesterov(learning_rate=0.01); 71; 0.042",
        "hills; -1; 1.5; adagrad(learning_rate=0.1); 458; 0.042",
        "hills; -1; 1.5; rmsprop(learning_rate=0.01); 247; 0.042",
        "hills; -1; 1.5; adam(learning_rate=0.05); 87; 0.042",
      })
  void theRaceEndsHere(String surface, double x, double y, String wire, int steps, double end) {
    Objective f = objective(surface);
    List<double[]> path = Runs.path(wire, f, new double[] {x, y}, 2000);
    if (wire.startsWith("nesterov")) {
      path = behind(path, f, 0.01);
    }
    int step = 0;
    while (step < path.size() - 1 && Vectors.largest(f.at(path.get(step)).gradient()) >= 1e-2) {
      step++;
    }
    if (steps >= 0) {
      assertThat(step).isEqualTo(steps);
    }
    assertThat(path.get(step)[0]).isCloseTo(end, within(0.02));
  }

  @Test
  void theHeavyBallCyclesOnAConvexFunction() {
    Objective f = objective("heavy_ball_cycle");
    String wire = "momentum(learning_rate=0.1111111111111111,momentum=0.4444444444444444)";
    List<double[]> path = Runs.path(wire, f, new double[] {3.3}, 300);
    assertThat(List.of(path.get(298)[0], path.get(299)[0], path.get(300)[0]))
        .anySatisfy(v -> assertThat(v).isCloseTo(2.115918, within(1e-5)))
        .anySatisfy(v -> assertThat(v).isCloseTo(0.646531, within(1e-5)))
        .anySatisfy(v -> assertThat(v).isCloseTo(-1.802449, within(1e-5)));
    assertThat(Runs.last(Runs.path(wire, f, new double[] {3.0}, 300))[0])
        .isCloseTo(0, within(1e-6));
    String nesterov = wire.replace("momentum(l", "nesterov(l").replace("0.1111", "0.0400");
    assertThat(Runs.last(Runs.path(nesterov, f, new double[] {3.3}, 300))[0])
        .isCloseTo(0, within(1e-6));
  }

  @Test
  void adamsMomentsAreThese() {
    double[][] rows = adam("adam(learning_rate=0.001)", 1, 2, -1).get(2);
    assertThat(row(rows, "m")).isCloseTo(0.161, within(1e-12));
    assertThat(row(rows, "v")).isCloseTo(0.005994001, within(1e-12));
    assertThat(row(rows, "mhat")).isCloseTo(0.594096, within(1e-6));
    assertThat(row(rows, "vhat")).isCloseTo(1.9999996663, within(1e-9));
    double[] steps = {0.001, 0.000965182, 0.000420089};
    for (int t = 0; t < steps.length; t++) {
      assertThat(row(adam("adam(learning_rate=0.001)", 1, 2, -1).get(t), "step"))
          .isCloseTo(-steps[t], within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 0.001", "0.001, 0.00099999", "1e-8, 5e-4", "1e-10, 9.900990e-6"})
  void adamsFirstStepHasThisSize(double gradient, double size) {
    assertThat(row(adam("adam(learning_rate=0.001)", gradient).get(0), "step"))
        .isCloseTo(-size, within(size * 1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3.162277",
    "2, 4.249591",
    "5, 5.797139",
    "10, 6.527880",
    "12, 6.568520",
    "20, 6.240928",
    "100, 3.240799",
    "1000, 1.257584"
  })
  void withoutBiasCorrectionAdamsStepIsTooLarge(int t, double step) {
    double[] ones = Vectors.all(t, 1);
    List<double[][]> rows = adam("adam(learning_rate=1,bias_correction=0)", ones);
    assertThat(row(rows.get(t - 1), "step")).isCloseTo(-step, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"0, 149", "15, 467", "30, 717", "45, 804"})
  void adamSlowsDownInARotatedValley(double angle, int steps) {
    Problem valley = Runs.PROBLEMS.of("rotated_valley", Map.of("angle", angle));
    assertThat(
            Runs.stepsUntil(
                value -> value <= 1e-6,
                "adam(learning_rate=0.03)",
                valley.objective(),
                valley.start(),
                3000))
        .isEqualTo(steps);
    assertThat(
            Runs.stepsUntil(
                value -> value <= 1e-6,
                "gd(learning_rate=%s)".formatted(2.0 / 101),
                valley.objective(),
                valley.start(),
                3000))
        .isEqualTo(411);
  }

  @ParameterizedTest
  @CsvSource({"2", "10", "100", "1000"})
  void conjugateGradientsNeedTwoStepsAndNewtonOne(double kappa) {
    String valley = "(%s*x^2 + y^2)/2".formatted(kappa);
    assertThat(Runs.steps(valley, "conjugate_gradient", 1, 1)).isEqualTo(2);
    assertThat(Runs.steps(valley, "newton", 1, 1)).isEqualTo(1);
  }

  @Test
  void atASaddleNewtonStaysAndTheOthersLeave() {
    Objective f = objective("double_well");
    double[] start = {0.3, 1};
    List<double[]> newton = Runs.path("newton", f, start, 3);
    assertThat(newton.get(1)[0]).isCloseTo(-0.0740, within(1e-4));
    assertThat(newton.get(2)[0]).isCloseTo(0.0008, within(1e-4));
    assertThat(newton.get(3)).containsExactly(new double[] {0, 0}, within(1e-8));
    assertThat(toTheWell("saddle_free_newton(damping=0.05)", start)).isEqualTo(6);
    assertThat(toTheWell("gd(learning_rate=0.1)", start)).isEqualTo(63);
    assertThat(toTheWell("gd(learning_rate=0.5)", start)).isEqualTo(10);
    assertThat(toTheWell("newton(damping=2)", start)).isEqualTo(17);
  }

  private static int toTheWell(String wire, double[] start) {
    return Runs.stepsUntil(v -> v + 0.25 <= 1e-6, wire, objective("double_well"), start, 1000);
  }

  @Test
  void newtonSquaresTheErrorOfALineMinusALogarithm() {
    List<double[]> path = Runs.path("newton", objective("x_minus_log"), new double[] {0.5}, 4);
    double[] expected = {0.5, 0.75, 0.9375, 0.99609375, 0.9999847412109375};
    for (int step = 0; step < expected.length; step++) {
      assertThat(path.get(step)[0]).isCloseTo(expected[step], within(1e-14));
    }
  }

  @Test
  void aTrustRegionIsADampedNewtonStep() {
    Objective f = objective("five_two");
    double[] start = {0.5, 0.5};
    double[] bounded = Runs.path("trust_region(radius=0.533593681)", f, start, 1).get(1);
    double[] damped = Runs.path("newton(damping=1)", f, start, 1).get(1);
    assertThat(damped[0]).isCloseTo(0.0833333, within(1e-6));
    assertThat(bounded).containsExactly(damped, within(1e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "step, 1 1 1 0.5 0.5 0.5 0.25",
    "inverse, 1 0.75 0.6 0.5",
    "inverse_sqrt, 1 0.8660254 0.7745967 0.7071068",
    "cosine, 1 0.875 0.625 0.5 0.5 0.5",
    "constant, 1 1 1"
  })
  void aScheduleScalesTheRate(String schedule, String factors) {
    Objective line = objective("x + 0*y");
    for (String optimizer : List.of("gd", "armijo")) {
      String wire =
          "%s(learning_rate=1,schedule=%s,period=3,factor=0.5)".formatted(optimizer, schedule);
      String[] expected = factors.split(" ");
      List<double[]> path = Runs.path(wire, line, new double[] {0, 0}, expected.length);
      for (int t = 0; t < expected.length; t++) {
        assertThat(path.get(t)[0] - path.get(t + 1)[0])
            .as("%s at step %d", wire, t + 1)
            .isCloseTo(Double.parseDouble(expected[t]), within(1e-7));
      }
    }
  }

  @Test
  void aWarmUpStartsSmall() {
    List<double[]> path =
        Runs.path("gd(learning_rate=1,warmup=4)", objective("x + 0*y"), new double[2], 6);
    double[] expected = {0.25, 0.5, 0.75, 1, 1, 1};
    for (int t = 0; t < expected.length; t++) {
      assertThat(path.get(t)[0] - path.get(t + 1)[0]).isCloseTo(expected[t], within(1e-12));
    }
  }

  @Test
  void lookaheadKeepsAPartOfTheWay() {
    List<double[]> path =
        Runs.path(
            "lookahead(gd(learning_rate=1),k=2,alpha=0.25)",
            objective("x + 0*y"),
            new double[2],
            4);
    assertThat(path).extracting(x -> x[0]).containsExactly(0.0, -1.0, -0.5, -1.5, -1.0);
  }

  /** The quantities of each step on the given gradients, from 0. */
  private static List<double[][]> adam(String wire, double... gradients) {
    OptimizerSpec spec = Runs.OPTIMIZERS.parse(wire);
    return rows(spec.optimizer(), spec.hyperparameters(), gradients);
  }

  private static <S> List<double[][]> rows(
      Optimizer<S> optimizer, Hyperparameters h, double[] gradients) {
    Objective any = objective("x");
    double[] x = {0};
    S state = optimizer.init(x, h);
    List<double[][]> rows = new ArrayList<>();
    for (double gradient : gradients) {
      Step<S> step = optimizer.update(new Evaluation(x, 0, new double[] {gradient}), state, h, any);
      rows.add(step.inner());
      x = step.x();
      state = step.state();
    }
    return rows;
  }

  private static double row(double[][] rows, String quantity) {
    List<String> names =
        Runs.OPTIMIZERS.parse("adam").optimizer().quantities().stream()
            .map(Quantity::name)
            .toList();
    return rows[names.indexOf(quantity)][0];
  }

  private static Objective objective(String text) {
    return Runs.PROBLEMS.of(text, Map.of()).objective();
  }
}
