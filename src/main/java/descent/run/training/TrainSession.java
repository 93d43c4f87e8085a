package descent.run.training;

import descent.device.Device;
import descent.device.DeviceException;
import descent.linalg.DenseAlgebra;
import descent.optimizer.OptimizerSpec;
import descent.run.Computed;
import descent.run.Stop;
import descent.run.Stops;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * The trainings of one figure, frame by frame in turn, while somebody watches. Computed by one
 * thread; pauses and edits may come from others.
 */
public final class TrainSession {
  private static final long LONGEST_WAIT = 40_000_000;
  private static final long HEARTBEAT = 500_000_000;

  private final TrainLimits limits;
  private final Semaphore turns;
  private final List<Lane> lanes;
  private TrainSpec spec;
  private long began;
  private long held;
  private long spent;
  private long said;
  private List<Edit> wishes = new ArrayList<>();
  private boolean paused;

  TrainSession(TrainSpec spec, TrainCatalog catalog, Semaphore turns) {
    this.spec = spec;
    this.turns = turns;
    limits = catalog.limits();
    lanes = spec.trainings().stream().map(t -> new Lane(spec, t, catalog)).toList();
  }

  /** Holds the trainings, or lets them go on. */
  public synchronized void pause(boolean wanted) {
    paused = wanted;
    notifyAll();
  }

  /**
   * Gives a hyperparameter another value from the next frame on.
   *
   * @param text such as {@code adam.learning_rate=0.001}
   * @throws IllegalArgumentException if the entrant, its hyperparameter or the value is impossible
   */
  public synchronized void edit(String text) {
    Edit edit =
        Edit.read("0:" + text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' should look like adam.learning_rate=0.001.".formatted(text)));
    if (spec.edits().size() + wishes.size() >= limits.edits()) {
      throw new IllegalArgumentException(
          "%d edits are made already; more are not allowed.".formatted(limits.edits()));
    }
    edit.apply(spec.entrants().get(edit.indexIn(spec.entrants())));
    wishes.add(edit);
  }

  /** Computes every frame until all stop, the time is up or the audience leaves. */
  public TrainResult to(TrainAudience audience) {
    try {
      return watched(audience);
    } finally {
      lanes.forEach(Lane::close);
    }
  }

  private TrainResult watched(TrainAudience audience) {
    boolean watched = true;
    began = System.nanoTime();
    while (watched && goesOn()) {
      List<Edit> made = makeEdits();
      long start = System.nanoTime();
      do {
        watched = round(audience);
      } while (watched && goesOn() && System.nanoTime() - start < LONGEST_WAIT);
      watched = watched && say(audience, made) && waits(audience);
    }
    return new TrainResult(spec, lanes.stream().map(Lane::curve).toList());
  }

  private boolean goesOn() {
    return lanes.stream().anyMatch(Lane::goesOn);
  }

  /** One frame of each optimizer; false where nobody watches any more. */
  private boolean round(TrainAudience audience) {
    for (Lane lane : lanes) {
      while (lane.goesOn() && !turn(lane)) {
        if (System.nanoTime() - said > HEARTBEAT && !say(audience, List.of())) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * A turn on the processor, or the card's own turns; whether the lane has come to its next frame.
   */
  private boolean turn(Lane lane) {
    boolean shares = !lane.isOnCard();
    if (shares) {
      turns.acquireUninterruptibly();
    }
    long start = System.nanoTime();
    try {
      return lane.pull(() -> System.nanoTime() - start < LONGEST_WAIT);
    } finally {
      if (shares) {
        turns.release();
      }
      spent += System.nanoTime() - start;
      if (spent > limits.time().toNanos()) {
        lane.end(Stops.budget(lane.step(), limits.time().toSeconds()));
      }
    }
  }

  private boolean say(TrainAudience audience, List<Edit> made) {
    said = System.nanoTime();
    return audience.news(lanes.stream().map(Lane::fresh).toList(), made, progress(false));
  }

  /** The edits that readers wished for, at the step that all have reached. */
  private synchronized List<Edit> makeEdits() {
    List<Edit> made = new ArrayList<>();
    for (Edit wish : wishes) {
      Lane lane = lanes.get(wish.indexIn(spec.entrants()));
      if (lane.goesOn()) {
        Edit edit = new Edit(lane.step(), wish.entrant(), wish.name(), wish.value());
        lane.edit(edit);
        spec = spec.with(edit);
        made.add(edit);
      }
    }
    wishes = new ArrayList<>();
    return made;
  }

  /** Waits while the reader pauses; whether somebody still watches then. */
  private synchronized boolean waits(TrainAudience audience) {
    List<List<Moment>> nothing = lanes.stream().map(lane -> List.<Moment>of()).toList();
    long start = System.nanoTime();
    long end = start + limits.pause().toNanos();
    boolean watched = true;
    while (paused && watched && System.nanoTime() < end) {
      watched = audience.news(nothing, List.of(), progress(true));
      try {
        wait(HEARTBEAT / 1_000_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    held += System.nanoTime() - start;
    return watched && !paused;
  }

  private Progress progress(boolean waits) {
    int step = lanes.stream().filter(Lane::goesOn).mapToInt(Lane::step).min().orElse(spec.steps());
    double seconds = (System.nanoTime() - began - held) / 1e9;
    double left = step == 0 ? Double.NaN : seconds * (spec.steps() - step) / step;
    long examples = lanes.stream().mapToLong(Lane::step).sum() * spec.batch();
    return new Progress(step, spec.steps(), seconds, left, examples / seconds, waits);
  }

  /**
   * One optimizer: its moments so far and those not shown yet. Where its card fails, the processor
   * begins anew, with the edits made so far.
   */
  private static final class Lane {
    private final TrainingSpec training;
    private final DenseAlgebra algebra;
    private final int threads;
    private Computed computed;
    private Trainer trainer;
    private Training.Frames frames;
    private final List<Moment> moments = new ArrayList<>();
    private OptimizerSpec now;
    private Optional<Stop> ended = Optional.empty();
    private long nanos;
    private int measured = -1;
    private int shown;

    Lane(TrainSpec spec, TrainingSpec training, TrainCatalog catalog) {
      this.training = training;
      algebra = catalog.algebra(spec);
      threads = catalog.threads(spec);
      computed = Computed.on(spec.device());
      now = training.entrant();
      trainer = trainer(spec, catalog);
      frames = new Training.Frames(training, trainer);
    }

    private Trainer trainer(TrainSpec spec, TrainCatalog catalog) {
      if (isOnCard()) {
        try {
          return catalog.onCard(spec, training);
        } catch (DeviceException refused) {
          computed = Computed.instead(refused.reason());
        }
      }
      return new ProcessorTrainer(training, algebra, threads);
    }

    boolean isOnCard() {
      return Device.isCard(computed.device());
    }

    private void leaveCard(String reason) {
      trainer.close();
      computed = Computed.instead(reason);
      trainer = new ProcessorTrainer(training, algebra, threads);
      frames = frames.with(trainer);
    }

    boolean goesOn() {
      return ended.isEmpty() && frames.hasNext();
    }

    int step() {
      return Math.max(0, frames.step());
    }

    /** Goes on; whether it has come to its next frame, which it measures. */
    boolean pull(BooleanSupplier patience) {
      try {
        return proceed(patience);
      } catch (DeviceException failed) {
        leaveCard(failed.reason());
        return false;
      }
    }

    private boolean proceed(BooleanSupplier patience) {
      long start = System.nanoTime();
      boolean atFrame = frames.proceed(patience);
      nanos += System.nanoTime() - start;
      if (atFrame && frames.step() > measured) {
        moments.add(new Moment(frames.measure(), frames.step() == 0 ? 0 : nanos / 1e9));
        measured = frames.step();
      }
      return atFrame;
    }

    void end(Stop stop) {
      ended = Optional.of(stop);
    }

    void edit(Edit edit) {
      now = edit.apply(new OptimizerSpec(now.optimizer(), frames.hyperparameters()));
      frames.edit(now.hyperparameters());
    }

    List<Moment> fresh() {
      List<Moment> fresh = List.copyOf(moments.subList(shown, moments.size()));
      shown = moments.size();
      return fresh;
    }

    Curve curve() {
      Stop stop = ended.orElseGet(() -> frames.hasNext() ? Stops.cancelled(step()) : frames.stop());
      return new Curve(training.entrant(), moments, stop, computed.in(nanos / 1e6));
    }

    void close() {
      trainer.close();
    }
  }
}
