package descent.web.page;

import static j2html.TagCreator.*;

import descent.content.Course.Term;
import descent.content.directive.Language;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.util.List;

/** {@code /glossary}: the words of the course; lessons link a term at its first use. */
public final class GlossaryPage implements Routes {
  private final Layout layout;

  public GlossaryPage(Layout layout) {
    this.layout = layout;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/glossary", this::show);
  }

  private void show(Context ctx) {
    Words words = layout.words(ctx);
    List<Term> terms = layout.course().glossary();
    layout.send(
        ctx,
        View.of(
            words.say("Glossary"),
            main(
                    header(
                            h1(words.say("Glossary")),
                            p(words.say("The words of the course, each as it is used here."))
                                .withClass("stand"))
                        .withClass("title"),
                    section(
                        Language.ofAuthor(
                            dl(each(terms, GlossaryPage::term)).withClass("terms"), words)))
                .withId("main")
                .withClass("wrap lesson")));
  }

  private static DomContent term(Term term) {
    return div(dt(term.name()), dd(rawHtml(term.definition()))).withId(term.id());
  }
}
