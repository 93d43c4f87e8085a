package descent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Likelihoods written as formulas, against differences, sums over labels and closed forms. */
class FormulaModelTest {
  private static final double[] AT = {0.3, -0.4};
  private static final double[] INPUTS = {-1, 0.5, 2};
  private static final double[] LABELS = {1, 0, 1};

  private static FormulaModel model(Family family, double... labels) {
    String inside = "x + y*t";
    String output =
        family == Family.PROBABILITY ? "1/(1+exp(-(" + inside + ")))" : "tanh(" + inside + ")";
    return new FormulaModel(2, output, family, INPUTS, labels);
  }

  private static double[] moved(int i, double by) {
    double[] x = AT.clone();
    x[i] += by;
    return x;
  }

  @ParameterizedTest
  @EnumSource
  void gradientAndHessianAreTheDifferencesOfTheLoss(Family family) {
    FormulaModel model = model(family, LABELS);
    double h = 1e-5;
    for (int i = 0; i < 2; i++) {
      double slope = (model.value(moved(i, h)) - model.value(moved(i, -h))) / (2 * h);
      assertThat(model.at(AT).gradient()[i]).isCloseTo(slope, within(1e-9));
      for (int j = 0; j < 2; j++) {
        double bend =
            (model.at(moved(i, h)).gradient()[j] - model.at(moved(i, -h)).gradient()[j]) / (2 * h);
        assertThat(model.hessian(AT)[i][j]).isCloseTo(bend, within(1e-8));
      }
    }
  }

  /** E over y ~ p(y | z) by adding up labels (for the Gaussian, on a fine grid). */
  private static double expectation(
      Family family, double z, java.util.function.DoubleUnaryOperator f) {
    if (family == Family.GAUSSIAN) {
      return IntStream.rangeClosed(-4000, 4000)
          .mapToDouble(k -> z + 0.0025 * k)
          .map(
              y ->
                  0.0025
                      * Math.exp(-(y - z) * (y - z) / 2)
                      / Math.sqrt(2 * Math.PI)
                      * f.applyAsDouble(y))
          .sum();
    }
    double sum = 0;
    double factorial = 1;
    for (int y = 0; y < (family == Family.POISSON ? 60 : 2); y++) {
      factorial *= Math.max(1, y);
      sum +=
          Math.exp(-family.loss(z, y))
              / (family == Family.POISSON ? factorial : 1)
              * f.applyAsDouble(y);
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource
  void momentsOfTheScoreAreExpectationsOverTheModelsOwnLabels(Family family) {
    for (double z : new double[] {0.2, 0.5, 0.7}) {
      Offset<Double> close = within(1e-9);
      assertThat(expectation(family, z, y -> 1)).isCloseTo(1, close);
      assertThat(expectation(family, z, y -> y)).isCloseTo(family.mean(z), close);
      assertThat(expectation(family, z, y -> family.slope(z, y))).isCloseTo(0, close);
      double second = expectation(family, z, y -> Math.pow(family.slope(z, y), 2));
      assertThat(family.fisher(z)).isCloseTo(second, close);
      assertThat(expectation(family, z, y -> family.bend(z, y))).isCloseTo(second, close);
      double fourth = expectation(family, z, y -> Math.pow(family.slope(z, y), 4));
      assertThat(family.spread(z)).isCloseTo(fourth - second * second, within(1e-8));
      double divergence = expectation(family, z, y -> family.loss(0.4, y) - family.loss(z, y));
      assertThat(family.divergence(z, 0.4)).isCloseTo(divergence, close);
    }
  }

  @ParameterizedTest
  @EnumSource
  void manySampledLabelsComeNearTheFisherMatrix(Family family) {
    FormulaModel model = model(family, LABELS);
    int draws = 20_000;
    double allowed = 4 * model.traceDeviation(AT) / Math.sqrt(draws);
    double[][] exact = model.fisher(AT);
    double[][] sampled = model.sampledFisher(AT, draws, 7);
    double trace = sampled[0][0] + sampled[1][1];
    assertThat(trace).isCloseTo(exact[0][0] + exact[1][1], within(allowed));
    assertThat(model.sampledTraces(AT, draws, 7)[draws - 1]).isCloseTo(trace, within(1e-9));
  }

  @Test
  void fisherDoesNotSeeLabelsAndGaussNewtonDoesWhereTheOutputIsNotNatural() {
    double[] other = {0, 1, 1};
    for (Family family : Family.values()) {
      FormulaModel a = model(family, LABELS);
      FormulaModel b = model(family, other);
      assertThat(b.fisher(AT)).isDeepEqualTo(a.fisher(AT));
      boolean natural = family != Family.PROBABILITY;
      assertThat(b.gaussNewton(AT)[0][0] == a.gaussNewton(AT)[0][0]).isEqualTo(natural);
      assertThat(Math.abs(a.gaussNewton(AT)[0][1] - a.fisher(AT)[0][1]) < 1e-12).isEqualTo(natural);
    }
  }

  @Test
  void aLogisticModelHasOneCurvatureHoweverItsOutputIsWritten() {
    FormulaModel odds = new FormulaModel(2, "x + y*t", Family.BERNOULLI, INPUTS, LABELS);
    FormulaModel chance = model(Family.PROBABILITY, LABELS);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        assertThat(odds.hessian(AT)[i][j]).isCloseTo(odds.fisher(AT)[i][j], within(1e-14));
        assertThat(chance.fisher(AT)[i][j]).isCloseTo(odds.fisher(AT)[i][j], within(1e-12));
        assertThat(chance.hessian(AT)[i][j]).isCloseTo(odds.hessian(AT)[i][j], within(1e-12));
      }
    }
  }

  @Test
  void theDivergenceOfABernoulliIsTheKnownOne() {
    double odds = Math.log(0.3 / 0.7);
    FormulaModel model =
        new FormulaModel(1, "x", Family.BERNOULLI, new double[] {0}, new double[] {1});
    double[] at = {odds};
    assertThat(model.divergence(at, new double[] {odds + 1})).isCloseTo(0.115735, within(5e-7));
    assertThat(model.divergence(new double[] {odds + 1}, at)).isCloseTo(0.122366, within(5e-7));
    assertThat(model.traceDeviation(at) / Math.sqrt(10)).isCloseTo(0.0579655, within(5e-8));
  }

  @Test
  void dataOfDifferentLengthsAreRefusedWithTheNumbers() {
    double[] two = {0, 1};
    assertThatThrownBy(() -> new FormulaModel(1, "x", Family.GAUSSIAN, two, new double[] {1}))
        .hasMessageContaining("2 inputs and 1 targets");
  }
}
