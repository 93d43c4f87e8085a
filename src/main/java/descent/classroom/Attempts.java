package descent.classroom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.content.question.Attempted;
import descent.content.question.Posed;
import descent.store.Attempt;
import descent.store.Marked;
import descent.store.Marking;
import descent.store.Store;
import java.time.Clock;
import java.util.List;

/** What learners answered: each answer is marked once and kept for good. Thread-safe. */
public final class Attempts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Store store;
  private final Clock clock;

  public Attempts(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Keeps a valid answer with its mark.
   *
   * <p>The same answer to the same draw is the same attempt, so a double click or a replayed
   * request changes nothing.
   */
  public void keep(String learner, String lesson, Attempted attempted) {
    Posed posed = attempted.posed();
    String name = lesson + "/" + posed.question().id();
    String version = posed.question().about().version();
    int variant = (int) posed.draw().seed();
    String given = json(attempted.answer());
    String id = Digest.name(learner, name, version, Integer.toString(variant), given);
    long now = clock.millis();
    store.append(
        new Attempt(id, learner, name, version, variant, posed.asked(), given, now),
        new Marking(id, version, json(attempted.mark()), now));
  }

  /** The attempts of a learner in the order of arrival. */
  public List<Marked> of(String learner) {
    return store.attempts(learner);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
