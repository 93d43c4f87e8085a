package descent.classroom;

import com.fasterxml.jackson.databind.JsonNode;
import descent.content.Course;
import descent.content.Lesson;
import descent.content.question.Attempted;
import descent.content.question.Draw;
import descent.content.question.Mark.Verdict;
import descent.content.question.Posed;
import descent.content.question.Question;
import descent.store.Attempt;
import descent.store.Marked;
import descent.store.Marking;
import descent.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Marks attempts again after their question was mended: each with the numbers that its learner had,
 * by the key of today. Earlier marks stay; the last one counts.
 */
public final class Regrading {
  /**
   * An attempt whose mark is another now.
   *
   * @param learner what pages call the learner
   * @param before and {@code after}: verdict and points, or why it cannot be marked again
   */
  public record Change(String learner, String question, int number, String before, String after) {}

  private final Store store;
  private final Clock clock;

  public Regrading(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Marks every attempt whose last mark is by an older version of its question.
   *
   * @param keeps whether the new marks are kept, or only compared
   */
  public List<Change> regrade(Course course, boolean keeps) {
    List<Change> changes = new ArrayList<>();
    for (Lesson lesson : course.lessons()) {
      for (Question question : lesson.questions()) {
        regrade(lesson.slug() + "/" + question.id(), question, keeps, changes);
      }
    }
    return changes;
  }

  private void regrade(String name, Question question, boolean keeps, List<Change> changes) {
    Map<String, Integer> numbers = new HashMap<>();
    for (Marked marked : store.attemptsAt(name)) {
      Attempt attempt = marked.attempt();
      String variant = attempt.learner() + attempt.version() + attempt.variant();
      int number = numbers.merge(variant, 1, Integer::sum);
      if (!marked.marking().version().equals(question.about().version())) {
        regrade(question, marked, number, keeps, changes);
      }
    }
  }

  private void regrade(
      Question question, Marked marked, int number, boolean keeps, List<Change> changes) {
    Attempt attempt = marked.attempt();
    String before = words(Json.read(marked.marking().mark()));
    String after;
    try {
      Posed posed = new Posed(question, new Draw(attempt.variant(), Json.numbers(attempt.drawn())));
      Attempted again = Attempted.of(posed, Json.texts(attempt.answer()), number);
      boolean isValid = again.mark().verdict() != Verdict.INVALID;
      String mark = Attempts.mark(again);
      after = isValid ? words(Json.read(mark)) : "kept: the answer is no longer a valid one";
      if (keeps && isValid) {
        String version = question.about().version();
        store.append(new Marking(attempt.id(), version, mark, clock.millis()));
      }
    } catch (IllegalArgumentException e) {
      after = "kept: " + e.getMessage();
    }
    if (!after.equals(before)) {
      String learner = Learners.tag(attempt.learner());
      changes.add(new Change(learner, attempt.question(), number, before, after));
    }
  }

  private static String words(JsonNode mark) {
    return "%s, %s points"
        .formatted(mark.path("verdict").asText(), Json.plain(mark.path("points").asDouble()));
  }
}
