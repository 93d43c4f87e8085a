package descent.bench;

import descent.linalg.Algebras;
import descent.linalg.DenseAlgebra;
import descent.model.Dataset;
import descent.model.Network;
import descent.optimizer.OptimizerSpec;
import descent.run.training.Training;
import descent.run.training.TrainingFrame;
import descent.run.training.TrainingSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How long K-FAC takes to the training loss that tuned momentum has after its steps, both from the
 * same weights on the same batches, measurements not counted.
 */
final class KfacRace {
  private static final long SEED = 1;

  /**
   * What is raced.
   *
   * @param key begins the keys of its figures
   * @param batch of momentum
   * @param steps of momentum
   * @param kfacBatch of K-FAC
   * @param every steps of K-FAC between two looks at its loss
   * @param repeats of both races, after half as many that do not count
   */
  record Course(
      String key,
      String meaning,
      Network network,
      Supplier<Dataset> data,
      int batch,
      OptimizerSpec momentum,
      int steps,
      OptimizerSpec kfac,
      int kfacBatch,
      int every,
      int threads,
      int repeats) {}

  private final Course course;
  private Optional<Duel> run = Optional.empty();

  KfacRace(Course course) {
    this.course = course;
  }

  /** Seconds of both and their ratio; the race is run once for all three. */
  List<Benchmark> all() {
    String what = course.meaning();
    String momentum = course.momentum().wire();
    return List.of(
        new Benchmark(
            course.key() + "_sgd_s",
            "%d steps of %s on %s, batch %d."
                .formatted(course.steps(), momentum, what, course.batch()),
            () -> duel().first()),
        new Benchmark(
            course.key() + "_kfac_s",
            "%s, batch %d, from the same start to the training loss that those reach."
                .formatted(course.kfac().wire(), course.kfacBatch()),
            () -> duel().second()),
        new Benchmark(
            course.key() + "_kfac_over_sgd_seconds",
            "Median ratio of the two, run in turn.",
            () -> duel().ratio()));
  }

  private Duel duel() {
    run = Optional.of(run.orElseGet(this::race));
    return run.get();
  }

  private Duel race() {
    DenseAlgebra algebra = Algebras.load().fast();
    Dataset data = course.data().get();
    double target = last(algebra, data).loss();
    int needed = needed(algebra, data, target);
    return Duel.of(
        course.repeats() / 2,
        course.repeats(),
        () -> train(algebra, data, course.momentum(), course.batch(), course.steps()),
        () -> train(algebra, data, course.kfac(), course.kfacBatch(), needed));
  }

  private Training training(
      DenseAlgebra algebra, Dataset data, OptimizerSpec entrant, int batch, int steps, int every) {
    TrainingSpec spec = TrainingSpec.of(course.network(), data, batch, steps, every, SEED, entrant);
    return new Training(spec, algebra, course.threads());
  }

  private TrainingFrame last(DenseAlgebra algebra, Dataset data) {
    int steps = course.steps();
    Training.Frames frames =
        training(algebra, data, course.momentum(), course.batch(), steps, steps).iterator();
    TrainingFrame frame = frames.next();
    while (frames.hasNext()) {
      frame = frames.next();
    }
    return frame;
  }

  /** The first step at which K-FAC was seen at the target or below. */
  private int needed(DenseAlgebra algebra, Dataset data, double target) {
    for (TrainingFrame frame :
        training(
            algebra, data, course.kfac(), course.kfacBatch(), course.steps(), course.every())) {
      if (frame.loss() <= target) {
        return frame.step();
      }
    }
    throw new IllegalStateException(
        "%s: K-FAC does not reach the loss %s in %d steps"
            .formatted(course.key(), target, course.steps()));
  }

  private void train(
      DenseAlgebra algebra, Dataset data, OptimizerSpec entrant, int batch, int steps) {
    Training.Frames frames = training(algebra, data, entrant, batch, steps, steps).iterator();
    frames.advance();
    while (frames.advance()) {}
  }
}
