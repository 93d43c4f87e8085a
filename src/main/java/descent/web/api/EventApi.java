package descent.web.api;

import descent.classroom.Events;
import descent.classroom.Verb;
import descent.content.Lesson;
import descent.web.LearnerCookie;
import descent.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code POST /api/event/VERB/LESSON} and {@code POST /api/event/ran/LESSON/FIGURE}: what a browser
 * alone can know. Only finishing a lesson makes a reader a learner.
 */
public final class EventApi implements Routes {
  private static final List<Verb> OF_LESSONS = List.of(Verb.EXPERIENCED, Verb.COMPLETED);
  private static final int LONGEST_QUERY = 2_000;

  private final Function<String, Optional<Lesson>> lessons;
  private final LearnerCookie cookie;
  private final Events events;

  /**
   * @param lessons a lesson by its slug
   */
  public EventApi(Function<String, Optional<Lesson>> lessons, LearnerCookie cookie, Events events) {
    this.lessons = lessons;
    this.cookie = cookie;
    this.events = events;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    for (Verb verb : OF_LESSONS) {
      routes.post("/api/event/" + verb + "/{lesson}", ctx -> lesson(ctx, verb));
    }
    routes.post("/api/event/" + Verb.RAN + "/{lesson}/{figure}", this::ran);
  }

  private void lesson(Context ctx, Verb verb) {
    String lesson = Asked.lesson(ctx.pathParam("lesson"), lessons).slug();
    Optional<String> learner =
        verb == Verb.COMPLETED ? Optional.of(cookie.enrolled(ctx)) : cookie.learner(ctx);
    learner.ifPresent(known -> events.append(known, verb, lesson, Map.of()));
    ctx.status(204);
  }

  private void ran(Context ctx) {
    Lesson lesson = Asked.lesson(ctx.pathParam("lesson"), lessons);
    String figure = ctx.pathParam("figure");
    if (lesson.blocks().stream().noneMatch(block -> block.caption().id().equals(figure))) {
      throw new NotFoundResponse(lesson.slug() + " has no figure called " + figure + ".");
    }
    String query = ctx.body();
    if (query.length() > LONGEST_QUERY) {
      throw new BadRequestResponse(
          "The query of a run has at most %,d characters, not %,d."
              .formatted(LONGEST_QUERY, query.length()));
    }
    String object = lesson.slug() + "/" + figure;
    cookie
        .learner(ctx)
        .ifPresent(known -> events.append(known, Verb.RAN, object, Map.of("query", query)));
    ctx.status(204);
  }
}
