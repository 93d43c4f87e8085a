package descent.run;

import descent.optimizer.OptimizerSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A run that has ended.
 *
 * @param entrant the optimizer that ran
 * @param frames from the start to the stop, at least one
 * @param stop why it ended
 */
public record Path(OptimizerSpec entrant, List<Frame> frames, Stop stop) {
  public Path {
    frames = List.copyOf(frames);
  }

  /** Pulls every frame of {@code run}. */
  static Path of(Run run) {
    List<Frame> frames = new ArrayList<>();
    Steps<?> steps = run.iterator();
    while (steps.hasNext()) {
      frames.add(steps.next());
    }
    return of(run, frames, steps.stop());
  }

  /** A path whose end is explained. */
  static Path of(Run run, List<Frame> frames, Stop stop) {
    boolean diverged = stop.reason() == Stop.Reason.DIVERGED;
    Stop told = diverged ? new Divergence(run, frames).explain(stop) : stop;
    return new Path(run.entrant(), frames, told);
  }

  /** Where the run ended. */
  public Frame last() {
    return frames.get(frames.size() - 1);
  }
}
