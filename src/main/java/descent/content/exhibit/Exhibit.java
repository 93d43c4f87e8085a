package descent.content.exhibit;

import descent.run.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A figure in one of its states, which the server draws; immutable. */
public interface Exhibit {
  /** The name of its fence. */
  String name();

  /** One paragraph for the author's manual, in markdown. */
  String doc();

  /** A whole fence that works as it stands. */
  String example();

  /** Its state, in the order of the form; names never change, only which of them are hidden. */
  List<Setting> settings();

  /** The state that a query sets; absent keys keep what they are, mistakes go to the query. */
  Exhibit with(Query query);

  /** The numbers that captions and prose may ask for, by name; no clock enters. */
  default Map<String, Double> quantities() {
    return draw(ExhibitBlock.width(columns()), "").numbers();
  }

  /** The same, once all that it measures is measured; may wait some seconds. */
  default Exhibit awaited() {
    return this;
  }

  /** What a button says that does {@link #renew}; empty if nothing is measured. */
  default Optional<String> renewal() {
    return Optional.empty();
  }

  /** Has what it measured measured again. */
  default void renew() {}

  /** How many pictures stand beside each other on a wide page. */
  int columns();

  /** The pictures, each {@code width} pixels wide, and what is read from them. */
  Drawing draw(double width, String alternative);
}
