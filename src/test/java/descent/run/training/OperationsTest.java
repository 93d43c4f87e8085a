package descent.run.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descent.linalg.Activation;
import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.linalg.EjmlAlgebra;
import descent.linalg.Matrix;
import descent.linalg.Precision;
import descent.model.Dataset;
import descent.model.Likelihood;
import descent.model.Network;
import descent.model.ShardedBatch;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Optimizers;
import descent.optimizer.WeightStepper;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The count by formulas beside the operations that steps are seen to ask for. */
class OperationsTest {
  private static final int BATCH = 12;
  private static final int STEPS = 11;
  private static final Network NETWORK =
      Network.of(new Likelihood.Categorical(), Activation.TANH, 5, 4, 4, 3);

  /** Computes as another algebra does, and counts. */
  private static final class Counting implements DenseAlgebra {
    private final DenseAlgebra within = new EjmlAlgebra();
    private double operations;

    @Override
    public String name() {
      return within.name();
    }

    @Override
    public Precision precision() {
      return within.precision();
    }

    @Override
    public void multiply(
        boolean ta, boolean tb, double alpha, Matrix a, Matrix b, double beta, Matrix c) {
      operations += 2.0 * c.rows() * c.columns() * (ta ? a.rows() : a.columns());
      within.multiply(ta, tb, alpha, a, b, beta, c);
    }

    @Override
    public void gram(double alpha, Matrix a, double beta, Matrix c) {
      operations += (double) a.rows() * a.columns() * a.columns();
      within.gram(alpha, a, beta, c);
    }

    @Override
    public Optional<Cholesky> cholesky(Matrix a) {
      operations += Math.pow(a.rows(), 3);
      return within.cholesky(a);
    }

    @Override
    public double[] eigenvalues(Matrix a) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Eigen eigen(Matrix a) {
      throw new UnsupportedOperationException();
    }
  }

  private static double counted(OptimizerSpec entrant) {
    Counting algebra = new Counting();
    Matrix inputs = algebra.zeros(BATCH, 5);
    Matrix labels = algebra.zeros(BATCH, 1);
    for (int i = 0; i < BATCH; i++) {
      for (int j = 0; j < 5; j++) {
        inputs.set(i, j, Math.sin(1 + i + 7 * j));
      }
      labels.set(i, 0, i % 3);
    }
    ShardedBatch batch = new ShardedBatch(NETWORK, algebra, BATCH, 1);
    batch.load(new Dataset("waves", inputs, labels, 3, ""), IntStream.range(0, BATCH).toArray());
    BlockVector weights = NETWORK.initial(1, Precision.DOUBLE);
    BlockVector gradient = weights.zeros();
    WeightStepper stepper = WeightStepper.of(entrant.optimizer());
    for (int step = 0; step < STEPS; step++) {
      stepper.step(batch, weights, gradient, entrant.hyperparameters());
    }
    return algebra.operations;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gd(learning_rate=0.1)",
        "adam",
        "kfac",
        "kfac(factors_every=1, inverse_every=1)",
        "kfac(factors_every=2, inverse_every=4, adapt=0)",
        "kfac(fisher=exact, part=0.3)",
        "kfac(quadratic=1, part=0.5)",
      })
  void formulasGiveWhatStepsAreSeenToAskFor(String wire) {
    OptimizerSpec entrant = new Optimizers().parse(wire);
    Operations known = Operations.of(NETWORK, BATCH, entrant, STEPS);
    assertThat(known.total()).isEqualTo(counted(entrant));
  }

  @Test
  void otherOptimizersAreNotCounted() {
    OptimizerSpec newton = new Optimizers().parse("newton");
    assertThatThrownBy(() -> Operations.of(NETWORK, BATCH, newton, 1))
        .hasMessage("operations are counted of elementwise rules and of kfac, not of newton");
  }
}
