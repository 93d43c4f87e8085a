package descent.run.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import descent.device.Card;
import descent.device.OnEachCard;
import descent.linalg.Activation;
import descent.linalg.Algebras;
import descent.linalg.DenseAlgebra;
import descent.linalg.Matrix;
import descent.linalg.Precision;
import descent.model.Dataset;
import descent.model.Likelihood;
import descent.model.Network;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Optimizers;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {
  private static final DenseAlgebra FAST = Algebras.load().fast();

  private static Dataset data(int examples, int inputs) {
    Matrix x = Precision.FLOAT.zeros(examples, inputs);
    Matrix labels = Precision.FLOAT.zeros(examples, 1);
    for (int i = 0; i < examples; i++) {
      x.set(i, i % inputs, 1);
      labels.set(i, 0, i % 2);
    }
    return new Dataset("ones", x, labels, 2, "");
  }

  private static TrainingSpec spec(Dataset data, String wire, int batch, Integer... widths) {
    OptimizerSpec entrant = new Optimizers().parse(wire);
    Network network = Network.of(new Likelihood.Categorical(), Activation.TANH, widths);
    return TrainingSpec.of(network, data, batch, 3, 3, 1, entrant);
  }

  /** 2-3-2: 17 weights; a row has 3 + 4 inputs, sums and δ of 4 + 2 numbers each and its class. */
  @Test
  void aSmallTrainingHoldsWhatIsCountedByHand() {
    int row = 7 + 2 * 6 + 1;
    int shared = 2 * 17 + 5 * row + 60 * row;
    TrainingSpec adam = spec(data(60, 2), "adam", 5, 2, 3, 2);
    assertThat(Memory.of(adam, Precision.FLOAT)).isEqualTo(4 * (shared + 2 * 17));
    assertThat(Memory.of(adam, Precision.DOUBLE)).isEqualTo(8 * (shared + 2 * 17));
    TrainingSpec kfac = spec(data(60, 2), "kfac", 5, 2, 3, 2);
    int factors = 3 * 3 + 3 * 3 + 4 * 4 + 2 * 2;
    assertThat(Memory.of(kfac, Precision.FLOAT))
        .isEqualTo(4 * (shared + 3 * factors + 3 * 16 + 3 * 17 + 5 * row));
  }

  /** What stays is no more than what is reckoned, and that no more than all that was allocated. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gd|300",
        "adam|300",
        "adam(amsgrad=1)|300",
        "kfac|300",
        "kfac(quadratic=1,part=0.25)|300",
        "lbfgs|200",
        "hessian_free|200",
        "natural_gradient_cg|200",
        "lookahead|200",
        "natural_gradient|12",
        "diagonal_fisher|60",
      })
  void whatIsReckonedLiesBetweenWhatStaysAndWhatWasAllocated(String wire, int width) {
    TrainingSpec spec = spec(data(1200, 100), wire, 100, 100, width, width, 2);
    long reckoned = Memory.of(spec, Precision.FLOAT);
    steps(spec);
    long before = used();
    long start = allocated();
    Training.Frames frames = steps(spec);
    long all = allocated() - start;
    long stays = used() - before;
    assertThat(frames.step()).isEqualTo(3);
    assertThat(reckoned).isBetween((long) (0.98 * stays), (long) (1.02 * all));
  }

  private static Training.Frames steps(TrainingSpec spec) {
    Training.Frames frames = new Training(spec, FAST).iterator();
    while (frames.hasNext()) {
      frames.next();
    }
    return frames;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static long used() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @OnEachCard
  void aCardHoldsNoMoreThanWasReckonedForIt(Card card) {
    for (String wire : new String[] {"adam", "kfac"}) {
      TrainingSpec spec = spec(data(1200, 100), wire, 100, 100, 300, 300, 2);
      CardSteps steps =
          wire.equals("kfac")
              ? new CardKfac(spec, FAST)
              : new CardRule(
                  (descent.optimizer.RuleOptimizer) spec.entrant().optimizer(), spec.train(), 100);
      try (CardTrainer trainer = new CardTrainer(spec, card, steps)) {
        trainer.steps(new int[100], spec.entrant().hyperparameters());
        trainer.train();
        assertThat(Memory.onCard(spec)).isBetween(card.held(), 2 * card.held());
      }
    }
    assertThat(card.held()).isZero();
  }
}
