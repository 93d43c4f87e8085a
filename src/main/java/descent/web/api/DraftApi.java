package descent.web.api;

import descent.classroom.Drafts;
import descent.classroom.Drafts.Typed;
import descent.content.Lesson;
import descent.web.LearnerCookie;
import descent.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code POST /api/draft/LESSON/QUESTION}: keeps what is typed, without marking it. The reply says
 * which revision is kept now: a larger one than was sent was typed elsewhere.
 */
public final class DraftApi implements Routes {
  private static final long LAST_REVISION = 1L << 52;

  private final Function<String, Optional<Lesson>> lessons;
  private final LearnerCookie cookie;
  private final Drafts drafts;

  /**
   * @param lessons a lesson by its slug
   */
  public DraftApi(Function<String, Optional<Lesson>> lessons, LearnerCookie cookie, Drafts drafts) {
    this.lessons = lessons;
    this.cookie = cookie;
    this.drafts = drafts;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/draft/{lesson}/{question}", this::save);
  }

  private void save(Context ctx) {
    Asked asked = Asked.of(ctx, lessons);
    Submission sent = Submission.of(ctx);
    if (sent.revision() < 1 || sent.revision() > LAST_REVISION) {
      throw new BadRequestResponse(
          "The revision of a draft is a whole number from 1, not %d.".formatted(sent.revision()));
    }
    sent.check(asked.question());
    String version = asked.question().about().version();
    Typed typed = new Typed(asked.name(), version, sent.variant(), sent.answer(), sent.revision());
    Typed kept = drafts.save(cookie.enrolled(ctx), typed);
    ctx.header("Cache-Control", "no-store")
        .json(Map.of("kept", kept.equals(typed), "revision", kept.revision()));
  }
}
