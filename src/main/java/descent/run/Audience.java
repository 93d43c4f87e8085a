package descent.run;

import java.util.List;

/** Whoever watches a run while it is computed. */
@FunctionalInterface
public interface Audience {
  /**
   * Takes the next frames of each optimizer.
   *
   * @param step that every optimizer which still runs has reached
   * @param frames one list for each optimizer, in order; empty where it has stopped before
   * @return whether anybody still watches; if not, the run is cancelled
   */
  boolean frames(int step, List<List<Frame>> frames);
}
