package descent.web.api;

import descent.classroom.Attempts;
import descent.content.Lesson;
import descent.content.question.Mark;
import descent.content.question.Mark.Verdict;
import descent.content.question.Question;
import descent.web.LearnerCookie;
import descent.web.Routes;
import descent.web.page.MarkPage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
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
    Asked asked = Asked.of(ctx, lessons);
    Lesson lesson = asked.lesson();
    Question question = asked.question();
    List<String> answer = Submission.of(ctx).answer();
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
}
