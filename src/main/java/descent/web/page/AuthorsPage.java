package descent.web.page;

import static j2html.TagCreator.*;

import descent.web.Routes;
import io.javalin.config.RoutesConfig;
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
    routes.get("/authors", ctx -> layout.send(ctx, View.of("For authors", page())));
  }

  private DomContent page() {
    return main(
            header(
                    h1("For authors"),
                    p(
                            text(
                                "How a lesson is written. What each block can do is printed here"
                                    + " from the block itself; "),
                            a("all of them, live").withHref("/dev/blocks"),
                            text("."))
                        .withClass("stand"))
                .withClass("title"),
            rawHtml(manual.get()))
        .withId("main")
        .withClass("wrap lesson manual");
  }
}
