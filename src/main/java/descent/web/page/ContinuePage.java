package descent.web.page;

import static descent.words.Words.key;
import static j2html.TagCreator.*;

import descent.web.LearnerCookie;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import j2html.tags.DomContent;

/** {@code /continue}: takes the code that another device shows, and goes on with its work. */
public final class ContinuePage implements Routes {
  private static final String UNKNOWN =
      key(
          "This code is nobody's here. It has 16 letters and digits, as in 7K3M-Q0XD-WT52-9HJA;"
              + " compare it with the one that the other device shows under My work.");

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
    Words words = layout.words(ctx);
    layout.send(
        ctx,
        View.of(
            words.say("Continue"),
            main(
                    header(
                            h1(words.say("Continue")),
                            p(words.say(
                                    "Type the code that your other device shows under My work."
                                        + " Your answers, marks and drafts are here then, too."))
                                .withClass("stand"))
                        .withClass("title"),
                    section(
                        form(complaint, words),
                        iff(cookie.learner(ctx).isPresent(), warning(words))))
                .withId("main")
                .withClass("wrap lesson")));
  }

  private static DomContent form(String complaint, Words words) {
    boolean isRefused = !complaint.isEmpty();
    return j2html.TagCreator.form(
            label(words.say("Code")).withFor("code"),
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
            button(words.say("Continue")).withClass("btn primary").withType("submit"),
            iff(
                isRefused,
                p(words.say(complaint)).withClass("ferr").withId("refused").attr("role", "alert")))
        .withMethod("post")
        .withAction("/continue")
        .withClass("resume ui");
  }

  private static DomContent warning(Words words) {
    return p(
        text(
            words.say(
                    "This browser already has work of its own. It stays under its own code; if you"
                        + " want to come back to it,")
                + " "),
        a(words.say("copy that first")).withHref("/work"),
        text("."));
  }
}
