package descent.run.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descent.linalg.Activation;
import descent.linalg.Algebras;
import descent.linalg.DenseAlgebra;
import descent.linalg.Precision;
import descent.model.Batches;
import descent.model.Dataset;
import descent.model.Digits;
import descent.model.Generated;
import descent.model.Likelihood;
import descent.model.Network;
import descent.model.NetworkObjective;
import descent.objective.Evaluation;
import descent.objective.Objective;
import descent.optimizer.Hyperparameters;
import descent.optimizer.Optimizer;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Optimizers;
import descent.optimizer.RuleOptimizer;
import descent.optimizer.Step;
import descent.run.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingTest {
  private static final long SEED = 4;
  private static final Algebras ALGEBRAS = Algebras.load();
  private static final Optimizers OPTIMIZERS = new Optimizers();
  private static final Dataset BLOBS = Generated.points(Generated.Shape.BLOBS, 60, 0.5, 0.1, SEED);
  private static final Network SMALL =
      Network.of(new Likelihood.Categorical(), Activation.TANH, 2, 6, 3);

  private static TrainingSpec spec(String wire, int steps) {
    return TrainingSpec.of(SMALL, BLOBS, 20, steps, 1, SEED, OPTIMIZERS.parse(wire));
  }

  private static List<TrainingFrame> frames(TrainingSpec spec, DenseAlgebra algebra) {
    List<TrainingFrame> frames = new ArrayList<>();
    new Training(spec, algebra).forEach(frames::add);
    return frames;
  }

  private static double[] losses(TrainingSpec spec, DenseAlgebra algebra) {
    return frames(spec, algebra).stream().mapToDouble(f -> f.train().loss()).toArray();
  }

  static Stream<String> everyOptimizer() {
    return Stream.concat(
        OPTIMIZERS.all().stream().filter(RuleOptimizer.class::isInstance).map(Optimizer::name),
        OPTIMIZERS.ofModels().stream().map(Optimizer::name));
  }

  /** The same training by pure updates on the coordinates of each batch. */
  private static <S> double[] byUpdates(TrainingSpec spec, Optimizer<S> optimizer) {
    NetworkObjective whole =
        new NetworkObjective(spec.network(), spec.train(), ALGEBRAS.reference());
    Batches batches = new Batches(spec.train().size(), spec.batch(), spec.seed());
    double[] x = spec.network().coordinates(spec.network().initial(spec.seed(), Precision.DOUBLE));
    S state = optimizer.init(x, spec.entrant().hyperparameters());
    double[] losses = new double[spec.steps() + 1];
    losses[0] = whole.value(x);
    for (int t = 0; t < spec.steps(); t++) {
      Objective batch = whole.batch(batches.rows(t));
      Evaluation at = batch.at(x);
      Step<S> step = optimizer.update(at, state, spec.entrant().hyperparameters(), batch);
      x = step.x();
      state = step.state();
      losses[t + 1] = whole.value(x);
    }
    return losses;
  }

  @ParameterizedTest
  @MethodSource("everyOptimizer")
  void trainingIsTheOptimizersPureUpdatesOnTheSameBatches(String name) {
    TrainingSpec spec = spec(name, 12);
    assertThat(losses(spec, ALGEBRAS.reference()))
        .containsExactly(byUpdates(spec, spec.entrant().optimizer()), within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("everyOptimizer")
  void theFastAlgebraFollowsTheReference(String name) {
    boolean damped = OPTIMIZERS.ofModels().stream().anyMatch(o -> o.name().equals(name));
    TrainingSpec spec = spec(damped ? name + "(damping=0.1)" : name, 5);
    double[] reference = losses(spec, ALGEBRAS.reference());
    double[] fast = losses(spec, ALGEBRAS.fast());
    for (int t = 0; t < reference.length; t++) {
      double allowed = 2e-3 * Math.max(1, reference[t]);
      assertThat(fast[t]).as("step %s", t).isCloseTo(reference[t], within(allowed));
    }
  }

  @Test
  void weightDecayAndSchedulesOfHyperparametersEnterTheLoop() {
    for (String wire :
        List.of("adam(weight_decay=0.1)", "momentum(weight_decay=0.1,dampening=0.2)")) {
      TrainingSpec spec = spec(wire, 8);
      assertThat(losses(spec, ALGEBRAS.reference()))
          .containsExactly(byUpdates(spec, spec.entrant().optimizer()), within(1e-12));
    }
  }

  @Test
  void equalSpecificationsGiveEqualFramesAndIteratorsStartAnew() {
    Training training = new Training(spec("adam", 30), ALGEBRAS.fast());
    List<TrainingFrame> first = new ArrayList<>();
    training.forEach(first::add);
    List<TrainingFrame> second = new ArrayList<>();
    training.forEach(second::add);
    assertThat(first).hasSize(31).isEqualTo(second);
    assertThat(first.get(30).examples()).isEqualTo(600);
  }

  @Test
  void anEditTakesOverFromItsStep() {
    OptimizerSpec entrant = OPTIMIZERS.parse("gd(learning_rate=0.1)");
    Hyperparameters still =
        Hyperparameters.of(
            "gd", entrant.optimizer().hyperparameters(), Map.of("learning_rate", 1e-300));
    TrainingSpec edited =
        new TrainingSpec(
            SMALL, BLOBS, BLOBS, 20, 9, 1, SEED, entrant, new TreeMap<>(Map.of(5, still)));
    double[] losses = losses(edited, ALGEBRAS.reference());
    double[] unedited = losses(spec("gd(learning_rate=0.1)", 9), ALGEBRAS.reference());
    for (int t = 0; t <= 9; t++) {
      assertThat(losses[t]).isEqualTo(unedited[Math.min(t, 5)]);
    }
  }

  @Test
  void aTrainingThatDivergesStopsAndSaysSo() {
    Network linear = Network.linear(2, 1);
    Dataset line = new Dataset("blobs", BLOBS.inputs(), BLOBS.targets(), 0, "");
    TrainingSpec spec =
        TrainingSpec.of(
            linear, line, 20, 5000, 1000, SEED, OPTIMIZERS.parse("gd(learning_rate=9)"));
    Training.Frames frames = new Training(spec, ALGEBRAS.reference()).iterator();
    while (frames.hasNext()) {
      frames.next();
    }
    assertThat(frames.stop().reason()).isEqualTo(Stop.Reason.DIVERGED);
    assertThat(frames.stop().message()).contains("diverged");
  }

  @Test
  void kfacIsAheadOfMomentumOnDigits() {
    Dataset digits = Digits.load();
    Network network = Network.of(new Likelihood.Categorical(), Activation.TANH, 64, 32, 16, 10);
    TrainingSpec kfac =
        TrainingSpec.of(
            network, digits, 256, 60, 60, SEED, OPTIMIZERS.parse("kfac(damping=0.003)"));
    TrainingSpec momentum =
        TrainingSpec.of(
            network,
            digits,
            256,
            60,
            60,
            SEED,
            OPTIMIZERS.parse("momentum(learning_rate=0.3,momentum=0.9)"));
    double fast = last(frames(kfac, ALGEBRAS.fast())).train().loss();
    double slow = last(frames(momentum, ALGEBRAS.fast())).train().loss();
    assertThat(fast).isLessThan(0.5 * slow);
    assertThat(last(frames(kfac, ALGEBRAS.fast())).train().accuracy()).isGreaterThan(0.97);
  }

  private static TrainingFrame last(List<TrainingFrame> frames) {
    return frames.get(frames.size() - 1);
  }

  @Test
  void theHeldOutSetIsMeasuredApart() {
    Dataset.Split split = Digits.load().split(0.3, SEED);
    Network network = Network.softmax(64, 10);
    TrainingSpec spec =
        new TrainingSpec(
            network,
            split.train(),
            split.test(),
            100,
            20,
            20,
            SEED,
            OPTIMIZERS.parse("gd(learning_rate=0.5)"),
            new TreeMap<>());
    TrainingFrame end = last(frames(spec, ALGEBRAS.fast()));
    assertThat(end.held().loss()).isNotEqualTo(end.train().loss());
    assertThat(end.held().accuracy()).isGreaterThan(0.8);
  }

  @Test
  void badSpecificationsAreRefusedWithTheirNumbers() {
    OptimizerSpec gd = OPTIMIZERS.parse("gd");
    assertThatThrownBy(() -> TrainingSpec.of(SMALL, BLOBS, 61, 5, 1, SEED, gd))
        .hasMessageContaining("1 to 60 examples")
        .hasMessageContaining("got 61");
    assertThatThrownBy(() -> TrainingSpec.of(SMALL, BLOBS, 20, 0, 1, SEED, gd))
        .hasMessageContaining("got 0 and 1");
  }

  @Test
  void aSingularFisherMatrixWithoutDampingStopsTheTrainingAndIsNamed() {
    Training.Frames frames =
        new Training(spec("natural_gradient(damping=0)", 3), ALGEBRAS.reference()).iterator();
    frames.next();
    frames.proceed(() -> true);
    assertThat(frames.step()).isZero();
    assertThat(frames.stop().reason()).isEqualTo(Stop.Reason.STUCK);
    assertThat(frames.stop().message()).contains("singular with damping 0; raise the damping");
  }
}
