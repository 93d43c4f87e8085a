package descent.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descent.linalg.Activation;
import descent.linalg.EjmlAlgebra;
import descent.linalg.Precision;
import descent.model.Dataset;
import descent.model.Generated;
import descent.model.Likelihood;
import descent.model.LinearTruth;
import descent.model.Network;
import descent.model.NetworkObjective;
import descent.objective.Evaluation;
import descent.objective.Formula;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecondOrderTest {
  private static final NetworkObjective CLASSIFIER =
      new NetworkObjective(
          Network.of(new Likelihood.Categorical(), Activation.TANH, 2, 5, 2),
          Generated.points(Generated.Shape.MOONS, 80, 0.2, 0, 1),
          new EjmlAlgebra());

  static Stream<Optimizer<?>> ofModels() {
    return new Optimizers().ofModels().stream();
  }

  private static <S> double[] run(
      Optimizer<S> optimizer, Map<String, Double> given, NetworkObjective f, int steps) {
    Hyperparameters h = Hyperparameters.of(optimizer.name(), optimizer.hyperparameters(), given);
    double[] x = f.network().coordinates(f.network().initial(3, Precision.DOUBLE));
    S state = optimizer.init(x, h);
    for (int t = 0; t < steps; t++) {
      Evaluation at = f.at(x);
      Step<S> step = optimizer.update(at, state, h, f);
      Step<S> again = optimizer.update(at, state, h, f);
      assertThat(again.x()).as("pure").isEqualTo(step.x());
      assertThat(step.inner()).hasNumberOfRows(optimizer.quantities().size());
      x = step.x();
      state = step.state();
    }
    return x;
  }

  @ParameterizedTest
  @MethodSource("ofModels")
  void lowersTheLossOfAClassifier(Optimizer<?> optimizer) {
    Map<String, Double> slow =
        optimizer instanceof HessianFree || optimizer instanceof Kfac
            ? Map.of()
            : Map.of("learning_rate", 0.1, "damping", 0.1);
    double before = CLASSIFIER.value(run(optimizer, slow, CLASSIFIER, 0));
    double after = CLASSIFIER.value(run(optimizer, slow, CLASSIFIER, 30));
    assertThat(after).isLessThan(0.8 * before);
  }

  @ParameterizedTest
  @MethodSource("ofModels")
  void saysWhatAPlainFunctionLacks(Optimizer<?> optimizer) {
    Formula f = Formula.of("x^2 + y^2", Map.of());
    Hyperparameters h = Hyperparameters.of(optimizer.name(), optimizer.hyperparameters(), Map.of());
    assertThatThrownBy(() -> update(optimizer, h, f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(optimizer.name() + " needs");
    assertThat(optimizer.needs().isInstance(f)).isFalse();
    assertThat(optimizer.needs().isInstance(CLASSIFIER)).isTrue();
    assertThat(optimizer.tex(h)).isNotBlank().doesNotContain("%");
  }

  private static <S> void update(Optimizer<S> optimizer, Hyperparameters h, Formula f) {
    double[] x = {1, 1};
    optimizer.update(f.at(x), optimizer.init(x, h), h, f);
  }

  @Test
  void naturalGradientAndKfacSolveALinearGaussianModelInOneStep() {
    Dataset line = new LinearTruth(1, 2, 0.5, 0.3).draw(50, 2);
    NetworkObjective f = new NetworkObjective(Network.linear(1, 0.7), line, new EjmlAlgebra());
    Map<String, Double> undamped = Map.of("damping", 0.0);
    double[] natural = run(SecondOrder.all().get(0), undamped, f, 1);
    assertThat(f.at(natural).gradientNorm()).isLessThan(1e-12);
    Map<String, Double> kfac =
        Map.of("damping", 1e-12, "momentum", 0.0, "adapt", 0.0, "fisher", 2.0, "kl_clip", 0.0);
    double[] kronecker = run(new Kfac(), kfac, f, 1);
    assertThat(kronecker).containsExactly(natural, within(1e-4));
  }

  @Test
  void theQuadraticModelOfKfacAlsoLowersTheLoss() {
    Map<String, Double> quadratic = Map.of("quadratic", 1.0, "damping", 0.3);
    double before = CLASSIFIER.value(run(new Kfac(), quadratic, CLASSIFIER, 0));
    assertThat(CLASSIFIER.value(run(new Kfac(), quadratic, CLASSIFIER, 20)))
        .isLessThan(0.5 * before);
  }

  @Test
  void conjugateGradientSolvesInAsManyStepsAsDimensions() {
    double[][] a = {{4, 1, 0}, {1, 3, 1}, {0, 1, 2}};
    double[] x =
        ProductSolver.solve(
            v -> new double[] {Vectors.dot(a[0], v), Vectors.dot(a[1], v), Vectors.dot(a[2], v)},
            new double[] {1, 2, 3},
            new double[3],
            3,
            0);
    assertThat(Vectors.dot(a[0], x)).isCloseTo(1, within(1e-12));
    assertThat(Vectors.dot(a[2], x)).isCloseTo(3, within(1e-12));
  }
}
