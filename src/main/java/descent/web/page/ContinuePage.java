package descent.web.page;

import static j2html.TagCreator.*;

import descent.web.LearnerCookie;
import descent.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import j2html.tags.DomContent;

/** {@code /continue}: takes the code that another device shows, and goes on with its work. */
public final class ContinuePage implements Routes {
  private static final String UNKNOWN =
      "This code is nobody's here. It has 16 letters and digits, as in 7K3M-Q0XD-WT52-9HJA;"
          + " compare it with the one that the other device shows under My work.";

  private final Layout layout;
  private final LearnerCookie cookie;

  public ContinuePage(Layout layout, LearnerCookie cookie) {
    this.layout = layout;
    this.cookie = cookie;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/continue", ctx -> show(ctx, ""));
    routes.post("/continue", this::take);
  }

  private void take(Context ctx) {
    String code = ctx.formParam("code");
    if (code != null && cookie.resume(ctx, code)) {
      ctx.redirect("/work", io.javalin.http.HttpStatus.SEE_OTHER);
    } else {
      show(ctx.status(400), UNKNOWN);
    }
  }

  private void show(Context ctx, String complaint) {
    layout.send(
        ctx,
        View.of(
            "Continue",
            main(
                    header(
                            h1("Continue"),
                            p("Type the code that your other device shows under My work. Your"
                                    + " answers, marks and drafts are here then, too.")
                                .withClass("stand"))
                        .withClass("title"),
                    section(form(complaint), iff(cookie.learner(ctx).isPresent(), warning())))
                .withId("main")
                .withClass("wrap lesson")));
  }

  private static DomContent form(String complaint) {
    boolean isRefused = !complaint.isEmpty();
    return j2html.TagCreator.form(
            label("Code").withFor("code"),
            input()
                .withId("code")
                .withName("code")
                .withClass("field")
                .withMaxlength("64")
                .isRequired()
                .attr("autocomplete", "off")
                .attr("autocapitalize", "characters")
                .attr("spellcheck", "false")
                .condAttr(isRefused, "aria-invalid", "true")
                .condAttr(isRefused, "aria-describedby", "refused"),
            button("Continue").withClass("btn primary").withType("submit"),
            iff(isRefused, p(complaint).withClass("ferr").withId("refused").attr("role", "alert")))
        .withMethod("post")
        .withAction("/continue")
        .withClass("resume ui");
  }

  private static DomContent warning() {
    return p(
        text("This browser already has work of its own. It stays under its own code: "),
        a("copy that first").withHref("/work"),
        text(", if you want to come back to it."));
  }
}
