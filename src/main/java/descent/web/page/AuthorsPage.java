package descent.web.page;

import static j2html.TagCreator.*;

import descent.content.directive.Language;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.util.function.Supplier;

/** {@code /authors}: how a lesson is written, printed from the blocks themselves. */
public final class AuthorsPage implements Routes {
  private final Layout layout;
  private final Supplier<String> manual;

  /**
   * @param manual sections of HTML
   */
  public AuthorsPage(Layout layout, Supplier<String> manual) {
    this.layout = layout;
    this.manual = manual;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/authors", this::show);
  }

  private void show(Context ctx) {
    Words words = layout.words(ctx);
    layout.send(ctx, View.of(words.say("For authors"), page(words)));
  }

  private DomContent page(Words words) {
    return Language.ofAuthor(main(), words)
        .with(
            Language.ofReader(header(), words)
                .with(
                    h1(words.say("For authors")),
                    p(
                            text(
                                words.say(
                                        "How a lesson is written. What each block can do is"
                                            + " printed here from the block itself;")
                                    + " "),
                            a(words.say("all of them, live")).withHref("/dev/blocks"),
                            text("."))
                        .withClass("stand"))
                .withClass("title"),
            rawHtml(manual.get()))
        .withId("main")
        .withClass("wrap lesson manual");
  }
}
