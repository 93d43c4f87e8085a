package descent.bench;

import descent.linalg.Activation;
import descent.linalg.Algebras;
import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.linalg.FloatMatrix;
import descent.linalg.Matrix;
import descent.linalg.Precision;
import descent.model.Dataset;
import descent.model.Likelihood;
import descent.model.Network;
import descent.model.ShardedBatch;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.WeightStepper;
import descent.run.Catalog;
import java.util.List;
import java.util.SplittableRandom;

/** Single training steps on this processor, with random data. */
final class TrainingBenchmarks {
  /** Examples of the random data. */
  static final int EXAMPLES = 4096;

  private final Catalog catalog;
  private final int threads;

  TrainingBenchmarks(Catalog catalog, int threads) {
    this.catalog = catalog;
    this.threads = threads;
  }

  /** 784-128-10 with rectified units and ten classes. */
  static Network small() {
    return Network.of(new Likelihood.Categorical(), Activation.RELU, 784, 128, 10);
  }

  List<Benchmark> all() {
    Network large = Network.deepAutoencoder();
    return List.of(
        step("mlp_784_128_10_b128_sgd_step_ms", small(), 128, "sgd(learning_rate=0.01)"),
        step("mlp_784_128_10_b128_adam_step_ms", small(), 128, "adam(learning_rate=0.001)"),
        step("autoencoder_b512_sgd_step_ms", large, 512, "sgd(learning_rate=0.001)"),
        step("autoencoder_b512_adam_step_ms", large, 512, "adam(learning_rate=0.001)"));
  }

  private Benchmark step(String key, Network network, int batch, String wire) {
    String meaning = "One step of %s, batch %d, in single precision.".formatted(wire, batch);
    return new Benchmark(key, meaning, () -> measure(network, batch, wire));
  }

  private double measure(Network network, int size, String wire) {
    DenseAlgebra algebra = Algebras.load().fast();
    OptimizerSpec spec = catalog.optimizers().parse(wire);
    WeightStepper stepper = WeightStepper.of(spec.optimizer());
    BlockVector weights = network.initial(1, algebra.precision());
    BlockVector gradient = weights.zeros();
    ShardedBatch batch = new ShardedBatch(network, algebra, size, threads);
    Dataset data = data(network);
    return Stopwatch.milliseconds(
        repeat -> {
          batch.load(data, rows(size, repeat));
          stepper.step(batch, weights, gradient, spec.hyperparameters());
        });
  }

  /** Some rows of the data, others for each {@code repeat}. */
  static int[] rows(int count, int repeat) {
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = (int) (((long) repeat * count + i) * 2654435761L % EXAMPLES);
    }
    return rows;
  }

  /** Random examples for {@code network}, with random labels or as their own targets. */
  static Dataset data(Network network) {
    SplittableRandom random = new SplittableRandom(1);
    float[] numbers = new float[EXAMPLES * network.inputs()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextDouble();
    }
    Matrix inputs = new FloatMatrix(EXAMPLES, network.inputs(), network.inputs(), numbers);
    if (!(network.likelihood() instanceof Likelihood.Categorical)) {
      return new Dataset("random", inputs, inputs, 0, "");
    }
    Matrix labels = Precision.FLOAT.zeros(EXAMPLES, 1);
    for (int i = 0; i < EXAMPLES; i++) {
      labels.set(i, 0, random.nextInt(network.outputs()));
    }
    return new Dataset("random", inputs, labels, network.outputs(), "");
  }
}
