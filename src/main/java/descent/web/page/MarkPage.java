package descent.web.page;

import static j2html.TagCreator.*;

import descent.content.Lesson;
import descent.content.question.Mark;
import descent.content.question.Question;
import io.javalin.http.Context;
import j2html.tags.DomContent;

/** The mark of an answer, for a reader whose browser runs no scripts. */
public final class MarkPage {
  private final Layout layout;

  public MarkPage(Layout layout) {
    this.layout = layout;
  }

  public void send(Context ctx, Lesson lesson, Question question, Mark mark) {
    String back = CourseMap.address(lesson.slug()) + "#" + question.id();
    layout.send(
        ctx,
        new View(
            verdict(mark),
            CourseMap.crumb(layout.course(), lesson.slug()),
            lesson.slug(),
            main(
                    header(
                            p(lesson.number() + " " + lesson.title()).withClass("no ui"),
                            h1(verdict(mark)))
                        .withClass("title"),
                    section(
                        div(question.text().blocks()),
                        iff(!mark.html().isEmpty(), div(rawHtml(mark.html())).withClass("fb")),
                        each(mark.notes(), MarkPage::note),
                        p(a("Back to the question").withClass("btn primary").withHref(back))
                            .withClass("ui")))
                .withId("main")
                .withClass("wrap lesson")));
  }

  private static DomContent note(Mark.Note note) {
    return div(p(b(note.right() ? "✓ Right." : "✕ Not this.")), div(rawHtml(note.html())))
        .withClass("fb");
  }

  private static String verdict(Mark mark) {
    return switch (mark.verdict()) {
      case RIGHT -> "Right";
      case PARTLY -> "Partly right";
      case WRONG -> "Not this";
      case INVALID -> "Not an answer yet";
    };
  }
}
