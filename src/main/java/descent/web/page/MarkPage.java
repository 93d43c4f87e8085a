package descent.web.page;

import static j2html.TagCreator.*;

import descent.content.Lesson;
import descent.content.directive.Language;
import descent.content.question.Attempted;
import descent.content.question.Mark;
import descent.content.question.Mark.Verdict;
import descent.content.question.Posed;
import descent.words.Words;
import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The mark of an answer, or a hint, for a reader whose browser runs no scripts. */
public final class MarkPage {
  private final Layout layout;

  public MarkPage(Layout layout) {
    this.layout = layout;
  }

  public void send(Context ctx, Lesson lesson, Attempted attempted) {
    Words words = layout.words(ctx);
    Mark mark = attempted.mark();
    boolean varies = attempted.posed().question().about().variables().vary();
    boolean offersAnother = varies && mark.verdict() != Verdict.INVALID;
    send(
        ctx,
        lesson,
        attempted,
        offersAnother,
        verdict(mark, words),
        each(
            iff(!mark.html().isEmpty(), div(rawHtml(mark.html())).withClass("fb")),
            each(mark.notes(), note -> note(note, words)),
            iff(attempted.solution(), solution -> div(solution).withClass("fb solution")),
            iff(
                mark.verdict() == Verdict.WRONG,
                p(words.count(attempted.left(), "{0} attempt is left.", "{0} attempts are left."))
                    .withClass("ui"))));
  }

  /** A hint, counted from 1; what was typed stands in the form again on the way back. */
  public void sendHint(Context ctx, Lesson lesson, Attempted before, int number) {
    Attempted same = before.among(before.number() - 1);
    DomContent hint = div(before.posed().hint(number)).withClass("fb");
    send(ctx, lesson, same, false, layout.words(ctx).say("Hint {0}", number), hint);
  }

  /**
   * @param offersAnother whether an answer has opened the variant after this one
   */
  private void send(
      Context ctx,
      Lesson lesson,
      Attempted attempted,
      boolean offersAnother,
      String title,
      DomContent content) {
    Words words = layout.words(ctx);
    Posed posed = attempted.posed();
    layout.send(
        ctx,
        new View(
            title,
            CourseMap.crumb(layout.course(), lesson.slug(), words),
            lesson.slug(),
            main(
                    header(
                            Language.ofAuthor(
                                p(lesson.number() + " " + lesson.title()).withClass("no ui"),
                                words),
                            h1(title))
                        .withClass("title"),
                    section(
                        Language.ofAuthor(div(rawHtml(posed.asked())), words),
                        content,
                        p(
                                a(words.say("Back to the question"))
                                    .withClass("btn primary")
                                    .withHref(back(lesson, attempted)),
                                iff(
                                    offersAnother,
                                    a(words.say("Another variant"))
                                        .withClass("btn")
                                        .withHref(another(lesson, posed))))
                            .withClass("ui row")))
                .withId("main")
                .withClass("wrap lesson")));
  }

  /** The page that asks: a lesson of the course, or the examples of the blocks. */
  private String page(Lesson lesson) {
    return layout.course().lesson(lesson.slug()).isPresent()
        ? CourseMap.address(lesson.slug())
        : BlocksPage.ADDRESS;
  }

  /** The question with the answer in its fields. */
  private String back(Lesson lesson, Attempted attempted) {
    Posed posed = attempted.posed();
    String id = posed.question().id();
    var query = new StringBuilder();
    if (posed.question().about().variables().vary()) {
      query.append("&").append(id).append(".variant=").append(posed.draw().seed());
    }
    if (attempted.next() > 1) {
      query.append("&").append(id).append(".attempt=").append(attempted.next());
    }
    for (String value : attempted.answer()) {
      query
          .append("&")
          .append(id)
          .append(".answer=")
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
    String written = query.isEmpty() ? "" : "?" + query.substring(1);
    return page(lesson) + written + "#" + id;
  }

  private String another(Lesson lesson, Posed posed) {
    String id = posed.question().id();
    return "%s?%s.variant=%d#%s".formatted(page(lesson), id, posed.draw().seed() + 1, id);
  }

  private static DomContent note(Mark.Note note, Words words) {
    return div(
            p(b(note.right() ? words.say("✓ Right") : words.say("✕ Not this"))),
            div(rawHtml(note.html())))
        .withClass("fb");
  }

  private static String verdict(Mark mark, Words words) {
    return switch (mark.verdict()) {
      case RIGHT -> words.say("Right");
      case PARTLY -> words.say("Partly right");
      case WRONG -> words.say("Not this");
      case NOTED -> words.say("Noted");
      case INVALID -> words.say("Not an answer yet");
    };
  }
}
