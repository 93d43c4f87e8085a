package descent.web.page;

import static j2html.TagCreator.*;

import descent.content.Course;
import descent.content.directive.Language;
import descent.content.search.Search;
import descent.content.search.Search.Hit;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** {@code /search?q=…}: words in the lessons, figures and the glossary. */
public final class SearchPage implements Routes {
  private final Layout layout;
  private final AtomicReference<Optional<Index>> index = new AtomicReference<>(Optional.empty());

  private record Index(Course course, Search search) {}

  public SearchPage(Layout layout) {
    this.layout = layout;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/search", this::show);
  }

  private void show(Context ctx) {
    Words words = layout.words(ctx);
    String asked = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
    List<Hit> hits = asked.isEmpty() ? List.of() : search().hits(asked);
    layout.send(
        ctx,
        View.of(
            asked.isEmpty() ? words.say("Search") : asked + " · " + words.say("Search"),
            main(
                    header(h1(words.say("Search")), form(asked, words)).withClass("title"),
                    iff(!asked.isEmpty(), results(asked, hits, words)))
                .withId("main")
                .withClass("wrap lesson")));
  }

  /** The index of the course as it is now; made anew when an author has changed it. */
  private Search search() {
    Course course = layout.course();
    return index
        .updateAndGet(
            known ->
                known.filter(k -> k.course() == course).isPresent()
                    ? known
                    : Optional.of(new Index(course, new Search(course))))
        .orElseThrow()
        .search();
  }

  private static DomContent form(String asked, Words words) {
    return j2html.TagCreator.form(
            label(words.say("Words")).withClass("vh").withFor("q"),
            input()
                .withType("search")
                .withName("q")
                .withId("q")
                .withClass("field")
                .withMaxlength("200")
                .withValue(asked)
                .attr("autocomplete", "off"),
            button(words.say("Search")).withClass("btn primary"))
        .withClass("row ui search")
        .attr("role", "search")
        .withMethod("get")
        .withAction("/search");
  }

  private static DomContent results(String asked, List<Hit> hits, Words words) {
    return section(
        p(count(asked, hits.size(), words)).withClass("ui small").attr("role", "status"),
        iff(
            !hits.isEmpty(),
            Language.ofAuthor(ol(each(hits, SearchPage::hit)).withClass("hits"), words)));
  }

  private static String count(String asked, int hits, Words words) {
    return switch (hits) {
      case 0 -> words.say("No section, figure or term has all of these words: {0}.", asked);
      case 1 -> words.say("1 place.");
      default -> words.say("{0} places, the best first.", hits);
    };
  }

  private static DomContent hit(Hit hit) {
    return li(
        span(hit.place()).withClass("ui small"),
        a(hit.title()).withHref(hit.address()),
        p(rawHtml(hit.excerpt())));
  }
}
