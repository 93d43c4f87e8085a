package descent.web.api;

import descent.classroom.Attempts;
import descent.classroom.Events;
import descent.classroom.Verb;
import descent.content.Lesson;
import descent.content.question.Attempted;
import descent.content.question.Mark;
import descent.content.question.Posed;
import descent.web.LanguageChoice;
import descent.web.LearnerCookie;
import descent.web.Routes;
import descent.web.page.MarkPage;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code POST /api/answer/LESSON/QUESTION} marks the values of {@code answer}, from a form or as
 * JSON, and keeps them; {@code POST /api/hint/…} gives a hint, {@code GET /api/reading/…} the TeX
 * of what was typed so far. The key never leaves the server. A form sent without a script is
 * answered by a page.
 */
public final class AnswerApi implements Routes {
  private final Function<String, Optional<Lesson>> lessons;
  private final LearnerCookie cookie;
  private final LanguageChoice language;
  private final Attempts attempts;
  private final Events events;
  private final MarkPage page;

  /**
   * @param lessons a lesson by its slug
   */
  public AnswerApi(
      Function<String, Optional<Lesson>> lessons,
      LearnerCookie cookie,
      LanguageChoice language,
      Attempts attempts,
      Events events,
      MarkPage page) {
    this.lessons = lessons;
    this.cookie = cookie;
    this.language = language;
    this.attempts = attempts;
    this.events = events;
    this.page = page;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/answer/{lesson}/{question}", this::mark);
    routes.post("/api/hint/{lesson}/{question}", this::hint);
    routes.get("/api/reading/{lesson}/{question}", this::read);
  }

  private void mark(Context ctx) {
    Asked asked = Asked.of(ctx, lessons);
    Submission given = Submission.of(ctx);
    given.check(asked.question());
    Posed posed = asked.question().variant(given.variant()).in(language.words(ctx));
    Attempted attempted =
        posed.flaw(given.answer()).isPresent()
            ? Attempted.of(posed, given.answer(), given.attempt())
            : submit(cookie.enrolled(ctx), asked.lesson(), posed, given.answer());
    ctx.header("Cache-Control", "no-store");
    if (wantsPage(ctx)) {
      page.send(ctx, asked.lesson(), attempted);
    } else {
      ctx.json(json(attempted, language.words(ctx)));
    }
  }

  private Attempted submit(String learner, Lesson lesson, Posed posed, List<String> answer) {
    Attempted attempted = attempts.submit(learner, lesson.slug(), posed, answer);
    events.finish(learner, lesson);
    return attempted;
  }

  private static Map<String, Object> json(Attempted attempted, Words words) {
    Mark mark = attempted.mark();
    var json = new LinkedHashMap<String, Object>();
    json.put("verdict", mark.verdict().name().toLowerCase(Locale.ROOT));
    json.put("credit", mark.credit());
    json.put("points", attempted.points());
    if (!Double.isNaN(mark.measure())) {
      json.put("measure", mark.measure());
    }
    json.put("html", words.pictures(mark.html()));
    json.put("notes", mark.notes());
    json.put("next", attempted.next());
    json.put("left", attempted.left());
    attempted
        .solution()
        .ifPresent(solution -> json.put("solution", words.pictures(solution.render())));
    return json;
  }

  private void hint(Context ctx) {
    Asked asked = Asked.of(ctx, lessons);
    Submission given = Submission.of(ctx);
    Posed posed = asked.question().variant(given.variant()).in(language.words(ctx));
    if (given.hint() < 1 || given.hint() > posed.hints()) {
      throw new NotFoundResponse(
          "The question has %d hints; there is no hint %d.".formatted(posed.hints(), given.hint()));
    }
    Map<String, Integer> number = Map.of("hint", given.hint());
    cookie
        .learner(ctx)
        .ifPresent(learner -> events.append(learner, Verb.HINTED, asked.name(), number));
    ctx.header("Cache-Control", "no-store");
    if (wantsPage(ctx)) {
      page.sendHint(
          ctx, asked.lesson(), Attempted.of(posed, given.answer(), given.attempt()), given.hint());
    } else {
      String html = posed.hint(given.hint()).render();
      ctx.json(Map.of("html", html, "left", posed.hints() - given.hint()));
    }
  }

  private void read(Context ctx) {
    Submission given = Submission.ofQuery(ctx);
    Posed posed =
        Asked.of(ctx, lessons).question().variant(given.variant()).in(language.words(ctx));
    ctx.header("Cache-Control", "no-store");
    ctx.json(
        Map.of(
            "flaw", posed.flaw(given.answer()).orElse(""),
            "tex", posed.tex(given.answer()).orElse("")));
  }

  private static boolean wantsPage(Context ctx) {
    String accepted = ctx.header("Accept");
    return accepted != null && accepted.contains("text/html");
  }
}
