package descent.web.page;

import static j2html.TagCreator.*;

import descent.content.source.Mistake;
import java.util.List;

/** What an author reads in place of a lesson with mistakes: the words of {@code check}. */
final class RefusedLesson {
  private RefusedLesson() {}

  static View view(String slug, List<Mistake> mistakes) {
    String count = mistakes.size() == 1 ? "one mistake" : mistakes.size() + " mistakes";
    return View.of(
        "Mistakes in " + slug,
        main(
                header(
                        p(slug).withClass("no ui"),
                        h1("This lesson has " + count),
                        p("It is shown when they are mended; the other lessons are served. Reload"
                                + " this page after a change.")
                            .withClass("stand"))
                    .withClass("title"),
                section(
                    ol(each(mistakes, RefusedLesson::line)).withClass("mistakes"),
                    p(
                            text("The same list, for a whole course: "),
                            code("java -jar target/descent.jar check content"))
                        .withClass("ui")))
            .withId("main")
            .withClass("wrap lesson"));
  }

  private static j2html.tags.DomContent line(Mistake mistake) {
    return li(
        code(mistake.file() + ":" + mistake.line()),
        span(mistake.isError() ? " " : " warning: "),
        text(mistake.message()));
  }
}
