package descent.classroom;

import descent.store.Event;
import descent.store.Marked;
import descent.store.Store;
import java.util.List;

/**
 * All that is kept of one learner, but drafts; in the order of arrival.
 *
 * @param learner the id; empty for a reader of whom nothing is kept
 */
public record Transcript(String learner, List<Marked> attempts, List<Event> events) {
  /** Nothing is kept. */
  public static final Transcript NONE = new Transcript("", List.of(), List.of());

  public Transcript {
    attempts = List.copyOf(attempts);
    events = List.copyOf(events);
  }

  public static Transcript of(Store store, String learner) {
    return new Transcript(learner, store.attempts(learner), store.events(learner));
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
