package descent.run.training;

import descent.optimizer.OptimizerSpec;
import descent.run.Computed;
import descent.run.Stop;
import java.util.List;

/**
 * One optimizer's moments, the start among them, and why they end.
 *
 * @param computed where, and how long its updates took
 */
public record Curve(OptimizerSpec entrant, List<Moment> moments, Stop stop, Computed computed) {
  public Curve {
    moments = List.copyOf(moments);
  }

  /** The last frame. */
  public TrainingFrame last() {
    return moments.get(moments.size() - 1).frame();
  }

  /** The optimizer's name for people. */
  public String title() {
    return entrant.optimizer().title();
  }
}
