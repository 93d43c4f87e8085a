package descent.web;

import descent.classroom.Learners;
import descent.classroom.ResumeCode;
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

  /** The learner's id, of a new learner if need be; the reply tells the page its tag. */
  public String enrolled(Context ctx) {
    String learner = learner(ctx).orElseGet(() -> enrol(ctx));
    ctx.header("Descent-Learner", Learners.tag(learner));
    return learner;
  }

  private String enrol(Context ctx) {
    Learners.Enrolled enrolled = learners.enrol();
    set(ctx, enrolled.code().letters(), LONGEST_AGE);
    return enrolled.learner();
  }

  /** Continues as the learner of a code; changes nothing if it is nobody's. */
  public boolean resume(Context ctx, String text) {
    boolean known = learners.find(text).isPresent();
    if (known) {
      set(ctx, ResumeCode.read(text).orElseThrow().letters(), LONGEST_AGE);
    }
    return known;
  }

  /** The code to copy, of a learner who is known. */
  public Optional<ResumeCode> code(Context ctx) {
    return learner(ctx).flatMap(learner -> ResumeCode.read(ctx.cookie(NAME)));
  }

  /** Forgets the learner and all that was kept. */
  public void forget(Context ctx) {
    learner(ctx).ifPresent(learners::forget);
    set(ctx, "", 0);
  }

  private static void set(Context ctx, String value, int age) {
    boolean secure = ctx.scheme().equals("https");
    ctx.cookie(new Cookie(NAME, value, "/", age, secure, true, null, SameSite.LAX));
  }
}
