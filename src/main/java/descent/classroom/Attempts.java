package descent.classroom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.content.question.Mark;
import descent.content.question.Question;
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
  public void keep(
      String learner, String lesson, Question question, List<String> answer, Mark mark) {
    String name = lesson + "/" + question.id();
    String version = version(question);
    String given = json(answer);
    String id = Digest.name(learner, name, version, given);
    long now = clock.millis();
    store.append(
        new Attempt(id, learner, name, version, 0, asked(question), given, now),
        new Marking(id, version, json(mark), now));
  }

  /** The attempts of a learner in the order of arrival. */
  public List<Marked> of(String learner) {
    return store.attempts(learner);
  }

  private static String version(Question question) {
    return Digest.name(question.text().markdown());
  }

  private static String asked(Question question) {
    return question.text().typesetter().blocks(question.text());
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
