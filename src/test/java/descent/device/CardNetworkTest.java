package descent.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descent.expr.Expr;
import descent.expr.Program;
import descent.expr.Program.Assignment;
import descent.linalg.Activation;
import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.linalg.EjmlAlgebra;
import descent.linalg.Matrix;
import descent.linalg.Precision;
import descent.model.Dataset;
import descent.model.Likelihood;
import descent.model.Network;
import descent.model.NetworkBatch;
import descent.model.Scores;
import java.util.List;
import java.util.Map;
import java.util.Random;

class CardNetworkTest {
  private static final DenseAlgebra EXACT = new EjmlAlgebra();
  private static final List<Likelihood> LIKELIHOODS =
      List.of(
          new Likelihood.Gaussian(0.7), new Likelihood.Bernoulli(), new Likelihood.Categorical());

  private static Network network(Likelihood likelihood, Activation activation) {
    return Network.of(likelihood, activation, 7, 20, 70, 5);
  }

  private static Dataset data(Likelihood likelihood) {
    Random random = new Random(3);
    Matrix inputs = EXACT.zeros(90, 7);
    Matrix targets = EXACT.zeros(90, likelihood.targets(5));
    for (int i = 0; i < 90; i++) {
      for (int j = 0; j < 7; j++) {
        inputs.set(i, j, (float) random.nextGaussian());
      }
      for (int j = 0; j < targets.columns(); j++) {
        targets.set(i, j, likelihood instanceof Likelihood.Categorical ? i % 5 : (i + j) % 2);
      }
    }
    return new Dataset("random", inputs, targets, 5, "");
  }

  @OnEachCard
  void lossGradientAndScoreAreThoseOfTheReference(Card card) {
    int[] rows = {3, 1, 4, 15, 9, 26, 5, 35, 89, 79, 32, 38, 46};
    for (Likelihood likelihood : LIKELIHOODS) {
      for (Activation activation : Activation.values()) {
        Network network = network(likelihood, activation);
        Dataset data = data(likelihood);
        BlockVector weights = network.initial(5, Precision.FLOAT);
        BlockVector exact = network.zeros(Precision.DOUBLE);
        exact.copy(weights);
        NetworkBatch batch = new NetworkBatch(network, EXACT, rows.length);
        batch.load(data, rows);
        BlockVector gradient = exact.zeros();
        double loss = batch.gradient(exact, gradient);
        Scores.Score score = new Scores(network, data, EXACT).of(exact);
        try (CardNetwork ours = new CardNetwork(card, network, weights, data, rows.length)) {
          String name = likelihood + " " + activation;
          assertThat(ours.pass(data, rows)).as(name).isCloseTo(loss, within(1e-5 * loss));
          BlockVector off = exact.zeros();
          off.copy(ours.gradient());
          off.addScaled(-1, gradient);
          assertThat(off.norm()).as(name).isLessThan(2e-5 * gradient.norm());
          assertThat(ours.gradientNorm())
              .as(name)
              .isCloseTo(gradient.norm(), within(1e-4 * gradient.norm()));
          Scores.Score found = ours.score(data);
          assertThat(found.loss()).as(name).isCloseTo(score.loss(), within(1e-5 * score.loss()));
          assertThat(Double.compare(found.accuracy(), score.accuracy())).as(name).isZero();
        }
      }
    }
    assertThat(card.held()).isZero();
  }

  @OnEachCard
  void stepsMoveTheWeightsByTheRule(Card card) {
    Likelihood likelihood = new Likelihood.Categorical();
    Network network = network(likelihood, Activation.TANH);
    Dataset data = data(likelihood);
    BlockVector weights = network.initial(5, Precision.FLOAT);
    Program momentum =
        new Program(
            List.of("x", "g", "v"),
            List.of("eta", "beta"),
            List.of(
                new Assignment("v", Expr.parse("beta*v + g")),
                new Assignment("x", Expr.parse("x - eta*v"))));
    int[] rows = new int[3 * 30];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    double[][] scalars = {{0.1, 0.9}, {0.2, 0.9}, {0.05, 0.5}};
    BlockVector exact = network.zeros(Precision.DOUBLE);
    exact.copy(weights);
    BlockVector velocity = exact.zeros();
    BlockVector gradient = exact.zeros();
    NetworkBatch batch = new NetworkBatch(network, EXACT, 30);
    double[] losses = new double[3];
    for (int step = 0; step < 3; step++) {
      batch.load(data, java.util.Arrays.copyOfRange(rows, 30 * step, 30 * step + 30));
      losses[step] = batch.gradient(exact, gradient);
      velocity.scale(scalars[step][1]);
      velocity.addScaled(1, gradient);
      exact.addScaled(-scalars[step][0], velocity);
    }
    try (CardNetwork ours = new CardNetwork(card, network, weights, data, 30)) {
      double[] found = ours.train(data, rows, momentum, Map.of("v", 0.0), scalars);
      for (int step = 0; step < 3; step++) {
        assertThat(found[step]).isCloseTo(losses[step], within(1e-5 * losses[step]));
      }
      BlockVector off = exact.zeros();
      off.copy(ours.weights());
      off.addScaled(-1, exact);
      assertThat(off.norm()).isLessThan(1e-5 * exact.norm());
    }
    assertThat(card.held()).isZero();
  }

  @OnEachCard
  void aNetworkThatIsNotPlainIsRefused(Card card) {
    Likelihood likelihood = new Likelihood.Categorical();
    Network network = new Network(List.of(7, 5), Activation.TANH, likelihood, false, true);
    BlockVector weights = network.zeros(Precision.FLOAT);
    assertThatThrownBy(() -> new CardNetwork(card, network, weights, data(likelihood), 3))
        .isInstanceOf(DeviceException.class)
        .hasMessage("Devices train plain networks only.");
  }
}
