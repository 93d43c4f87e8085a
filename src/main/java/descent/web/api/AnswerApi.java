package descent.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.classroom.Attempts;
import descent.content.Lesson;
import descent.content.question.Mark;
import descent.content.question.Mark.Verdict;
import descent.content.question.Question;
import descent.web.LearnerCookie;
import descent.web.Routes;
import descent.web.page.MarkPage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code POST /api/answer/LESSON/QUESTION}: marks the values of {@code answer}, from a form or as
 * JSON, and keeps them; the key never leaves the server. A form sent without a script is answered
 * by a page.
 */
public final class AnswerApi implements Routes {
  private static final int MOST_VALUES = 100;
  private static final int MOST_CHARACTERS = 20_000;

  private final Function<String, Optional<Lesson>> lessons;
  private final LearnerCookie cookie;
  private final Attempts attempts;
  private final MarkPage page;

  /**
   * @param lessons a lesson by its slug
   */
  public AnswerApi(
      Function<String, Optional<Lesson>> lessons,
      LearnerCookie cookie,
      Attempts attempts,
      MarkPage page) {
    this.lessons = lessons;
    this.cookie = cookie;
    this.attempts = attempts;
    this.page = page;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/answer/{lesson}/{question}", this::mark);
  }

  private void mark(Context ctx) {
    Lesson lesson = lesson(ctx.pathParam("lesson"));
    Question question = question(lesson, ctx.pathParam("question"));
    List<String> answer = answer(ctx);
    Mark mark = question.mark(answer);
    if (mark.verdict() != Verdict.INVALID) {
      attempts.keep(cookie.enrolled(ctx), lesson.slug(), question, answer, mark);
    }
    ctx.header("Cache-Control", "no-store");
    String accepted = ctx.header("Accept");
    if (accepted != null && accepted.contains("text/html")) {
      page.send(ctx, lesson, question, mark);
    } else {
      ctx.json(
          Map.of(
              "verdict", mark.verdict().name().toLowerCase(Locale.ROOT),
              "credit", mark.credit(),
              "html", mark.html(),
              "notes", mark.notes()));
    }
  }

  private Lesson lesson(String slug) {
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

  private static List<String> answer(Context ctx) {
    List<String> values = ctx.isJson() ? fromJson(ctx.body()) : ctx.formParams("answer");
    if (values.size() > MOST_VALUES) {
      throw new BadRequestResponse(
          "An answer has at most %d values, not %d.".formatted(MOST_VALUES, values.size()));
    }
    int characters = values.stream().mapToInt(String::length).sum();
    if (characters > MOST_CHARACTERS) {
      throw new ContentTooLargeResponse(
          "An answer has at most %d characters, not %d.".formatted(MOST_CHARACTERS, characters));
    }
    return values;
  }

  private static List<String> fromJson(String body) {
    try {
      JsonNode answer = new ObjectMapper().readTree(body).path("answer");
      if (answer.isMissingNode() || answer.isObject()) {
        throw new BadRequestResponse("The body should be {\"answer\": [\"…\"]}.");
      }
      var values = new ArrayList<String>();
      if (answer.isArray()) {
        answer.forEach(value -> values.add(value.asText()));
      } else {
        values.add(answer.asText());
      }
      return values;
    } catch (JsonProcessingException e) {
      throw new BadRequestResponse("The body is no JSON; it should be {\"answer\": [\"…\"]}.");
    }
  }
}
