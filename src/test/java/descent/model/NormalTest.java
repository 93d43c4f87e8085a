package descent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Normal distributions as a half-plane, against known values and numerical lengths. */
class NormalTest {
  /** Σ of the metric's lengths of short pieces, measured at their middles. */
  private static double length(double[][] path) {
    double sum = 0;
    for (int k = 1; k < path[0].length; k++) {
      double across = path[0][k] - path[0][k - 1];
      double up = path[1][k] - path[1][k - 1];
      double sigma = (path[1][k] + path[1][k - 1]) / 2;
      sum += Math.sqrt(across * across + 2 * up * up) / sigma;
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, .9802581, 1, 1.0606602",
    "0, 1, 4, 1, 3.2419880, 4, 1.7320508",
    "0, 1, 0, 2, .9802581, .9802581, 2",
    "0, .1, 1, .1, 5.5873792, 10, .3674235",
    "0, 2, 1, 2, .4974318, .5, 2.0310096",
    "-2, .5, 2, 1.5, 3.7249194, 4.6610172, 1.8371173",
    "-2, .5, 2, .5, 4.9858019, 8, 1.5",
  })
  void distancesArcsAndApexesAreTheKnownOnes(
      double m, double s, double n, double t, double distance, double straight, double apex) {
    Normal a = new Normal(m, s);
    Normal b = new Normal(n, t);
    assertThat(a.distance(b)).isCloseTo(distance, within(1e-7));
    assertThat(b.distance(a)).isCloseTo(distance, within(1e-7));
    assertThat(a.straightLength(b)).isCloseTo(straight, within(1e-7));
    assertThat(a.apex(b)).isCloseTo(apex, within(1e-4));
    double[][] path = a.geodesic(b, 20_001);
    assertThat(length(path)).isCloseTo(distance, within(1e-6));
    assertThat(path[0][20_000]).isCloseTo(n, within(1e-9));
    assertThat(path[1][20_000]).isCloseTo(t, within(1e-9));
  }

  @Test
  void pointsOfAGeodesicAreEquallyFarApart() {
    double[][] path = new Normal(-1, 0.3).geodesic(new Normal(2, 1.4), 11);
    double whole = new Normal(-1, 0.3).distance(new Normal(2, 1.4));
    for (int k = 1; k < 11; k++) {
      Normal before = new Normal(path[0][k - 1], path[1][k - 1]);
      assertThat(before.distance(new Normal(path[0][k], path[1][k])))
          .isCloseTo(whole / 10, within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, .5, .1", "1, 2, .1", "-3, .25, 1", "0, 1, .005"})
  void everyPointOfABallHasItsDivergence(double mean, double deviation, double level) {
    Normal centre = new Normal(mean, deviation);
    double[][] ring = centre.ball(level, 101);
    double widest = 0;
    for (int k = 0; k < 101; k++) {
      double divergence = centre.divergence(new Normal(ring[0][k], ring[1][k]));
      assertThat(divergence).isCloseTo(level, within(1e-9));
      widest = Math.max(widest, ring[0][k] - mean);
    }
    assertThat(widest).isGreaterThanOrEqualTo(0.99 * deviation * Math.sqrt(2 * level));
  }

  @Test
  void nearbyTheDivergenceIsHalfTheSquaredDistance() {
    Normal p = new Normal(0.3, 0.7);
    Normal q = new Normal(0.3005, 0.7004);
    assertThat(p.divergence(q) / (p.distance(q) * p.distance(q) / 2)).isCloseTo(1, within(2e-3));
    assertThat(new Normal(0, 1).divergence(new Normal(.1, 1.1))).isCloseTo(.0126656, within(5e-8));
  }

  @ParameterizedTest
  @EnumSource
  void coordinatesComeBackAndTheirJacobianIsTheirDifferences(NormalCoordinates coordinates) {
    Normal p = new Normal(0.8, 0.6);
    double[] phi = coordinates.of(p);
    double[] back = coordinates.parameters(phi);
    assertThat(back[0]).isCloseTo(0.8, within(1e-14));
    assertThat(back[1]).isCloseTo(0.6, within(1e-14));
    double h = 1e-6;
    for (int j = 0; j < 2; j++) {
      double[] more = phi.clone();
      double[] less = phi.clone();
      more[j] += h;
      less[j] -= h;
      for (int i = 0; i < 2; i++) {
        double slope =
            (coordinates.parameters(more)[i] - coordinates.parameters(less)[i]) / (2 * h);
        assertThat(coordinates.jacobian(p)[i][j]).isCloseTo(slope, within(1e-8));
      }
    }
  }

  @Test
  void theFisherMatrixOfNaturalParametersIsTheKnownOne() {
    double[][] fisher = NormalCoordinates.NATURAL.fisher(new Normal(0.8, 0.6));
    double v = 0.36;
    assertThat(fisher[0][0]).isCloseTo(v, within(1e-14));
    assertThat(fisher[0][1]).isCloseTo(2 * 0.8 * v, within(1e-14));
    assertThat(fisher[1][1]).isCloseTo(4 * 0.64 * v + 2 * v * v, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({
    "DEVIATION, true, 1, 1, 2, 2.166667",
    "LOGARITHM, true, 1, 1, 2, 2.339435",
    "MEANS, true, 1, 1, 2, .5",
    "NATURAL, true, 1, 1, 18, 4.5",
    "DEVIATION, true, .01, 100, 1.267935, 1.385752",
    "LOGARITHM, true, .01, 100, 1.267935, 1.385989",
    "MEANS, true, .01, 100, 1.267935, 1.382127",
    "NATURAL, true, .01, 100, 1.266774, 1.386159",
    "DEVIATION, false, .001, 1000, .642193, 1.612585",
    "LOGARITHM, false, .001, 1000, .592121, 1.652572",
    "NATURAL, false, .001, 1000, 1.548723, 1.398901",
  })
  void pathsEndWhereTheyAreKnownTo(
      NormalCoordinates way, boolean natural, double rate, int steps, double mean, double sigma) {
    NormalFit fit = new NormalFit(2, 0.25);
    double[][] path = fit.path(way, natural, new Normal(0, 1.5), rate, steps);
    assertThat(path[0][steps]).isCloseTo(mean, within(1e-6));
    assertThat(path[1][steps]).isCloseTo(sigma, within(1e-6));
  }

  @Test
  void aStepOutOfTheDomainEndsThePath() {
    NormalFit fit = new NormalFit(2, 0.25);
    double[][] path = fit.path(NormalCoordinates.NATURAL, false, new Normal(0, 1.5), 0.5, 200);
    assertThat(path[1][0]).isEqualTo(1.5);
    assertThat(path[1][200]).isNaN();
  }

  @Test
  void theGradientOfTheFitIsItsDifferences() {
    NormalFit fit = new NormalFit(2, 0.25);
    double[] x = {0.7, 0.9};
    double h = 1e-6;
    for (int i = 0; i < 2; i++) {
      double[] more = x.clone();
      double[] less = x.clone();
      more[i] += h;
      less[i] -= h;
      assertThat(fit.at(x).gradient()[i])
          .isCloseTo((fit.value(more) - fit.value(less)) / (2 * h), within(1e-8));
    }
  }

  @Test
  void aDeviationOfZeroIsRefused() {
    assertThatThrownBy(() -> new Normal(0, 0)).hasMessageContaining("above 0, got 0.0 and 0.0");
  }
}
