package descent.web.page;

import static j2html.TagCreator.*;

import descent.content.Course;
import descent.content.Course.Reference;
import descent.content.Lesson;
import descent.content.directive.Language;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.util.List;

/** {@code /bibliography}: all works that lessons cite, each with the lessons that do. */
public final class BibliographyPage implements Routes {
  private final Layout layout;

  public BibliographyPage(Layout layout) {
    this.layout = layout;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/bibliography", this::show);
  }

  private void show(Context ctx) {
    Words words = layout.words(ctx);
    Course course = layout.course();
    layout.send(
        ctx,
        View.of(
            words.say("Bibliography"),
            main(
                    header(
                            h1(words.say("Bibliography")),
                            p(words.say("What the lessons rest on, and where each work is cited."))
                                .withClass("stand"))
                        .withClass("title"),
                    section(
                        Language.ofAuthor(
                            ul(each(course.references(), each -> entry(course, each, words)))
                                .withClass("works"),
                            words)))
                .withId("main")
                .withClass("wrap lesson")));
  }

  private static DomContent entry(Course course, Reference reference, Words words) {
    List<Lesson> citing =
        course.lessons().stream()
            .filter(lesson -> lesson.cites().contains(reference.label()))
            .toList();
    return li(
            rawHtml(reference.text()),
            iff(
                !citing.isEmpty(),
                span(
                        text(" " + words.say("In") + " "),
                        each(
                            citing,
                            lesson ->
                                each(
                                    text(lesson == citing.get(0) ? "" : ", "),
                                    a(lesson.number() + " " + lesson.title())
                                        .withHref(CourseMap.address(lesson.slug())))),
                        text("."))
                    .withClass("ui small")))
        .withId(reference.label());
  }
}
