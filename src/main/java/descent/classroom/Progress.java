package descent.classroom;

import descent.content.Course;
import descent.content.Lesson;
import descent.content.question.Question;
import descent.store.Marked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far a learner is.
 *
 * @param lessons those that were opened, by slug
 * @param last slug of the lesson that was opened last; empty if none was
 */
public record Progress(Map<String, Stage> lessons, String last) {
  /** How far in one lesson. */
  public record Stage(int done, int questions, boolean finished) {
    /** Such as "2 of 4 done"; empty where nothing is done yet. */
    public String words() {
      return finished ? "finished" : done == 0 ? "" : done + " of " + questions + " done";
    }
  }

  /** Of a reader of whom nothing is kept. */
  public static final Progress NONE = new Progress(Map.of(), "");

  public Progress {
    lessons = Map.copyOf(lessons);
  }

  /**
   * A question is done when it was answered right; a lesson is finished when all its questions are
   * done, or, if it has none, when its end was reached.
   */
  public static Progress of(Course course, Transcript transcript) {
    Set<String> done = done(transcript);
    Set<String> ends = Set.copyOf(transcript.objects(Verb.COMPLETED));
    List<String> opened = opened(transcript);
    var lessons = new LinkedHashMap<String, Stage>();
    for (Lesson lesson : course.lessons()) {
      if (opened.contains(lesson.slug())) {
        lessons.put(lesson.slug(), stage(lesson, done, ends.contains(lesson.slug())));
      }
    }
    String last =
        opened.stream().filter(lessons::containsKey).reduce((earlier, later) -> later).orElse("");
    return new Progress(lessons, last);
  }

  public Optional<Stage> in(String lesson) {
    return Optional.ofNullable(lessons.get(lesson));
  }

  /** One sentence on the whole course. */
  public String words() {
    long finished = lessons.values().stream().filter(Stage::finished).count();
    int done = lessons.values().stream().mapToInt(Stage::done).sum();
    return "You have finished %d %s and done %d %s."
        .formatted(
            finished,
            finished == 1 ? "lesson" : "lessons",
            done,
            done == 1 ? "question" : "questions");
  }

  private static Stage stage(Lesson lesson, Set<String> done, boolean ended) {
    List<Question> questions = lesson.questions();
    int right =
        (int) questions.stream().filter(q -> done.contains(lesson.slug() + "/" + q.id())).count();
    boolean finished = questions.isEmpty() ? ended : right == questions.size();
    return new Stage(right, questions.size(), finished);
  }

  /** Slugs in the order of their opening; an answered lesson was open. */
  private static List<String> opened(Transcript transcript) {
    var slugs = new java.util.ArrayList<String>();
    transcript.attempts().forEach(marked -> slugs.add(lesson(marked)));
    slugs.addAll(transcript.objects(Verb.EXPERIENCED));
    slugs.addAll(transcript.objects(Verb.COMPLETED));
    return slugs;
  }

  private static String lesson(Marked marked) {
    String question = marked.attempt().question();
    return question.substring(0, question.indexOf('/'));
  }

  private static Set<String> done(Transcript transcript) {
    return transcript.attempts().stream()
        .filter(marked -> Json.read(marked.marking().mark()).path("credit").asDouble() >= 1)
        .map(marked -> marked.attempt().question())
        .collect(Collectors.toSet());
  }
}
