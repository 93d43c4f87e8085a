package descent.run;

import java.util.ArrayList;
import java.util.List;

/** All optimizers of one specification, side by side, while somebody watches. Used once. */
public final class Broadcast {
  private static final int LARGEST_BATCH = 64;
  private static final long LONGEST_WAIT = 40_000_000;

  private final RunSpec spec;
  private final List<Lane> lanes;
  private int step;

  Broadcast(RunSpec spec, List<Run> runs) {
    this.spec = spec;
    this.lanes = runs.stream().map(Lane::new).toList();
  }

  /** Computes every frame, in small batches at first, until all stop or the audience leaves. */
  public Result to(Audience audience) {
    boolean watched = true;
    int size = 1;
    while (watched && lanes.stream().anyMatch(Lane::goesOn)) {
      long end = System.nanoTime() + LONGEST_WAIT;
      for (int i = 0; i < size && System.nanoTime() < end; i++) {
        round();
      }
      watched = audience.frames(step, lanes.stream().map(Lane::batch).toList());
      size = Math.min(LARGEST_BATCH, 2 * size);
    }
    return new Result(spec, lanes.stream().map(Lane::path).toList());
  }

  private void round() {
    for (Lane lane : lanes) {
      if (lane.goesOn()) {
        step = Math.max(step, lane.pull());
      }
    }
  }

  /** One optimizer: its frames so far and those not shown yet. */
  private static final class Lane {
    private final Run run;
    private final Steps<?> steps;
    private final List<Frame> frames = new ArrayList<>();
    private int shown;

    Lane(Run run) {
      this.run = run;
      this.steps = run.iterator();
    }

    boolean goesOn() {
      return steps.hasNext();
    }

    int pull() {
      frames.add(steps.next());
      return frames.get(frames.size() - 1).step();
    }

    List<Frame> batch() {
      List<Frame> batch = List.copyOf(frames.subList(shown, frames.size()));
      shown = frames.size();
      return batch;
    }

    Path path() {
      int last = frames.get(frames.size() - 1).step();
      Stop stop = steps.hasNext() ? Stops.cancelled(last) : steps.stop();
      return Path.of(run, frames, stop);
    }
  }
}
