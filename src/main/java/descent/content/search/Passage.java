package descent.content.search;

import descent.content.Course;
import descent.content.Lesson;
import descent.content.directive.Caption;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A piece of the course that a search can find.
 *
 * @param place where it stands, such as "5 Momentum"
 * @param title plain text
 * @param words plain text; formulas as TeX between dollars
 */
record Passage(String place, String title, String address, String words) {

  /** All sections, figures and terms of a course. */
  static List<Passage> of(Course course) {
    return Stream.concat(
            course.lessons().stream()
                .flatMap(lesson -> Stream.concat(sections(lesson), figures(lesson))),
            course.glossary().stream()
                .map(
                    term ->
                        new Passage(
                            "Glossary",
                            term.name(),
                            "/glossary#" + term.id(),
                            words(Jsoup.parseBodyFragment(term.definition()).body()))))
        .toList();
  }

  /** What stands before the first heading belongs to the lesson itself, as its aims do. */
  private static Stream<Passage> sections(Lesson lesson) {
    String aims = lesson.standfirst() + " " + String.join(" ", lesson.objectives());
    Element text = Jsoup.parseBodyFragment(lesson.prose()).body();
    Passage whole =
        new Passage(
            place(lesson),
            lesson.title(),
            address(lesson),
            words(Jsoup.parseBodyFragment(aims).body()));
    return Stream.concat(
        Stream.of(whole),
        text.select("section:has(> h2)").stream().map(section -> section(lesson, section)));
  }

  private static Passage section(Lesson lesson, Element section) {
    Element heading = section.selectFirst("h2");
    String id = heading.id();
    heading.select(".anchor").remove();
    String title = words(heading);
    heading.remove();
    return new Passage(place(lesson), title, address(lesson) + "#" + id, words(section));
  }

  private static Stream<Passage> figures(Lesson lesson) {
    return lesson.blocks().stream()
        .map(block -> block.caption())
        .filter(caption -> !caption.number().isEmpty())
        .map(caption -> figure(lesson, caption));
  }

  private static Passage figure(Lesson lesson, Caption caption) {
    String title = caption.number();
    if (!caption.title().isEmpty()) {
      title += ". " + words(Jsoup.parseBodyFragment(caption.title().inline().render()).body());
    }
    return new Passage(
        place(lesson), title, address(lesson) + "#" + caption.id(), caption.alternative().text());
  }

  private static String place(Lesson lesson) {
    return lesson.number() + " " + lesson.title();
  }

  private static String address(Lesson lesson) {
    return "/lessons/" + lesson.slug();
  }

  private static String words(Element element) {
    element.select(".math").forEach(formula -> formula.text("$" + formula.text() + "$"));
    element.select(".fn, a:containsOwn(↩)").remove();
    return element.text();
  }
}
