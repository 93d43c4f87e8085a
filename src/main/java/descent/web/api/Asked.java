package descent.web.api;

import descent.content.Lesson;
import descent.content.question.Question;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The question that an address names. */
record Asked(Lesson lesson, Question question) {

  /** What {@code {lesson}} and {@code {question}} of the address name. */
  static Asked of(Context ctx, Function<String, Optional<Lesson>> lessons) {
    Lesson lesson = lesson(ctx.pathParam("lesson"), lessons);
    return new Asked(lesson, question(lesson, ctx.pathParam("question")));
  }

  static Lesson lesson(String slug, Function<String, Optional<Lesson>> lessons) {
    return lessons
        .apply(slug)
        .orElseThrow(() -> new NotFoundResponse("There is no lesson called " + slug + "."));
  }

  private static Question question(Lesson lesson, String id) {
    List<String> known = lesson.questions().stream().map(Question::id).toList();
    return lesson
        .question(id)
        .orElseThrow(
            () ->
                new NotFoundResponse(
                    "%s has no question called %s; it has: %s."
                        .formatted(lesson.slug(), id, String.join(", ", known))));
  }

  /** {@code lesson/question}, under which attempts are kept. */
  String name() {
    return lesson.slug() + "/" + question.id();
  }
}
