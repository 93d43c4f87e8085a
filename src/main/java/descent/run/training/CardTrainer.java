package descent.run.training;

import descent.device.Card;
import descent.device.CardNetwork;
import descent.device.DeviceException;
import descent.linalg.Precision;
import descent.model.Dataset;
import descent.model.Scores;
import descent.optimizer.Hyperparameters;
import java.util.OptionalInt;

/** Trains on a card. */
final class CardTrainer implements Trainer {
  /** Products of a weight and an example between two turns, few enough for others to have one. */
  private static final long TURN = 1L << 31;

  private final TrainingSpec spec;
  private final CardSteps steps;
  private final Dataset train;
  private final Dataset held;
  private final CardNetwork network;

  /**
   * The network of {@code spec} on {@code card}, moved by {@code steps}.
   *
   * @throws DeviceException if the card cannot train it, saying why
   */
  CardTrainer(TrainingSpec spec, Card card, CardSteps steps) {
    this.spec = spec;
    this.steps = steps;
    train = Trainer.measured(spec.train());
    held = Trainer.measured(spec.held());
    checkRoom(spec, card);
    network =
        new CardNetwork(
            card,
            spec.network(),
            spec.network().initial(spec.seed(), Precision.FLOAT),
            spec.train(),
            spec.batch());
  }

  private static void checkRoom(TrainingSpec spec, Card card) {
    long needed = Memory.onCard(spec);
    long free = card.bound() - card.held();
    if (needed > free) {
      OptionalInt batch =
          Memory.batch(spec.batch(), free, size -> Memory.onCard(spec.withBatch(size)));
      throw new DeviceException(
          "%s has room for %,d MB, this training needs %,d MB there: %s"
              .formatted(
                  card.device().id(), free >> 20, Memory.megabytes(needed), Memory.cure(batch)));
    }
  }

  @Override
  public int most() {
    long products = (long) spec.network().parameters() * spec.batch();
    return (int) Math.max(1, Math.min(steps.most(), TURN / products));
  }

  @Override
  public double[] steps(int[] rows, Hyperparameters hyperparameters) {
    return steps.steps(network, rows, hyperparameters);
  }

  @Override
  public double gradientNorm() {
    return network.gradientNorm();
  }

  @Override
  public Scores.Score train() {
    return network.score(train);
  }

  @Override
  public Scores.Score held() {
    return network.score(held);
  }

  @Override
  public void close() {
    network.close();
  }
}
