package descent.run.training;

import descent.linalg.DenseAlgebra;
import descent.model.Batches;
import descent.model.Scores;
import descent.optimizer.Hyperparameters;
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
 * equal specifications give equal frames. The weights stay inside.
 */
public final class Training implements Iterable<TrainingFrame> {
  private final TrainingSpec spec;
  private final DenseAlgebra algebra;
  private final int threads;

  /** The training that {@code spec} says, on the kernels of {@code algebra}, by one thread. */
  public Training(TrainingSpec spec, DenseAlgebra algebra) {
    this(spec, algebra, 1);
  }

  /** The same by up to {@code threads} at once, which rounds other sums. */
  public Training(TrainingSpec spec, DenseAlgebra algebra, int threads) {
    this.spec = spec;
    this.algebra = algebra;
    this.threads = threads;
  }

  @Override
  public Frames iterator() {
    return new Frames(spec, new ProcessorTrainer(spec, algebra, threads));
  }

  /** The frames of one training from its start to its {@link Stop}; used by one thread. */
  public static final class Frames implements Iterator<TrainingFrame> {
    private final TrainingSpec spec;
    private final Trainer trainer;
    private final Batches batches;
    private final SortedMap<Integer, Hyperparameters> edits;
    private int step = -1;
    private double batchLoss = Double.NaN;
    private double largest = Double.MAX_VALUE;
    private Optional<Stop> stop = Optional.empty();

    /** The frames that {@code trainer} computes, which still stands at the start. */
    Frames(TrainingSpec spec, Trainer trainer) {
      this.spec = spec;
      this.trainer = trainer;
      batches = new Batches(spec.train().size(), spec.batch(), spec.seed());
      edits = new TreeMap<>(spec.edits());
    }

    /** The same from the start by another trainer, with the edits made so far. */
    Frames with(Trainer other) {
      Frames anew = new Frames(spec, other);
      anew.edits.putAll(edits);
      return anew;
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
      Scores.Score score = trainer.train();
      if (hasDiverged(score.loss())) {
        stop = Optional.of(diverged(score.loss()));
      }
      return new TrainingFrame(
          step,
          (long) step * spec.batch(),
          batchLoss,
          step == 0 ? Double.NaN : trainer.gradientNorm(),
          score,
          spec.held() == spec.train() ? score : trainer.held());
    }

    private boolean hasDiverged(double loss) {
      return !Double.isFinite(loss) || Math.abs(loss) > largest;
    }

    private Stop diverged(double loss) {
      Hyperparameters last = hyperparameters(Math.max(0, step - 1));
      return Stops.diverged(spec.entrant().optimizer(), step, loss, largest, last);
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
      return hyperparameters(step);
    }

    private Hyperparameters hyperparameters(int left) {
      SortedMap<Integer, Hyperparameters> begun = edits.headMap(left + 1);
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

    /**
     * One update, or several where the trainer takes them at once, none beyond a frame or an edit,
     * without measuring anything; false when the training has stopped.
     */
    public boolean advance() {
      if (step < 0) {
        step = 0;
      } else if (!update()) {
        return false;
      }
      if (step > 0 && hasDiverged(batchLoss)) {
        stop = Optional.of(diverged(batchLoss));
      } else if (step >= spec.steps()) {
        stop = Optional.of(Stops.trained(spec.entrant().optimizer(), step));
      }
      return stop.isEmpty();
    }

    /** Whether the optimizer could make its steps. */
    private boolean update() {
      int count = together();
      int[] rows = new int[count * spec.batch()];
      for (int k = 0; k < count; k++) {
        System.arraycopy(batches.rows(step + k), 0, rows, k * spec.batch(), spec.batch());
      }
      try {
        for (double loss : trainer.steps(rows, hyperparameters())) {
          step++;
          batchLoss = loss;
          largest = step == 1 ? Stops.largest(loss) : largest;
          if (hasDiverged(loss)) {
            break;
          }
        }
        return true;
      } catch (IllegalArgumentException e) {
        stop = Optional.of(Stops.stuck(spec.entrant().optimizer(), step, e.getMessage()));
        return false;
      }
    }

    private int together() {
      int next = Math.min(spec.steps(), (step / spec.every() + 1) * spec.every());
      SortedMap<Integer, Hyperparameters> later = edits.tailMap(step + 1);
      int edit = later.isEmpty() ? next : later.firstKey();
      return Math.min(trainer.most(), Math.min(next, edit) - step);
    }
  }
}
