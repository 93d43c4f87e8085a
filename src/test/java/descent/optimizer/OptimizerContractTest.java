package descent.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descent.objective.Evaluation;
import descent.objective.Formula;
import descent.objective.Objective;
import descent.objective.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every optimizer promises, for each that is registered and for their other settings. */
class OptimizerContractTest {
  private static final List<String> SETTINGS =
      List.of(
          "gd(weight_decay=0.01)",
          "gd(schedule=step,period=3,factor=0.9,warmup=2)",
          "momentum(dampening=0.5)",
          "nesterov(schedule=inverse)",
          "rmsprop(centered=1,momentum=0.5)",
          "adam(bias_correction=0)",
          "adam(amsgrad=1,weight_decay=0.01)",
          "adamw(amsgrad=1,schedule=cosine)",
          "adagrad(learning_rate_decay=0.1,initial_accumulator=0.1)",
          "lookahead(momentum,k=3,alpha=0.8)",
          "lookahead(newton(schedule=inverse_sqrt))",
          "lookahead(gd,schedule=cosine)",
          "conjugate_gradient(formula=fletcher_reeves)",
          "conjugate_gradient(formula=hestenes_stiefel)",
          "lbfgs(line_search=none)",
          "newton(damping=2)");

  static Stream<OptimizerSpec> specs() {
    return Stream.concat(
        Runs.OPTIMIZERS.all().stream().map(o -> Runs.OPTIMIZERS.parse(o.name())),
        SETTINGS.stream().map(Runs.OPTIMIZERS::parse));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void sameInputsGiveTheSameBitsAndNothingIsWritten(OptimizerSpec spec) {
    for (String name : List.of("rosenbrock", "parabola_sin", "himmelblau")) {
      isPure(spec.optimizer(), spec.hyperparameters(), problem(name));
    }
  }

  private static <S> void isPure(Optimizer<S> optimizer, Hyperparameters h, Problem problem) {
    Objective f = problem.objective();
    double[] x = problem.start();
    S state = optimizer.init(x, h);
    for (int step = 0; step < 12; step++) {
      Evaluation at = f.at(x);
      if (!at.isFinite()) {
        return;
      }
      Evaluation copy = new Evaluation(at.x().clone(), at.value(), at.gradient().clone());
      Step<S> first = optimizer.update(at, state, h, f);
      Step<S> second = optimizer.update(at, state, h, f);
      assertThat(second).usingRecursiveComparison().isEqualTo(first);
      assertThat(at).usingRecursiveComparison().isEqualTo(copy);
      x = first.x();
      state = first.state();
    }
    assertThat(problem.start()).isEqualTo(problem(problem.name()).start());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void everyStepShowsItsQuantities(OptimizerSpec spec) {
    showsQuantities(spec.optimizer(), spec.hyperparameters());
  }

  private static <S> void showsQuantities(Optimizer<S> optimizer, Hyperparameters h) {
    Problem problem = problem("himmelblau");
    Evaluation at = problem.objective().at(problem.start());
    Step<S> step = optimizer.update(at, optimizer.init(at.x(), h), h, problem.objective());
    List<Quantity> quantities = optimizer.quantities();
    assertThat(step.inner()).hasDimensions(quantities.size(), 2);
    assertThat(Arrays.stream(step.inner()).flatMapToDouble(Arrays::stream))
        .allMatch(Double::isFinite);
    assertThat(quantities).extracting(Quantity::name).doesNotHaveDuplicates();
    assertThat(quantities).noneMatch(q -> q.tex().isBlank() || q.meaning().isBlank());
    int shown = quantities.stream().map(Quantity::name).toList().indexOf("step");
    for (int i = 0; i < 2; i++) {
      assertThat(at.x()[i] + step.inner()[shown][i]).isEqualTo(step.x()[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void stepsFromAFinitePointAreFinite(OptimizerSpec spec) {
    for (Problem problem : Runs.PROBLEMS.all()) {
      List<double[]> path = Runs.path(spec, problem.objective(), problem.start(), 30);
      assertThat(path.subList(0, path.size() - 1))
          .as(problem.name())
          .allMatch(x -> Arrays.stream(x).allMatch(Double::isFinite));
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void withoutAGradientNothingMoves(OptimizerSpec spec) {
    Objective f = problem("booth").objective();
    double[] minimum = {1, 3};
    assertThat(f.at(minimum).gradient()).containsExactly(0, 0);
    List<double[]> path = Runs.path(spec, f, minimum, 12);
    boolean decays = spec.hyperparameters().asMap().getOrDefault("weight_decay", 0.0) > 0;
    if (decays) {
      assertThat(Runs.last(path)[1]).as("weight decay pulls to zero").isLessThan(3);
    } else {
      assertThat(path).allSatisfy(x -> assertThat(x).containsExactly(minimum));
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void aBowlIsDescended(OptimizerSpec spec) {
    Problem bowl = problem("five_two");
    double[] end = Runs.last(Runs.path(spec, bowl.objective(), bowl.start(), 300));
    assertThat(bowl.objective().value(end)).isLessThan(bowl.objective().value(bowl.start()) / 2);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void theWireReadsBackToTheSameBits(OptimizerSpec spec) {
    OptimizerSpec again = Runs.OPTIMIZERS.parse(spec.wire());
    assertThat(again.wire()).isEqualTo(spec.wire());
    assertThat(again.hyperparameters()).isEqualTo(spec.hyperparameters());
    Problem problem = problem("himmelblau");
    assertThat(Runs.last(Runs.path(again, problem.objective(), problem.start(), 20)))
        .containsExactly(Runs.last(Runs.path(spec, problem.objective(), problem.start(), 20)));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void everyHyperparameterIsDescribedAndItsDefaultIsAllowed(OptimizerSpec spec) {
    Optimizer<?> optimizer = spec.optimizer();
    assertThat(optimizer.title()).isNotBlank();
    assertThat(optimizer.summary()).endsWith(".");
    assertThat(optimizer.paper()).containsPattern("[12][0-9]{3}");
    assertThat(optimizer.hyperparameters())
        .extracting(Hyperparameter::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
    for (Hyperparameter h : optimizer.hyperparameters()) {
      assertThat(h.check(h.initial())).isEqualTo(h.initial());
      assertThat(h.initial()).as(h.name()).isBetween(h.low(), h.high());
      assertThat(h.check(h.high())).isEqualTo(h.high());
      assertThat(h.check(h.low())).isEqualTo(h.low());
      assertThat(h.meaning()).endsWith(".");
      assertThatThrownBy(() -> h.check(Double.NaN)).hasMessageContaining("got NaN");
      assertThatThrownBy(() -> h.check(Double.POSITIVE_INFINITY)).hasMessageContaining("must be");
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void anObjectiveThatLacksSomethingIsRefusedInOneSentence(OptimizerSpec spec) {
    Objective once = withoutSecondDerivatives(problem("himmelblau").objective());
    double[] start = {0, 0.5};
    if (spec.optimizer().needs().isInstance(once)) {
      assertThat(Runs.path(spec, once, start, 5)).hasSize(6);
    } else {
      assertThatThrownBy(() -> Runs.path(spec, once, start, 5))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("needs second derivatives, which this objective does not have.");
    }
  }

  private static Objective withoutSecondDerivatives(Formula formula) {
    return new Objective() {
      @Override
      public int dimension() {
        return formula.dimension();
      }

      @Override
      public double value(double[] x) {
        return formula.value(x);
      }

      @Override
      public Evaluation at(double[] x) {
        return formula.at(x);
      }
    };
  }

  private static Problem problem(String name) {
    return Runs.PROBLEMS.of(name, Map.of());
  }
}
