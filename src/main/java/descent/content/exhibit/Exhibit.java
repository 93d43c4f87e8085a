package descent.content.exhibit;

import descent.run.Query;
import java.util.List;

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

  /** How many pictures stand beside each other on a wide page. */
  int columns();

  /** The pictures, each {@code width} pixels wide, and what is read from them. */
  Drawing draw(double width, String alternative);
}
