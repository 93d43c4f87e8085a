package descent.run.training;

import descent.device.Device;
import descent.device.DeviceException;
import descent.device.Devices;
import descent.linalg.Algebras;
import descent.linalg.DenseAlgebra;
import descent.model.Dataset;
import descent.model.Datasets;
import descent.model.LabelledCsv;
import descent.model.Standardization;
import descent.optimizer.Optimizer;
import descent.optimizer.Optimizers;
import descent.optimizer.RuleOptimizer;
import descent.run.Cache;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What trainings may name, and how large they may be; data sets are read when they are first asked
 * for. Thread-safe.
 */
public final class TrainCatalog {
  private static final int SETS = 8;
  private static final double LARGE = 5e7;
  private static final int SHUFFLED = 20_000;

  private final Datasets datasets;
  private final Optimizers optimizers;
  private final TrainLimits limits;
  private final Supplier<Algebras> algebras;
  private final Devices devices;
  private final Cache<String, Dataset> whole = new Cache<>(SETS);
  private final Cache<List<Object>, TrainData> data = new Cache<>(SETS);

  public TrainCatalog(
      Datasets datasets,
      Optimizers optimizers,
      TrainLimits limits,
      Supplier<Algebras> algebras,
      Devices devices) {
    this.datasets = datasets;
    this.optimizers = optimizers;
    this.limits = limits;
    this.algebras = algebras;
    this.devices = devices;
  }

  /** What this machine has, within the standard limits; {@code devices} stay open. */
  public static TrainCatalog standard(Supplier<Algebras> algebras, Devices devices) {
    return new TrainCatalog(
        Datasets.installed(), new Optimizers(), TrainLimits.standard(), algebras, devices);
  }

  public Datasets datasets() {
    return datasets;
  }

  public Optimizers optimizers() {
    return optimizers;
  }

  public TrainLimits limits() {
    return limits;
  }

  /** Every optimizer that can train a network, in the order of the menu. */
  public List<Optimizer<?>> menu() {
    return Stream.concat(optimizers.ofModels().stream(), optimizers.all().stream()).toList();
  }

  /** Where trainings can be computed: the ids of devices with their names, the processor first. */
  public Map<String, String> devices() {
    return devices.names();
  }

  /**
   * A training on the card that its specification asks for.
   *
   * @throws DeviceException if it cannot be there, saying why
   */
  Trainer onCard(TrainSpec spec, TrainingSpec training) {
    if (spec.precision().equals("double")) {
      throw new DeviceException("Devices train in single precision only.");
    }
    return new CardTrainer(training, devices.card(spec.device()), steps(training));
  }

  private CardSteps steps(TrainingSpec training) {
    Optimizer<?> optimizer = training.entrant().optimizer();
    if (optimizer instanceof RuleOptimizer rule) {
      return new CardRule(rule, training.train(), training.batch());
    }
    if (optimizer.name().equals("kfac")) {
      return new CardKfac(training, algebras.get().fast());
    }
    throw new DeviceException("Devices train by elementwise rules and K-FAC only.");
  }

  /** The kernels of a training on the processor. */
  DenseAlgebra algebra(TrainSpec spec) {
    if (spec.device().equals(Device.REFERENCE)) {
      return algebras.get().reference();
    }
    return spec.precision().equals("single") ? algebras.get().fast() : algebras.get().fastDouble();
  }

  /** On how many threads a step of a training is worth computing. */
  int threads(TrainSpec spec) {
    boolean large = (double) spec.network().parameters() * spec.batch() > LARGE;
    return large && !spec.device().equals(Device.REFERENCE)
        ? Runtime.getRuntime().availableProcessors()
        : 1;
  }

  /**
   * The data set {@code name}, the last {@code fraction} of its examples held out in an order from
   * seed 0; large sets come in random order and are cut as they are, of what is held out only so
   * much being kept as is measured.
   *
   * @throws IllegalArgumentException if the set is missing, or cannot be reconstructed because its
   *     inputs are not between 0 and 1
   */
  public TrainData data(String name, boolean reconstructs, double fraction) {
    return data.computeIfAbsent(
        List.of(name, reconstructs, fraction), k -> read(name, reconstructs, fraction));
  }

  /**
   * The examples of {@code table}, split like those of a named set, their inputs shifted and scaled
   * to mean 0 and variance 1 of those that are learned from.
   *
   * @throws IllegalArgumentException saying what is wrong with the table or its label
   */
  TrainData data(LessonTable table, double fraction) {
    return data.computeIfAbsent(List.of(table, fraction), k -> read(table, fraction));
  }

  private static TrainData read(LessonTable table, double fraction) {
    Dataset all = LabelledCsv.read(table.name(), table.text(), table.label());
    Dataset.Split split = fraction == 0 ? new Dataset.Split(all, all) : all.split(fraction, 0);
    Standardization standard = Standardization.of(split.train());
    Dataset train = standard.apply(split.train());
    Dataset held = fraction == 0 ? train : standard.apply(split.test());
    return new TrainData(table.name(), Optional.of(table), false, fraction, train, held);
  }

  /**
   * The whole data set {@code name}, read when it is first asked for.
   *
   * @throws IllegalArgumentException if it is missing, wrong or too large
   */
  Dataset whole(String name) {
    return whole.computeIfAbsent(name, this::load);
  }

  private Dataset load(String name) {
    long bytes = datasets.bytes(name);
    if (bytes > limits.bytes()) {
      throw new IllegalArgumentException(
          "%s fills %,d MB of memory; at most %,d MB are allowed here; a larger java -Xmx allows more."
              .formatted(name, Memory.megabytes(bytes), limits.bytes() >> 20));
    }
    return datasets.load(name);
  }

  private TrainData read(String name, boolean reconstructs, double fraction) {
    Dataset all = whole(name);
    if (reconstructs && all.inputs().columns() == 2) {
      throw new IllegalArgumentException(
          "%s cannot be reconstructed: its inputs are not between 0 and 1; digits can."
              .formatted(name));
    }
    Dataset asked = reconstructs ? all.reconstruction() : all;
    if (fraction == 0) {
      return new TrainData(name, Optional.empty(), reconstructs, 0, asked, asked);
    }
    Dataset.Split split =
        asked.size() > SHUFFLED ? asked.cut(fraction, Trainer.MEASURED) : asked.split(fraction, 0);
    return new TrainData(
        name, Optional.empty(), reconstructs, fraction, split.train(), split.test());
  }
}
