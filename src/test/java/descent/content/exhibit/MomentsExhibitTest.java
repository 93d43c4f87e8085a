package descent.content.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descent.content.exhibit.MomentsExhibit.Moment;
import descent.linalg.Activation;
import descent.linalg.Algebras;
import descent.model.Digits;
import descent.model.Likelihood;
import descent.model.Network;
import descent.model.NetworkObjective;
import descent.run.Query;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MomentsExhibitTest {
  private static final MomentsExhibit PLAIN = MomentsExhibit.plain(Algebras.onDemand());

  private static MomentsExhibit of(int batch, int step) {
    return PLAIN.with(
        new Query(
            Map.of(
                "batch", List.of(Integer.toString(batch)),
                "step", List.of(Integer.toString(step)))));
  }

  /** Adam written out once more: β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, all examples in each batch. */
  @Test
  void theDiagonalsAreThoseOfTheDenseMatricesAlongAdamsPath() {
    var softmax =
        new Network(List.of(64, 10), Activation.TANH, new Likelihood.Categorical(), false, false);
    var objective =
        new NetworkObjective(
            softmax,
            Digits.load().first(MomentsExhibit.EXAMPLES),
            Algebras.onDemand().get().fastDouble());
    int n = softmax.parameters();
    double[] x = new double[n];
    double[] m = new double[n];
    double[] v = new double[n];
    double[] before = x;
    for (int t = 1; t <= 10; t++) {
      double[] g = objective.at(x).gradient();
      before = x.clone();
      for (int i = 0; i < n; i++) {
        m[i] = 0.9 * m[i] + 0.1 * g[i];
        v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
        double average = v[i] / (1 - Math.pow(0.999, t));
        x[i] -= 0.01 * m[i] / (1 - Math.pow(0.9, t)) / (Math.sqrt(average) + 1e-8);
      }
    }
    Moment moment = of(MomentsExhibit.EXAMPLES, 10).now();
    double[][] fisher = objective.fisher(before);
    double[][] empirical = objective.gradientSecondMoment(before);
    for (int i = 0; i < n; i++) {
      assertThat(moment.adam()[i]).isCloseTo(v[i] / (1 - Math.pow(0.999, 10)), within(1e-9));
      assertThat(moment.fisher()[i]).isCloseTo(fisher[i][i], within(1e-9));
      assertThat(moment.empirical()[i]).isCloseTo(empirical[i][i], within(1e-9));
    }
  }

  @Test
  void theLikenessIsThereForSmallBatchesAndGoneForAllExamples() {
    Map<String, Double> small = of(10, 100).quantities();
    assertThat(small.get("cosine_adam"))
        .isGreaterThan(0.9)
        .isGreaterThan(small.get("cosine_empirical"));
    assertThat(small.get("size_times_batch")).isBetween(0.9, 1.2);
    assertThat(small.get("size_empirical")).isLessThan(0.5);
    assertThat(of(MomentsExhibit.EXAMPLES, 100).quantities().get("cosine_adam")).isLessThan(0.5);
  }

  @Test
  void aStepBetweenTwoThatAreKeptShowsTheEarlier() {
    assertThat(of(10, 99).now().step()).isEqualTo(50);
    assertThat(of(10, 1000).now().step()).isEqualTo(1000);
  }
}
