package descent.run.training;

import descent.device.CardNetwork;
import descent.linalg.Precision;
import descent.model.Dataset;
import descent.model.NetworkBatch;
import descent.model.Scores;
import descent.optimizer.WeightStepper;
import java.util.OptionalInt;
import java.util.function.IntToLongFunction;

/** Bytes that trainings hold at once, reckoned before anything is allocated. */
final class Memory {
  private Memory() {}

  /** All trainings of {@code spec}, their data not counted, which others share. */
  static long of(TrainSpec spec, Precision precision) {
    return spec.trainings().stream().mapToLong(training -> of(training, precision)).sum();
  }

  /**
   * Weights and gradient, a batch with its passes, the batches of measurements, and what the
   * optimizer needs.
   */
  static long of(TrainingSpec spec, Precision precision) {
    int width = precision.width();
    return width * (2L * spec.network().parameters() + passes(spec))
        + WeightStepper.bytes(spec.entrant(), spec.network().sizes(spec.batch()), width);
  }

  private static long passes(TrainingSpec spec) {
    long held = spec.held() == spec.train() ? 0 : measured(spec, spec.held());
    return NetworkBatch.numbers(spec.network(), spec.batch()) + measured(spec, spec.train()) + held;
  }

  private static long measured(TrainingSpec spec, Dataset data) {
    return Scores.numbers(spec.network(), Math.min(Trainer.MEASURED, data.size()));
  }

  /** Inputs and targets of what is learned from and held out. */
  static long of(TrainData data) {
    long held = data.held() == data.train() ? 0 : of(data.held());
    return of(data.train()) + held;
  }

  private static long of(Dataset data) {
    long inputs = data.inputs().bytes();
    return data.inputs() == data.targets() ? inputs : inputs + data.targets().bytes();
  }

  /** The same on a card, which keeps its own data. */
  static long onCard(TrainingSpec spec) {
    int rows = Math.min(CardNetwork.SCORED_AT_ONCE, Trainer.measured(spec.train()).size());
    long passes =
        NetworkBatch.numbers(spec.network(), spec.batch())
            + NetworkBatch.numbers(spec.network(), rows);
    long optimizer =
        spec.entrant()
            .optimizer()
            .numbers(spec.network().sizes(spec.batch()), spec.entrant().hyperparameters());
    long data = singles(spec.train()) + singles(Trainer.measured(spec.held()));
    return Float.BYTES * (2L * spec.network().parameters() + passes + optimizer + data);
  }

  /** Numbers of {@code data}, and its order. */
  private static long singles(Dataset data) {
    return (long) data.size() * (data.inputs().columns() + data.targets().columns() + 1);
  }

  /** The largest batch up to {@code most} with which at most {@code bytes} are needed. */
  static OptionalInt batch(int most, long bytes, IntToLongFunction needed) {
    long one = needed.applyAsLong(1);
    long each = needed.applyAsLong(2) - one;
    return one > bytes
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.min(most, 1 + (bytes - one) / each));
  }

  /** What would fit, for people. */
  static String cure(OptionalInt batch) {
    return batch.isPresent()
        ? "a batch of at most %,d would fit.".formatted(batch.getAsInt())
        : "even a batch of 1 does not fit, a smaller network or fewer optimizers may.";
  }

  /** Whole megabytes that {@code bytes} fill or begin. */
  static long megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }
}
