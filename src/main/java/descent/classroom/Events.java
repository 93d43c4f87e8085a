package descent.classroom;

import descent.content.Lesson;
import descent.store.Event;
import descent.store.Store;
import java.time.Clock;
import java.util.Map;

/** Appends what learners do besides answering. Thread-safe. */
public final class Events {
  private final Store store;
  private final Clock clock;

  public Events(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Appends that a lesson is finished, once, when the last of its questions is done. */
  public void finish(String learner, Lesson lesson) {
    Transcript transcript = Transcript.of(store, learner);
    boolean isKnown = transcript.objects(Verb.COMPLETED).contains(lesson.slug());
    if (!isKnown && Progress.stage(lesson, transcript).finished()) {
      append(learner, Verb.COMPLETED, lesson.slug(), Map.of());
    }
  }

  /**
   * @param object such as {@code momentum} or {@code momentum/velocity}
   * @param data what else is to be said about it
   */
  public void append(String learner, Verb verb, String object, Map<String, ?> data) {
    store.append(new Event(learner, verb.toString(), object, Json.write(data), clock.millis()));
  }
}
