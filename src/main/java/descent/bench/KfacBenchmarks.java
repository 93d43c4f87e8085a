package descent.bench;

import descent.curvature.Spectrum;
import descent.linalg.Activation;
import descent.linalg.Algebras;
import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.linalg.Precision;
import descent.model.Dataset;
import descent.model.Datasets;
import descent.model.Digits;
import descent.model.Likelihood;
import descent.model.Network;
import descent.model.NetworkObjective;
import descent.model.ShardedBatch;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.WeightStepper;
import descent.run.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** K-FAC beside tuned stochastic gradient descent, and the spectra of a small network. */
final class KfacBenchmarks {
  private static final String FASHION = "fashion_mnist";
  private static final int CYCLE = 10;

  /** The quadratic model on a quarter of each batch. */
  private static final String LARGE =
      "kfac(quadratic=1,damping=0.3,factors_every=2,inverse_every=10,part=0.25)";

  /** Shorter steps, as the curvature of small batches is noise. */
  private static final String NOISY =
      "kfac(damping=0.01,kl_clip=0.003,factors_every=10,inverse_every=50)";

  private final Catalog catalog;
  private final int threads;
  private final Datasets datasets = Datasets.installed();
  private Optional<Duel> steps = Optional.empty();

  KfacBenchmarks(Catalog catalog, int threads) {
    this.catalog = catalog;
    this.threads = threads;
  }

  /** Races on Fashion-MNIST only where it is installed. */
  List<Benchmark> all() {
    List<Benchmark> all = new ArrayList<>();
    all.add(
        new Benchmark(
            "autoencoder_b512_kfac_step_ms",
            "A step of %s, batch 512: the mean of a cycle of %d.".formatted(LARGE, CYCLE),
            () -> steps().second() / CYCLE * 1e3));
    all.add(
        new Benchmark(
            "autoencoder_b512_kfac_over_sgd_step",
            "Median ratio of such a cycle to as many steps of momentum, run in turn.",
            () -> steps().ratio()));
    all.addAll(digits());
    all.addAll(digitsAutoencoder());
    if (datasets.missing(FASHION).isEmpty()) {
      all.addAll(fashion("fashion", NOISY, 128));
      all.addAll(fashion("fashion_b512", "kfac(damping=0.003)", 512));
      all.addAll(fashionAutoencoder());
    }
    all.add(
        new Benchmark(
            "digits_spectrum_s",
            "All eigenvalues of the exact Fisher matrix and the Hessian of 64-16-10, 300 digits.",
            this::spectrum));
    return all;
  }

  private OptimizerSpec optimizer(String wire) {
    return catalog.optimizers().parse(wire);
  }

  private List<Benchmark> digits() {
    return new KfacRace(
            new KfacRace.Course(
                "digits",
                "the digits, 64-32-16-10 with tanh",
                Network.of(new Likelihood.Categorical(), Activation.TANH, 64, 32, 16, 10),
                Digits::load,
                256,
                optimizer("momentum(learning_rate=1,momentum=0.9)"),
                1000,
                optimizer("kfac(damping=0.003)"),
                256,
                1,
                1,
                9))
        .all();
  }

  private List<Benchmark> digitsAutoencoder() {
    return new KfacRace(
            new KfacRace.Course(
                "digits_autoencoder",
                "the digits, 64-32-16-8-16-32-64",
                Network.of(new Likelihood.Bernoulli(), Activation.TANH, 64, 32, 16, 8, 16, 32, 64),
                () -> Digits.load().reconstruction(),
                128,
                optimizer("momentum(learning_rate=0.03,momentum=0.9)"),
                1000,
                optimizer("kfac(kl_clip=0.03)"),
                128,
                1,
                1,
                9))
        .all();
  }

  private List<Benchmark> fashion(String key, String kfac, int batch) {
    return new KfacRace(
            new KfacRace.Course(
                key,
                "Fashion-MNIST, 784-128-10",
                TrainingBenchmarks.small(),
                () -> datasets.load(FASHION),
                128,
                optimizer("momentum(learning_rate=0.1,momentum=0.9)"),
                1000,
                optimizer(kfac),
                batch,
                5,
                1,
                5))
        .all();
  }

  private List<Benchmark> fashionAutoencoder() {
    return new KfacRace(
            new KfacRace.Course(
                "fashion_autoencoder",
                "Fashion-MNIST, the deep autoencoder",
                Network.deepAutoencoder(),
                () -> datasets.load(FASHION).reconstruction(),
                512,
                optimizer("momentum(learning_rate=0.002,momentum=0.9)"),
                300,
                optimizer(LARGE),
                512,
                1,
                threads,
                1))
        .all();
  }

  private Duel steps() {
    steps = Optional.of(steps.orElseGet(this::cycles));
    return steps.get();
  }

  private Duel cycles() {
    DenseAlgebra algebra = Algebras.load().fast();
    Network network = Network.deepAutoencoder();
    Dataset data = TrainingBenchmarks.data(network);
    ShardedBatch batch = new ShardedBatch(network, algebra, 512, threads);
    return Duel.of(
        2,
        5,
        cycle(network, algebra, batch, data, "momentum(learning_rate=0.002)"),
        cycle(network, algebra, batch, data, LARGE));
  }

  private Runnable cycle(
      Network network, DenseAlgebra algebra, ShardedBatch batch, Dataset data, String wire) {
    OptimizerSpec spec = optimizer(wire);
    WeightStepper stepper = WeightStepper.of(spec.optimizer());
    BlockVector weights = network.initial(1, algebra.precision());
    BlockVector gradient = weights.zeros();
    return () -> {
      for (int step = 0; step < CYCLE; step++) {
        batch.load(data, TrainingBenchmarks.rows(batch.size(), step));
        stepper.step(batch, weights, gradient, spec.hyperparameters());
      }
    };
  }

  private double spectrum() {
    DenseAlgebra algebra = Algebras.load().fast();
    Network network = Network.of(new Likelihood.Categorical(), Activation.TANH, 64, 16, 10);
    NetworkObjective objective = new NetworkObjective(network, Digits.load().first(300), algebra);
    double[] x = network.coordinates(network.initial(1, Precision.DOUBLE));
    return Stopwatch.milliseconds(
            repeat -> {
              Spectrum.exact(objective.fisher(x), algebra);
              Spectrum.exact(objective.hessian(x), algebra);
            })
        / 1e3;
  }
}
