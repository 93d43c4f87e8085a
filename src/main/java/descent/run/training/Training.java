package descent.run.training;

import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.model.Batches;
import descent.model.Dataset;
import descent.model.NetworkBatch;
import descent.model.Scores;
import descent.optimizer.Hyperparameters;
import descent.optimizer.WeightStepper;
import descent.run.Stop;
import descent.run.Stops;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The training of one network, lazily: pulling a frame computes it, every iterator starts anew, and
 * equal specifications give equal frames. The weights stay inside. Of a large data set the first
 * 2,500 examples are measured.
 */
public final class Training implements Iterable<TrainingFrame> {
  private static final int MEASURED = 2_500;

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
    private final SortedMap<Integer, Hyperparameters> edits;
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
      edits = new TreeMap<>(spec.edits());
      train = scores(spec.train(), algebra);
      held =
          spec.held() == spec.train()
              ? Optional.empty()
              : Optional.of(scores(spec.held(), algebra));
    }

    private Scores scores(Dataset data, DenseAlgebra algebra) {
      return new Scores(spec.network(), data.first(Math.min(MEASURED, data.size())), algebra);
    }

    @Override
    public boolean hasNext() {
      return stop.isEmpty();
    }

    @Override
    public TrainingFrame next() {
      proceed(() -> true);
      return measure();
    }

    /**
     * Goes towards the next frame without measuring it, at least one step, as long as there is
     * {@code patience}; whether it has come there.
     */
    boolean proceed(BooleanSupplier patience) {
      if (!hasNext()) {
        throw new NoSuchElementException("the training stopped at step " + step);
      }
      do {
        advance();
      } while (!isAtFrame() && patience.getAsBoolean());
      return isAtFrame();
    }

    private boolean isAtFrame() {
      return stop.isPresent() || step % spec.every() == 0;
    }

    /** The frame at the present step. */
    TrainingFrame measure() {
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

    /** Updates made so far. */
    int step() {
      return step;
    }

    /** From the present step on these hyperparameters hold, until the next edit. */
    void edit(Hyperparameters hyperparameters) {
      edits.put(step, hyperparameters);
    }

    /** The hyperparameters of the update that leaves the present step. */
    Hyperparameters hyperparameters() {
      SortedMap<Integer, Hyperparameters> begun = edits.headMap(step + 1);
      return begun.isEmpty() ? spec.entrant().hyperparameters() : begun.get(begun.lastKey());
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
      if (step >= 0 && !update()) {
        return false;
      }
      step++;
      if (step > 0 && !Double.isFinite(batchLoss)) {
        stop = Optional.of(Stops.notFinite(spec.entrant().optimizer(), step));
      } else if (step >= spec.steps()) {
        stop = Optional.of(Stops.trained(spec.entrant().optimizer(), step));
      }
      return stop.isEmpty();
    }

    /** Whether the optimizer could make a step. */
    private boolean update() {
      batch.load(spec.train(), batches.rows(step));
      try {
        batchLoss = stepper.step(batch, weights, gradient, hyperparameters());
        return true;
      } catch (IllegalArgumentException e) {
        stop = Optional.of(Stops.stuck(spec.entrant().optimizer(), step, e.getMessage()));
        return false;
      }
    }
  }
}
