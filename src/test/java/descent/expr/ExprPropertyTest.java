package descent.expr;

import static descent.expr.RandomExpressions.NAMES;
import static descent.expr.RandomExpressions.array;
import static descent.expr.RandomExpressions.moved;
import static descent.expr.RandomExpressions.says;
import static descent.expr.RandomExpressions.scale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of every expression, on seeded random ones; a failure names its seed. */
class ExprPropertyTest {
  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  private interface Property {
    void check(String says, Expr e, Map<String, Double> at);
  }

  private static void forEach(long seed, Property property) {
    RandomExpressions random = new RandomExpressions(seed);
    for (int i = 0; i < 50; i++) {
      Expr e = random.next();
      Map<String, Double> at = random.point();
      property.check(says(seed, e, at), e, at);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsPrintedReadsBackAsAnEqualTree(long seed) {
    forEach(
        seed,
        (says, e, at) -> {
          Expr read = Expr.parse(e.toString());
          assertThat(read).as(says).isEqualTo(e).hasSameHashCodeAs(e);
          assertThat(read).as(says).hasToString(e.toString());
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void simplifyingKeepsTheValueAndPrintsAndSettles(long seed) {
    forEach(
        seed,
        (says, e, at) -> {
          Expr simple = e.simplify();
          assertThat(Expr.parse(simple.toString())).as(says).isEqualTo(simple);
          double scale = scale(e, at);
          if (scale < 1e6) {
            assertThat(simple.value(at)).as(says).isCloseTo(e.value(at), within(1e-9 * scale));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void derivativesAgreeWithTheComplexStep(long seed) {
    forEach(
        seed,
        (says, e, at) -> {
          for (String name : NAMES) {
            Expr derivative = e.derivative(name);
            double slope = Complex.slope(e, name, at);
            double scale = Math.max(scale(derivative, at), scale(e, at));
            if (scale < 1e6 && Double.isFinite(slope)) {
              assertThat(derivative.value(at))
                  .as("%s by %s: %s", says, name, derivative)
                  .isCloseTo(slope, within(1e-8 * scale));
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void derivativesAgreeWithCentralDifferences(long seed) {
    forEach(
        seed,
        (says, e, at) -> {
          for (String name : NAMES) {
            double coarse = difference(e, name, at, 2e-4);
            double fine = difference(e, name, at, 1e-4);
            double doubt = 10 * Math.abs(coarse - fine) + 1e-9 * scale(e, at);
            double slope = e.derivative(name).value(at);
            if (doubt < 1e-4 && Double.isFinite(slope)) {
              assertThat(slope).as("%s by %s", says, name).isCloseTo(fine, within(doubt));
            }
          }
        });
  }

  private static double difference(Expr e, String name, Map<String, Double> at, double h) {
    return (e.value(moved(at, name, h)) - e.value(moved(at, name, -h))) / (2 * h);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tapesPlainAndCompiledGiveTheBitsOfTheTreeWalk(long seed) {
    forEach(
        seed,
        (says, e, at) -> {
          Expr slope = e.derivative("x");
          double[] out = new double[2];
          Tape tape = Tape.of(NAMES, List.of(e, slope));
          tape.evaluate(array(at), out);
          assertThat(out).as(says).containsExactly(e.value(at), slope.value(at));
          double[] compiled = new double[2];
          tape.compiled().evaluate(array(at), compiled);
          assertThat(compiled).as(says).isEqualTo(out);
        });
  }
}
