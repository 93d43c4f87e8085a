package descent.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descent.expr.Complex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {
  private static final Problems PROBLEMS = new Problems();

  static List<Problem> problems() {
    return PROBLEMS.all();
  }

  @ParameterizedTest
  @MethodSource("problems")
  void theGradientIsTheSlopeOfTheValue(Problem problem) {
    Formula f = problem.objective();
    Random random = new Random(7);
    for (int trial = 0; trial < 50; trial++) {
      double[] x = inside(problem, random);
      double[] gradient = f.at(x).gradient();
      for (int i = 0; i < x.length; i++) {
        double numeric = slope(f, x, i);
        assertThat(gradient[i])
            .as("∂%d of %s at %s", i, problem.name(), List.of(x[0]))
            .isCloseTo(numeric, within(1e-5 * (1 + Math.abs(numeric) + Math.abs(f.value(x)))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void theGradientIsThatOfTheComplexStep(Problem problem) {
    Formula f = problem.objective();
    Random random = new Random(10);
    for (int trial = 0; trial < 50; trial++) {
      double[] x = inside(problem, random);
      Map<String, Double> at = new HashMap<>(f.parameters());
      for (int i = 0; i < x.length; i++) {
        at.put(f.variables().get(i), x[i]);
      }
      for (int i = 0; i < x.length; i++) {
        double exact = Complex.slope(f.expression(), f.variables().get(i), at);
        assertThat(f.at(x).gradient()[i])
            .as("∂%d of %s", i, problem.name())
            .isCloseTo(exact, within(1e-12 * (1 + Math.abs(exact) + Math.abs(f.value(x)))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void theHessianIsTheSlopeOfTheGradient(Problem problem) {
    Formula f = problem.objective();
    Random random = new Random(8);
    double[] x = inside(problem, random);
    double[][] hessian = f.hessian(x);
    double h = 1e-6;
    for (int i = 0; i < x.length; i++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[i] += h;
      down[i] -= h;
      for (int j = 0; j < x.length; j++) {
        double numeric = (f.at(up).gradient()[j] - f.at(down).gradient()[j]) / (2 * h);
        assertThat(hessian[j][i]).isCloseTo(numeric, within(1e-4 * (1 + Math.abs(numeric))));
        assertThat(hessian[j][i]).isCloseTo(hessian[i][j], within(1e-12 * (1 + Math.abs(numeric))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void atAMinimumTheGradientIsZeroAndTheHessianPositive(Problem problem) {
    Formula f = problem.objective();
    for (double[] minimum : problem.minima()) {
      double[][] h = f.hessian(minimum);
      double scale = 1 + Math.abs(h[0][0]) + Math.abs(h[h.length - 1][h.length - 1]);
      assertThat(f.at(minimum).gradientNorm()).isLessThan(1e-13 * scale);
      assertThat(h[0][0]).isPositive();
      if (h.length == 2) {
        assertThat(h[0][0] * h[1][1] - h[0][1] * h[1][0]).isPositive();
      }
    }
    for (double[] saddle : problem.saddles()) {
      double[][] h = f.hessian(saddle);
      assertThat(f.at(saddle).gradientNorm()).isLessThan(1e-12 * (1 + Math.abs(h[0][0])));
      assertThat(h[0][0] * h[1][1] - h[0][1] * h[1][0]).isNegative();
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void theLowestMinimumStandsFirstAndNothingLowerIsInTheBox(Problem problem) {
    Formula f = problem.objective();
    if (problem.minima().isEmpty()) {
      return;
    }
    double least = f.value(problem.minima().get(0));
    for (double[] minimum : problem.minima()) {
      assertThat(f.value(minimum)).isGreaterThanOrEqualTo(least);
    }
    Random random = new Random(9);
    for (int trial = 0; trial < 2_000; trial++) {
      assertThat(f.value(inside(problem, random))).isGreaterThanOrEqualTo(least);
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void theStartIsFiniteAndInTheBoxAndMoves(Problem problem) {
    double[] x = problem.start();
    Box box = problem.box();
    assertThat(x).hasSize(problem.objective().dimension());
    assertThat(x[0]).isBetween(box.x0(), box.x1());
    if (x.length > 1) {
      assertThat(x[1]).isBetween(box.y0(), box.y1());
    }
    Evaluation at = problem.objective().at(x);
    assertThat(at.isFinite()).isTrue();
    assertThat(at.gradientNorm()).isPositive();
    assertThat(problem.credit()).isNotBlank();
    assertThat(problem.tex()).startsWith("f(x");
  }

  @ParameterizedTest
  @CsvSource({
    "hills, 0.9003065, -0.6534012, -0.1588086",
    "hills, 0.0415071, -0.0006404, 0.0482850",
    "local_minimum, -0.9675774, 0, -5.0323400",
    "local_minimum, 0.9053179, 0, -1.0927320",
    "himmelblau, -2.8051181, 3.1313125, 0",
    "tilted_wells, -1.0440307, 0.3132092, -0.297025",
  })
  void publishedMinimaAreFound(String name, double x, double y, double value) {
    Problem problem = PROBLEMS.named(name).orElseThrow();
    assertThat(problem.minima())
        .anySatisfy(
            minimum -> {
              assertThat(minimum[0]).isCloseTo(x, within(1e-6));
              assertThat(minimum[1]).isCloseTo(y, within(1e-6));
              assertThat(problem.objective().value(minimum)).isCloseTo(value, within(1e-6));
            });
  }

  @Test
  void thePlateauHasARingOfMinima() {
    Formula plateau = PROBLEMS.named("plateau").orElseThrow().objective();
    double radius = 0.663;
    for (double angle = 0; angle < 6; angle += 0.5) {
      double[] x = {radius * Math.cos(angle), radius * Math.sin(angle)};
      assertThat(plateau.value(x)).isCloseTo(0.3883, within(1e-4));
    }
  }

  @Test
  void aParameterMovesTheMinimum() {
    Problem problem = PROBLEMS.of("gaussian_nll", Map.of("m", 3.0, "v", 4.0));
    assertThat(problem.minima().get(0)[0]).isEqualTo(3);
    assertThat(problem.minima().get(0)[1]).isCloseTo(Math.log(2), within(1e-14));
    assertThat(PROBLEMS.of("quadratic", Map.of("kappa", 7.0)).objective().hessian(new double[2])[1])
        .containsExactly(0, 7);
  }

  @Test
  void aTypedFormulaGetsAStartWhereItHasASlope() {
    Problem problem = PROBLEMS.of("log(x) + a*y^2", Map.of("a", 2.0));
    assertThat(problem.start()).containsExactly(2, 1.5);
    assertThat(problem.objective().at(problem.start()).gradient()).containsExactly(0.5, 6);
    Problem line = PROBLEMS.of("cos(3*x)", Map.of());
    assertThat(line.box().y0()).isCloseTo(-1.1, within(0.01));
    assertThat(line.box().y1()).isCloseTo(1.1, within(0.01));
    assertThat(PROBLEMS.of("log(-1)", Map.of()).start()).hasSize(1);
    assertThat(PROBLEMS.of("1/0", Map.of()).box().y1()).isFinite();
  }

  @Test
  void whatIsUnknownIsNamed() {
    assertThatThrownBy(() -> PROBLEMS.of("rosenbrok", Map.of()))
        .hasMessageStartingWith("'rosenbrok' is no problem; known: quadratic, rosenbrock");
    assertThatThrownBy(() -> PROBLEMS.of("quadratic", Map.of("k", 3.0)))
        .hasMessage("'k' is no parameter of quadratic; known: [kappa].");
    assertThatThrownBy(() -> PROBLEMS.of("quadratic", Map.of("kappa", Double.NaN)))
        .hasMessage("param.kappa must be a finite number, got NaN.");
    assertThatThrownBy(() -> PROBLEMS.of("a*x", Map.of()))
        .hasMessage("'a' is no variable (x) and has no value; give param.a a number.");
    assertThatThrownBy(() -> PROBLEMS.of("x^2", Map.of("b", 1.0)))
        .hasMessage("param.b is given, but 'b' is not in the formula.");
    assertThatThrownBy(() -> PROBLEMS.of("a*x", Map.of("a", 1.0, "x", 1.0)))
        .hasMessage("'x' is a variable, not a parameter.");
  }

  private static double[] inside(Problem problem, Random random) {
    Box box = problem.box();
    double[] x = new double[problem.objective().dimension()];
    x[0] = box.x0() + (box.x1() - box.x0()) * random.nextDouble();
    if (x.length > 1) {
      x[1] = box.y0() + (box.y1() - box.y0()) * random.nextDouble();
    }
    return x;
  }

  private static double slope(Objective f, double[] x, int i) {
    double h = 1e-5;
    double[] up = x.clone();
    double[] down = x.clone();
    up[i] += h;
    down[i] -= h;
    return (f.value(up) - f.value(down)) / (2 * h);
  }
}
