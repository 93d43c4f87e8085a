package descent.run.training;

import descent.model.Dataset;
import descent.run.QueryText;
import java.util.Optional;

/**
 * What networks of one request learn from.
 *
 * @param name of the data set on the wire
 * @param table that it was read from, where it lies beside a lesson
 * @param reconstructs whether the inputs are their own targets
 * @param fraction of the examples that is held out
 * @param train what is learned from
 * @param held what is only measured; {@code train} where nothing is held out
 */
public record TrainData(
    String name,
    Optional<LessonTable> table,
    boolean reconstructs,
    double fraction,
    Dataset train,
    Dataset held) {

  /** Its keys and values on the wire. */
  public QueryText query() {
    QueryText text = new QueryText().add("data", name);
    table.ifPresent(from -> text.add("label", from.label()));
    return text.add("task", reconstructs ? "reconstruct" : "classify").add("held", fraction);
  }
}
