package descent.store;

import java.util.List;

/**
 * An attempt with its marks, the first one first.
 *
 * @param markings never empty
 */
public record Marked(Attempt attempt, List<Marking> markings) {
  public Marked {
    markings = List.copyOf(markings);
  }

  /** The mark that counts: the last. */
  public Marking marking() {
    return markings.get(markings.size() - 1);
  }
}
