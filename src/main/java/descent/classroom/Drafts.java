package descent.classroom;

import descent.store.Draft;
import descent.store.Store;
import java.time.Clock;
import java.util.List;

/** Answers that are still being written; none ever becomes an attempt. Thread-safe. */
public final class Drafts {
  /**
   * What is typed for a question.
   *
   * @param question {@code lesson/question}
   * @param version of the question
   * @param variant the seed of its draw
   * @param answer the values of the form's fields
   * @param revision counted by the browser; a larger one is later
   */
  public record Typed(
      String question, String version, long variant, List<String> answer, long revision) {
    public Typed {
      answer = List.copyOf(answer);
    }
  }

  private final Store store;
  private final Clock clock;

  public Drafts(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Keeps a draft unless a later one is kept, and returns the one that is kept now. */
  public Typed save(String learner, Typed typed) {
    return typed(
        store.save(
            new Draft(
                learner,
                typed.question(),
                typed.version(),
                typed.variant(),
                Json.write(typed.answer()),
                typed.revision(),
                clock.millis())));
  }

  /** The drafts of a learner in a lesson. */
  public List<Typed> of(String learner, String lesson) {
    return store.drafts(learner).stream()
        .filter(draft -> draft.question().startsWith(lesson + "/"))
        .map(Drafts::typed)
        .toList();
  }

  private static Typed typed(Draft draft) {
    return new Typed(
        draft.question(),
        draft.version(),
        draft.variant(),
        Json.texts(draft.answer()),
        draft.revision());
  }
}
