package descent.run.training;

import descent.device.CardKronecker;
import descent.device.CardNetwork;
import descent.device.DeviceException;
import descent.linalg.DenseAlgebra;
import descent.linalg.FloatMatrix;
import descent.linalg.Matrix;
import descent.model.Dataset;
import descent.model.Likelihood;
import descent.objective.FisherEstimate;
import descent.optimizer.Hyperparameters;
import descent.optimizer.KfacSettings;
import java.util.Optional;
import java.util.SplittableRandom;

/** Steps of K-FAC, whose factors, velocity and weights stay on the card. */
final class CardKfac implements CardSteps {
  private final Dataset train;
  private final Likelihood likelihood;
  private final int outputs;
  private final int batch;
  private final DenseAlgebra algebra;
  private Optional<CardKronecker> made = Optional.empty();
  private double damping;
  private double asked = -1;
  private int steps;
  private int updates;

  /**
   * @param algebra inverts the factors
   */
  CardKfac(TrainingSpec spec, DenseAlgebra algebra) {
    train = spec.train();
    likelihood = spec.network().likelihood();
    outputs = spec.network().outputs();
    batch = spec.batch();
    this.algebra = algebra;
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public double[] steps(CardNetwork network, int[] rows, Hyperparameters h) {
    KfacSettings settings = KfacSettings.of(h);
    if (settings.quadratic()) {
      throw new DeviceException("Devices do not fit K-FAC's quadratic model.");
    }
    double loss = network.pass(train, rows);
    if (Double.isFinite(loss)) {
      step(network, rows, settings, loss);
    }
    return new double[] {loss};
  }

  private void step(CardNetwork network, int[] rows, KfacSettings settings, double loss) {
    CardKronecker kronecker = made.orElseGet(() -> new CardKronecker(network, algebra));
    made = Optional.of(kronecker);
    if (asked != settings.damping() || !settings.adapt()) {
      asked = settings.damping();
      damping = asked;
    }
    steps++;
    int used = settings.rowsOf(batch);
    refresh(kronecker, rows, settings, used);
    double slope = kronecker.precondition();
    kronecker.move(settings.momentum(), rate(settings, slope));
    boolean adapts = settings.adaptsAfter(steps);
    double predicted = adapts ? kronecker.predicted(damping, used) : 0;
    kronecker.step();
    if (adapts) {
      damping = KfacSettings.adapted(damping, (network.lossAgain() - loss) / predicted);
    }
  }

  private void refresh(CardKronecker kronecker, int[] rows, KfacSettings settings, int used) {
    if (settings.averagesIn(steps)) {
      updates++;
      SplittableRandom random = new SplittableRandom(steps);
      FisherEstimate estimate = settings.estimate();
      int passes = estimate == FisherEstimate.EXACT ? outputs : 1;
      double keep = Math.min(1 - 1.0 / updates, settings.decay());
      kronecker.factors(
          (k, z, delta) -> draw(estimate, k, z, delta, random, rows), passes, used, keep);
    }
    if (settings.invertsIn(steps)) {
      kronecker.invert(damping, settings.pi());
    }
  }

  private void draw(
      FisherEstimate estimate,
      int k,
      FloatMatrix z,
      FloatMatrix delta,
      SplittableRandom random,
      int[] rows) {
    switch (estimate) {
      case EXACT -> likelihood.fisherRoot(k, z, delta);
      case SAMPLED -> likelihood.sample(z, random, delta);
      case EMPIRICAL -> likelihood.residual(z, targets(z.rows(), rows), delta);
      case SIGNS -> likelihood.signs(z, random, delta);
    }
  }

  private Matrix targets(int count, int[] rows) {
    Matrix targets = algebra.zeros(count, train.targets().columns());
    for (int i = 0; i < count; i++) {
      targets.copyRow(i, train.targets(), rows[i]);
    }
    return targets;
  }

  private static double rate(KfacSettings settings, double slope) {
    double rate = settings.learningRate();
    if (settings.klClip() == 0) {
      return rate;
    }
    double change = Math.max(rate * rate * slope, Double.MIN_NORMAL);
    return rate * Math.min(1, Math.sqrt(settings.klClip() / change));
  }
}
