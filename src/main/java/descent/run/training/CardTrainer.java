package descent.run.training;

import descent.device.Card;
import descent.device.CardNetwork;
import descent.device.DeviceException;
import descent.expr.Program;
import descent.linalg.Precision;
import descent.model.Dataset;
import descent.model.Scores;
import descent.optimizer.Hyperparameters;
import descent.optimizer.Rule;
import descent.optimizer.RuleOptimizer;
import descent.optimizer.RuleScalars;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Trains by an elementwise rule on a card, many small steps in one turn. */
final class CardTrainer implements Trainer {
  /** Products of a weight and an example between two turns, few enough for others to have one. */
  private static final long TURN = 1L << 31;

  private final TrainingSpec spec;
  private final RuleOptimizer optimizer;
  private final RuleScalars scalars = new RuleScalars();
  private final Dataset train;
  private final Dataset held;
  private final CardNetwork network;

  /**
   * The network of {@code spec} on {@code card}, its kernels built.
   *
   * @throws DeviceException if the card cannot train it, saying why
   */
  CardTrainer(TrainingSpec spec, Card card) {
    if (!(spec.entrant().optimizer() instanceof RuleOptimizer rule)) {
      throw new DeviceException("Devices train by elementwise rules only.");
    }
    this.spec = spec;
    optimizer = rule;
    train = Trainer.measured(spec.train());
    held = Trainer.measured(spec.held());
    network =
        new CardNetwork(
            card,
            spec.network(),
            spec.network().initial(spec.seed(), Precision.FLOAT),
            spec.train(),
            spec.batch());
  }

  @Override
  public int most() {
    long products = (long) spec.network().parameters() * spec.batch();
    return (int) Math.max(1, Math.min(CardNetwork.MOST_STEPS, TURN / products));
  }

  @Override
  public double[] steps(int[] rows, Hyperparameters h) {
    Rule rule = optimizer.rule(h);
    Program program = rule.program();
    Map<String, Double> slots =
        rule.liveSlots().stream()
            .collect(Collectors.toMap(Rule.Slot::name, slot -> slot.initial().value(h.asMap())));
    double[][] shared = new double[rows.length / spec.batch()][];
    Arrays.setAll(shared, step -> scalars.next(rule, program, h));
    return network.train(spec.train(), rows, program, slots, shared);
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
