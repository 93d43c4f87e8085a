package descent.web;

import descent.classroom.Learners;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/**
 * Whose request it is. A browser gets the cookie with the first thing worth keeping; its value is
 * the learner's code, which no address and no log ever holds.
 */
public final class LearnerCookie {
  private static final String NAME = "descent";
  private static final int LONGEST_AGE = 400 * 24 * 60 * 60;

  private final Learners learners;

  public LearnerCookie(Learners learners) {
    this.learners = learners;
  }

  /** The learner's id; empty before there is anything to keep, and for a cookie that is no code. */
  public Optional<String> learner(Context ctx) {
    return Optional.ofNullable(ctx.cookie(NAME)).flatMap(learners::find);
  }

  /** The learner's id, of a new learner if need be. */
  public String enrolled(Context ctx) {
    return learner(ctx)
        .orElseGet(
            () -> {
              Learners.Enrolled enrolled = learners.enrol();
              set(ctx, enrolled.code().letters(), LONGEST_AGE);
              return enrolled.learner();
            });
  }

  private static void set(Context ctx, String value, int age) {
    boolean secure = ctx.scheme().equals("https");
    ctx.cookie(new Cookie(NAME, value, "/", age, secure, true, null, SameSite.LAX));
  }
}
