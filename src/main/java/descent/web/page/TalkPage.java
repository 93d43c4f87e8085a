package descent.web.page;

import static j2html.TagCreator.*;

import descent.content.Course.Row;
import descent.content.Lesson;
import descent.content.directive.Language;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;

/** {@code /talk}: where each row of the talk that the course grew from is found in it. */
public final class TalkPage implements Routes {
  private final Layout layout;

  public TalkPage(Layout layout) {
    this.layout = layout;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/talk", this::show);
  }

  private void show(Context ctx) {
    Words words = layout.words(ctx);
    List<Row> rows = layout.course().talk();
    layout.send(
        ctx,
        View.of(
            words.say("From the talk"),
            main(
                    header(
                            h1(words.say("From the talk")),
                            p(words.say(
                                    "The course grew from a talk by Christian S. Perone. Each idea"
                                        + " of the talk, with the lesson and the figure it became."))
                                .withClass("stand"))
                        .withClass("title"),
                    section(
                        table(
                                thead(
                                    tr(
                                        column(words.say("Row")),
                                        column(words.say("Idea")),
                                        column(words.say("Lesson")),
                                        column(words.say("Figure")))),
                                Language.ofAuthor(tbody(each(rows, row -> row(row, words))), words))
                            .withClass("talk")))
                .withId("main")
                .withClass("wrap lesson")));
  }

  private static DomContent column(String name) {
    return th(name).attr("scope", "col");
  }

  private static DomContent row(Row row, Words words) {
    return tr(
            td(row.id()),
            td(rawHtml(row.says())),
            td(row.lesson().map(TalkPage::lesson).orElse(text(words.say("planned")))),
            td(row.lesson().flatMap(lesson -> figure(lesson, row)).orElse(text(""))))
        .withId(row.id());
  }

  private static DomContent lesson(Lesson lesson) {
    return a(lesson.number() + " " + lesson.title()).withHref("/lessons/" + lesson.slug());
  }

  private static Optional<DomContent> figure(Lesson lesson, Row row) {
    return row.figure()
        .<DomContent>map(
            f ->
                a(f.number().replace(' ', '\u00a0'))
                    .withHref("/lessons/" + lesson.slug() + "#" + f.id()));
  }
}
