package descent.run.training;

import java.util.List;

/** Whoever watches trainings while they are computed. */
@FunctionalInterface
public interface TrainAudience {
  /**
   * Takes what is new.
   *
   * @param moments the next ones of each optimizer, in order; empty where there are none
   * @param edits made by the reader since the last call
   * @return whether anybody still watches; if not, the trainings are cancelled
   */
  boolean news(List<List<Moment>> moments, List<Edit> edits, Progress progress);
}
