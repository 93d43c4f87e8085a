package descent.run;

import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.model.Batches;
import descent.model.NetworkBatch;
import descent.model.Scores;
import descent.optimizer.WeightStepper;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The training of one network, lazily: pulling a frame computes it, every iterator starts anew, and
 * equal specifications give equal frames. The weights stay inside.
 */
public final class Training implements Iterable<TrainingFrame> {
  private final TrainingSpec spec;
  private final DenseAlgebra algebra;

  /** The training that {@code spec} says, on the kernels of {@code algebra}. */
  public Training(TrainingSpec spec, DenseAlgebra algebra) {
    this.spec = spec;
    this.algebra = algebra;
  }

  @Override
  public Frames iterator() {
    return new Frames(spec, algebra);
  }

  /** The frames of one training from its start to its {@link Stop}; used by one thread. */
  public static final class Frames implements Iterator<TrainingFrame> {
    private final TrainingSpec spec;
    private final BlockVector weights;
    private final BlockVector gradient;
    private final NetworkBatch batch;
    private final Batches batches;
    private final WeightStepper stepper;
    private final Scores train;
    private final Optional<Scores> held;
    private int step = -1;
    private double batchLoss = Double.NaN;
    private Optional<Stop> stop = Optional.empty();

    private Frames(TrainingSpec spec, DenseAlgebra algebra) {
      this.spec = spec;
      weights = spec.network().initial(spec.seed(), algebra.precision());
      gradient = weights.zeros();
      batch = new NetworkBatch(spec.network(), algebra, spec.batch());
      batches = new Batches(spec.train().size(), spec.batch(), spec.seed());
      stepper = WeightStepper.of(spec.entrant().optimizer());
      train = new Scores(spec.network(), spec.train(), algebra);
      held =
          spec.held() == spec.train()
              ? Optional.empty()
              : Optional.of(new Scores(spec.network(), spec.held(), algebra));
    }

    @Override
    public boolean hasNext() {
      return stop.isEmpty();
    }

    @Override
    public TrainingFrame next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the training stopped at step " + step);
      }
      do {
        advance();
      } while (stop.isEmpty() && step % spec.every() != 0);
      Scores.Score score = train.of(weights);
      if (!Double.isFinite(score.loss())) {
        stop = Optional.of(Stops.notFinite(spec.entrant().optimizer(), step));
      }
      return new TrainingFrame(
          step,
          (long) step * spec.batch(),
          batchLoss,
          step == 0 ? Double.NaN : gradient.norm(),
          score,
          held.map(h -> h.of(weights)).orElse(score));
    }

    /**
     * Why the training ended.
     *
     * @throws IllegalStateException if it has not ended yet
     */
    public Stop stop() {
      return stop.orElseThrow(
          () -> new IllegalStateException("the training goes on at step " + step));
    }

    /** One update without measuring anything; false when the training has stopped. */
    public boolean advance() {
      if (step >= 0) {
        batch.load(spec.train(), batches.rows(step));
        batchLoss = stepper.step(batch, weights, gradient, spec.hyperparameters(step));
      }
      step++;
      if (step > 0 && !Double.isFinite(batchLoss)) {
        stop = Optional.of(Stops.notFinite(spec.entrant().optimizer(), step));
      } else if (step >= spec.steps()) {
        stop = Optional.of(Stops.trained(spec.entrant().optimizer(), step));
      }
      return stop.isEmpty();
    }
  }
}
