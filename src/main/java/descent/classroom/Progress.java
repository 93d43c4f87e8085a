package descent.classroom;

import descent.content.Course;
import descent.content.Lesson;
import descent.content.question.Question;
import descent.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    public String words(Words words) {
      return finished
          ? words.say("finished")
          : done == 0 ? "" : words.say("{0} of {1} done", done, questions);
    }
  }

  public Progress {
    lessons = Map.copyOf(lessons);
  }

  /**
   * A question is done when it was answered right or no attempt is left; a lesson is finished when
   * all its questions are done, or, if it has none, when its end was reached.
   */
  public static Progress of(Course course, Transcript transcript) {
    List<String> opened = opened(transcript);
    var lessons = new LinkedHashMap<String, Stage>();
    for (Lesson lesson : course.lessons()) {
      if (opened.contains(lesson.slug())) {
        lessons.put(lesson.slug(), stage(lesson, transcript));
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
  public String words(Words words) {
    long finished = lessons.values().stream().filter(Stage::finished).count();
    int done = lessons.values().stream().mapToInt(Stage::done).sum();
    if (finished == 0) {
      return words.count(
          done,
          "No lesson is finished yet; {0} question is done.",
          "No lesson is finished yet; {0} questions are done.");
    }
    return words.say(
        "You have finished {0} and done {1}.",
        words.count(finished, "{0} lesson", "{0} lessons"),
        words.count(done, "{0} question", "{0} questions"));
  }

  static Stage stage(Lesson lesson, Transcript transcript) {
    List<Question> questions = lesson.questions();
    int done =
        (int) questions.stream().filter(each -> isDone(lesson.slug(), each, transcript)).count();
    boolean finished =
        questions.isEmpty()
            ? transcript.objects(Verb.COMPLETED).contains(lesson.slug())
            : done == questions.size();
    return new Stage(done, questions.size(), finished);
  }

  private static boolean isDone(String lesson, Question question, Transcript transcript) {
    String name = lesson + "/" + question.id();
    return transcript.results().stream()
        .filter(result -> result.name().equals(name))
        .anyMatch(result -> result.isDone() || result.isLast(question));
  }

  /** Slugs in the order of their opening; an answered lesson was open. */
  private static List<String> opened(Transcript transcript) {
    var slugs = new ArrayList<String>();
    transcript.results().forEach(result -> slugs.add(result.lesson()));
    slugs.addAll(transcript.objects(Verb.EXPERIENCED));
    slugs.addAll(transcript.objects(Verb.COMPLETED));
    return slugs;
  }
}
