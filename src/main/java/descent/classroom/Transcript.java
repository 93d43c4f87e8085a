package descent.classroom;

import descent.store.Draft;
import descent.store.Event;
import descent.store.Store;
import java.util.List;

/**
 * All that is kept of one learner, each in the order of arrival.
 *
 * @param learner the id; empty for a reader of whom nothing is kept
 */
public record Transcript(
    String learner, List<Result> results, List<Draft> drafts, List<Event> events) {
  /** Nothing is kept. */
  public static final Transcript NONE = new Transcript("", List.of(), List.of(), List.of());

  public Transcript {
    results = List.copyOf(results);
    drafts = List.copyOf(drafts);
    events = List.copyOf(events);
  }

  public static Transcript of(Store store, String learner) {
    return new Transcript(
        learner, Result.of(store.attempts(learner)), store.drafts(learner), store.events(learner));
  }

  /** Whether nobody is known here yet. */
  public boolean isEmpty() {
    return learner.isEmpty();
  }

  /** The objects of what was done by {@code verb}, the earliest first. */
  List<String> objects(Verb verb) {
    return events.stream()
        .filter(event -> event.verb().equals(verb.toString()))
        .map(Event::object)
        .toList();
  }
}
