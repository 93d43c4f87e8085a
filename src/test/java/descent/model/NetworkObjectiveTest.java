package descent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descent.linalg.Activation;
import descent.linalg.Algebras;
import descent.linalg.BlockVector;
import descent.linalg.EjmlAlgebra;
import descent.linalg.Matrix;
import descent.linalg.Precision;
import descent.objective.FisherEstimate;
import descent.objective.Layered;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkObjectiveTest {
  private static final long SEED = 11;
  private static final double H = 1e-5;

  static Stream<Network> networks() {
    List<Network> all = new ArrayList<>();
    all.add(Network.linear(3, 0.7));
    all.add(Network.logistic(4));
    all.add(Network.softmax(3, 4));
    for (Activation f : Activation.values()) {
      all.add(Network.of(new Likelihood.Categorical(), f, 3, 5, 4, 3));
    }
    all.add(Network.of(new Likelihood.Bernoulli(), Activation.TANH, 3, 4, 2, 4, 3));
    all.add(Network.of(new Likelihood.Gaussian(1.3), Activation.GELU, 2, 4, 2));
    List<Integer> widths = List.of(3, 4, 4, 4, 3);
    Likelihood classes = new Likelihood.Categorical();
    all.add(new Network(widths, Activation.TANH, classes, true, false));
    all.add(new Network(widths, Activation.SIGMOID, classes, false, true));
    all.add(new Network(widths, Activation.TANH, classes, true, true));
    return all.stream();
  }

  static Stream<Network> networksWithExamplesApart() {
    return networks().filter(n -> !n.normalized());
  }

  static NetworkObjective objective(Network network) {
    SplittableRandom random = new SplittableRandom(SEED);
    int n = 7;
    Matrix inputs = Precision.DOUBLE.zeros(n, network.inputs());
    Matrix targets = Precision.DOUBLE.zeros(n, network.likelihood().targets(network.outputs()));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < inputs.columns(); j++) {
        inputs.set(i, j, Draws.gaussian(random));
      }
      for (int j = 0; j < targets.columns(); j++) {
        double drawn = random.nextDouble();
        boolean classes = network.likelihood() instanceof Likelihood.Categorical;
        targets.set(i, j, classes ? Math.floor(drawn * network.outputs()) : drawn);
      }
    }
    Dataset data = new Dataset("random", inputs, targets, 0, "");
    return new NetworkObjective(network, data, new EjmlAlgebra());
  }

  static double[] point(Network network) {
    double[] x = network.coordinates(network.initial(SEED, Precision.DOUBLE));
    SplittableRandom random = new SplittableRandom(SEED + 1);
    for (int i = 0; i < x.length; i++) {
      x[i] += random.nextDouble(-0.3, 0.3);
    }
    return x;
  }

  private static double[] direction(int n) {
    return new SplittableRandom(SEED + 2).doubles(n, -1, 1).toArray();
  }

  private static double[] moved(double[] x, double[] v, double h) {
    double[] y = x.clone();
    for (int i = 0; i < x.length; i++) {
      y[i] += h * v[i];
    }
    return y;
  }

  private static double[] times(double[][] a, double[] v) {
    double[] out = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        out[i] += a[i][j] * v[j];
      }
    }
    return out;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientMatchesFiniteDifferences(Network network) {
    NetworkObjective f = objective(network);
    double[] x = point(network);
    double[] gradient = f.at(x).gradient();
    for (int i = 0; i < x.length; i++) {
      double[] unit = new double[x.length];
      unit[i] = 1;
      double slope = (f.value(moved(x, unit, H)) - f.value(moved(x, unit, -H))) / (2 * H);
      assertThat(gradient[i]).as("coordinate %s", i).isCloseTo(slope, within(1e-8));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void hessianTimesMatchesDifferencesOfTheGradient(Network network) {
    NetworkObjective f = objective(network);
    double[] x = point(network);
    double[] v = direction(x.length);
    double[] product = f.hessianTimes(x, v);
    double[] up = f.at(moved(x, v, H)).gradient();
    double[] down = f.at(moved(x, v, -H)).gradient();
    for (int i = 0; i < x.length; i++) {
      assertThat(product[i])
          .as("coordinate %s", i)
          .isCloseTo((up[i] - down[i]) / (2 * H), within(1e-7));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void denseHessianAgreesWithItsProduct(Network network) {
    NetworkObjective f = objective(network);
    double[] x = point(network);
    double[] v = direction(x.length);
    assertThat(times(f.hessian(x), v)).containsExactly(f.hessianTimes(x, v), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("networksWithExamplesApart")
  void fisherFromLabelsEqualsGaussNewtonFromTangents(Network network) {
    NetworkObjective f = objective(network);
    double[] x = point(network);
    double[] v = direction(x.length);
    double[][] fisher = f.fisher(x);
    assertThat(times(fisher, v)).containsExactly(f.gaussNewtonTimes(x, v), within(1e-12));
    double[] diagonal = f.fisherDiagonal(x);
    for (int i = 0; i < x.length; i++) {
      assertThat(diagonal[i]).isCloseTo(fisher[i][i], within(1e-13));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gaussNewtonIsTheOutputFisherBetweenDifferencesOfTheOutputs(Network network) {
    NetworkObjective f = objective(network);
    double[] x = point(network);
    double[] v = direction(x.length);
    double[] w = new SplittableRandom(SEED + 3).doubles(x.length, -1, 1).toArray();
    Matrix z = Matrix.of(f.outputs(x));
    Matrix jv = slope(f, x, v);
    Matrix jw = slope(f, x, w);
    Matrix image = z.copy();
    network.likelihood().fisherTimes(z, jv, image);
    double form = 0;
    double[] product = f.gaussNewtonTimes(x, v);
    for (int i = 0; i < w.length; i++) {
      form += w[i] * product[i];
    }
    assertThat(form).isCloseTo(jw.dot(image) / f.terms(), within(1e-7));
  }

  private static Matrix slope(NetworkObjective f, double[] x, double[] v) {
    Matrix up = Matrix.of(f.outputs(moved(x, v, H)));
    up.addScaled(-1, Matrix.of(f.outputs(moved(x, v, -H))));
    up.scale(0.5 / H);
    return up;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void termGradientsAreTheGradientsOfSingleExamples(Network network) {
    if (network.normalized()) {
      assertThatThrownBy(() -> objective(network).termGradients(point(network)))
          .hasMessageContaining("batch normalization");
      return;
    }
    NetworkObjective f = objective(network);
    double[] x = point(network);
    double[][] rows = f.termGradients(x);
    double[][] moment = f.gradientSecondMoment(x);
    double sum = 0;
    for (int i = 0; i < f.terms(); i++) {
      assertThat(rows[i]).containsExactly(f.batch(new int[] {i}).at(x).gradient(), within(1e-13));
      sum += rows[i][0] * rows[i][1] / f.terms();
    }
    assertThat(moment[0][1]).isCloseTo(sum, within(1e-14));
  }

  @ParameterizedTest
  @MethodSource("networksWithExamplesApart")
  void drawnResidualsHaveTheOutputFisherAsSecondMoment(Network network) {
    NetworkObjective f = objective(network);
    double[] x = point(network);
    Layered.Factors exact = factors(f, x, FisherEstimate.EXACT, 1);
    for (FisherEstimate estimate : List.of(FisherEstimate.SAMPLED, FisherEstimate.SIGNS)) {
      Layered.Factors drawn = factors(f, x, estimate, 4000);
      for (int l = 0; l < network.layers(); l++) {
        Matrix g = drawn.outputs().get(l);
        Matrix difference = g.copy();
        difference.addScaled(-1, exact.outputs().get(l));
        double scale = Math.sqrt(exact.outputs().get(l).dot(exact.outputs().get(l)));
        assertThat(Math.sqrt(difference.dot(difference)) / scale)
            .as("%s layer %s", estimate, l)
            .isLessThan(0.06);
      }
    }
  }

  private static Layered.Factors factors(
      NetworkObjective f, double[] x, FisherEstimate estimate, int draws) {
    var batch = f.open();
    BlockVector weights = f.weights(x);
    SplittableRandom random = new SplittableRandom(SEED);
    Layered.Factors sum = null;
    for (int k = 0; k < draws; k++) {
      batch.gradient(weights, f.network().zeros(Precision.DOUBLE));
      Layered.Factors one = batch.factors(estimate, random, f.terms());
      if (sum == null) {
        sum = one;
      } else {
        for (int l = 0; l < one.outputs().size(); l++) {
          sum.outputs().get(l).addScaled(1, one.outputs().get(l));
        }
      }
    }
    sum.outputs().forEach(g -> g.scale(1.0 / draws));
    return sum;
  }

  @ParameterizedTest
  @MethodSource("networksWithExamplesApart")
  void anAverageOfFactorsForgetsByItsShare(Network network) {
    NetworkObjective f = objective(network);
    var batch = f.open();
    batch.gradient(f.weights(point(network)), network.zeros(Precision.DOUBLE));
    Layered.Factors once = batch.factors(FisherEstimate.EXACT, new SplittableRandom(1), f.terms());
    Layered.Factors mean = batch.noFactors();
    batch.average(mean, 0, FisherEstimate.EXACT, new SplittableRandom(1), f.terms());
    mean.inputs().forEach(a -> a.scale(3));
    mean.outputs().forEach(g -> g.scale(3));
    batch.average(mean, 0.75, FisherEstimate.EXACT, new SplittableRandom(1), f.terms());
    for (int l = 0; l < network.layers(); l++) {
      assertMultiple(2.5, once.inputs().get(l), mean.inputs().get(l));
      assertMultiple(2.5, once.outputs().get(l), mean.outputs().get(l));
    }
  }

  private static void assertMultiple(double factor, Matrix of, Matrix actual) {
    for (int i = 0; i < of.rows(); i++) {
      for (int j = 0; j < of.columns(); j++) {
        assertThat(actual.get(i, j)).isCloseTo(factor * of.get(i, j), within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void fisherFormOfTheBatchIsTheProductsForm(Network network) {
    NetworkObjective f = objective(network);
    double[] x = point(network);
    double[] v = direction(x.length);
    var batch = f.open();
    batch.gradient(f.weights(x), network.zeros(Precision.DOUBLE));
    double[][] form = batch.fisherForm(List.of(f.weights(v), f.weights(x)), f.terms());
    double[] fv = f.fisherTimes(x, v);
    double vv = 0;
    double xv = 0;
    for (int i = 0; i < v.length; i++) {
      vv += v[i] * fv[i];
      xv += x[i] * fv[i];
    }
    assertThat(form[0][0]).isCloseTo(vv, within(1e-12));
    assertThat(form[1][0]).isCloseTo(xv, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theFastAlgebraGivesTheSameLossAndGradient(Network network) {
    NetworkObjective f = objective(network);
    double[] x = point(network);
    NetworkObjective fast = new NetworkObjective(network, f.data(), Algebras.load().fast());
    assertThat(fast.value(x)).isCloseTo(f.value(x), within(2e-6 * Math.max(1, f.value(x))));
    assertThat(fast.at(x).gradient()).containsExactly(f.at(x).gradient(), within(5e-6));
  }

  @Test
  void theSameDataInTheWrongShapeAreRefused() {
    NetworkObjective f = objective(Network.softmax(3, 4));
    assertThatThrownBy(
            () -> new NetworkObjective(Network.softmax(2, 4), f.data(), new EjmlAlgebra()))
        .hasMessageContaining("needs 2 inputs and 1 targets")
        .hasMessageContaining("has 3 and 1");
    assertThatThrownBy(() -> f.value(new double[3])).hasMessageContaining("16 parameters, got 3");
    assertThatThrownBy(() -> Network.softmax(30_000, 1000)).hasMessageContaining("at most");
  }
}
