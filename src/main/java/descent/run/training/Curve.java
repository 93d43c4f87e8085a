package descent.run.training;

import descent.optimizer.OptimizerSpec;
import descent.run.Stop;
import java.util.List;

/** One optimizer's moments, the start among them, and why they end. */
public record Curve(OptimizerSpec entrant, List<Moment> moments, Stop stop) {
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
