package descent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descent.model.PolynomialRegression.Polynomial;
import descent.model.PolynomialRegression.Sample;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Risks of polynomials, against values computed elsewhere and against many fresh examples. */
class PolynomialRegressionTest {
  private static final PolynomialRegression SINE =
      new PolynomialRegression(x -> Math.sin(Math.PI * x), 0.3);

  @ParameterizedTest
  @CsvSource({"1, .286036", "3, .094390", "5, .090018", "9, .090000"})
  void theBestOfAClassHasTheKnownRisk(int degree, double risk) {
    assertThat(SINE.risk(SINE.best(degree))).isCloseTo(risk, within(5e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "15, 1, .2425, .3360",
    "30, 3, .0814, .1116",
    "60, 3, .0884, .1017",
    "120, 3, .0915, .0978"
  })
  void meanRisksOverManySamplesAreThoseOfASimulation(
      int size, int degree, double empirical, double expected) {
    int repeats = 3000;
    double[] sums = new double[2];
    for (int k = 0; k < repeats; k++) {
      Sample sample = SINE.draw(size, k);
      Polynomial p = PolynomialRegression.fit(sample, degree);
      sums[0] += PolynomialRegression.empiricalRisk(p, sample) / repeats;
      sums[1] += SINE.risk(p) / repeats;
    }
    assertThat(sums[0]).isCloseTo(empirical, Percentage.withPercentage(2));
    assertThat(sums[1]).isCloseTo(expected, Percentage.withPercentage(2));
  }

  @Test
  void noSmallChangeOfTheFitLowersTheEmpiricalRisk() {
    Sample sample = SINE.draw(40, 2);
    Polynomial fit = PolynomialRegression.fit(sample, 7);
    double least = PolynomialRegression.empiricalRisk(fit, sample);
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 100; trial++) {
      double[] c = fit.coefficients().clone();
      c[random.nextInt(8)] += random.nextDouble(-1e-3, 1e-3);
      assertThat(PolynomialRegression.empiricalRisk(new Polynomial(c), sample))
          .isGreaterThan(least);
    }
  }

  @Test
  void withAsManyCoefficientsAsExamplesTheFitPassesThroughThem() {
    for (int size : new int[] {1, 5, 9}) {
      Sample sample = SINE.draw(size, 4);
      Polynomial fit = PolynomialRegression.fit(sample, 8);
      assertThat(PolynomialRegression.empiricalRisk(fit, sample)).isLessThan(1e-6);
    }
  }

  @Test
  void theRiskIsTheLossOnManyFreshExamples() {
    Polynomial fit = PolynomialRegression.fit(SINE.draw(20, 1), 3);
    Sample fresh = SINE.draw(400_000, 99);
    assertThat(SINE.risk(fit))
        .isCloseTo(PolynomialRegression.empiricalRisk(fit, fresh), Percentage.withPercentage(1));
  }
}
