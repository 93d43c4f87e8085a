package descent.web.page;

import static j2html.TagCreator.*;

import descent.content.Lesson;
import descent.content.directive.Language;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /dev/blocks}: each block with its doc and its example, live. */
public final class BlocksPage implements Routes {
  static final String ADDRESS = "/dev/blocks";

  private final Layout layout;
  private final Supplier<Lesson> examples;

  /**
   * @param examples one section for each block
   */
  public BlocksPage(Layout layout, Supplier<Lesson> examples) {
    this.layout = layout;
    this.examples = examples;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, this::show);
  }

  private void show(Context ctx) {
    Lesson lesson = examples.get();
    layout.send(ctx, View.of(lesson.title(), page(lesson, ctx.queryParamMap(), layout.words(ctx))));
  }

  private static DomContent page(Lesson lesson, Map<String, List<String>> query, Words words) {
    return Language.ofAuthor(main(), words)
        .with(
            header(h1(lesson.title()), p(rawHtml(lesson.standfirst())).withClass("stand"))
                .withClass("title"),
            rawHtml(lesson.body(query, words)))
        .withId("main")
        .withClass("wrap lesson manual");
  }
}
