package descent.web.page;

import static j2html.TagCreator.*;

import descent.classroom.Progress;
import descent.classroom.Progress.Stage;
import descent.content.Course;
import descent.content.Course.Entry;
import descent.content.Course.Part;
import descent.content.Course.State;
import descent.content.Lesson;
import descent.content.directive.Language;
import descent.words.Words;
import j2html.tags.DomContent;
import j2html.tags.specialized.LiTag;
import java.util.List;
import java.util.Locale;

/** The course at a glance: its lessons by part, and as a line of dots in the header. */
final class CourseMap {
  private static final List<String> ROMAN =
      List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII");
  private static final int WIDTH = 150;

  private CourseMap() {}

  /** All parts with their lessons; {@code current} is the slug of the lesson that is read. */
  static DomContent map(Course course, String current, Progress progress, Words words) {
    return section(
            div(
                    h2(words.say("The course")).withId("course-title"),
                    p(
                            text(summary(course, words) + " "),
                            span(words(progress, words)).attr("data-progress-words"))
                        .withClass("csum ui"),
                    div(each(course.parts(), part -> part(course, part, current, progress, words)))
                        .withClass("parts ui"))
                .withClass("wrap"))
        .withClass("course")
        .withId("course")
        .attr("aria-labelledby", "course-title");
  }

  /** One dot a lesson, going down as a loss does. */
  static DomContent line(Course course, String current, Progress progress, Words words) {
    List<Entry> entries = entries(course);
    if (entries.isEmpty()) {
      return text("");
    }
    int here = indexOf(entries, current);
    int all = entries.size();
    String lessons = words.count(all, "{0} lesson", "{0} lessons");
    return a(
            span(here < 0 ? lessons : words.say("{0} of {1}", here + 1, all))
                .withClass("lbl small"),
            rawHtml(curve(entries, here, progress)))
        .withClass("prog")
        .withHref(here < 0 ? "/#course" : "#course")
        .attr(
            "aria-label",
            here < 0
                ? words.say("Course progress: {0}", lessons)
                : words.say("Course progress: lesson {0} of {1}", here + 1, all));
  }

  /** Such as "Part II, Speed"; empty for an unknown lesson. */
  static String crumb(Course course, String slug, Words words) {
    List<Part> parts = course.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (indexOf(parts.get(i).entries(), slug) >= 0) {
        return words.say("Part {0}, {1}", roman(i), parts.get(i).title());
      }
    }
    return "";
  }

  static List<Entry> entries(Course course) {
    return course.parts().stream().flatMap(part -> part.entries().stream()).toList();
  }

  static String address(String slug) {
    return "/lessons/" + slug;
  }

  private static String summary(Course course, Words words) {
    int minutes = course.lessons().stream().mapToInt(Lesson::minutes).sum();
    int all = entries(course).size();
    int ready = course.lessons().size();
    String time =
        minutes < 100
            ? words.count(minutes, "{0} minute", "{0} minutes")
            : words.say("about {0} hours", Math.round(minutes / 60.0));
    String lessons = words.count(all, "{0} lesson", "{0} lessons");
    return ready == all
        ? words.say("{0}, {1}.", lessons, time)
        : words.say("{0}, of which {1} can be read now: {2}.", lessons, ready, time);
  }

  private static DomContent part(
      Course course, Part part, String current, Progress progress, Words words) {
    String title = roman(course.parts().indexOf(part)) + " " + part.title();
    return div(
            Language.ofAuthor(h3(title), words),
            ol(each(part.entries(), entry -> entry(course, entry, current, progress, words))))
        .withClass("part");
  }

  private static LiTag entry(
      Course course, Entry entry, String current, Progress progress, Words words) {
    boolean now = entry.slug().equals(current);
    String remark =
        switch (entry.state()) {
          case READY -> remark(course, entry, progress, words);
          case REFUSED -> words.say("has mistakes");
          case PLANNED -> words.say("planned");
        };
    DomContent[] cells = {
      span().withClass("d"),
      span(String.valueOf(entry.number())).withClass("n"),
      Language.ofAuthor(span(entry.title()).withClass("t"), words),
      span(remark).withClass("min")
    };
    boolean planned = entry.state() == State.PLANNED;
    return li(planned
            ? div(cells)
            : a(cells).withHref(address(entry.slug())).condAttr(now, "aria-current", "page"))
        .withClass(
            (now ? "now" : entry.state().name().toLowerCase(Locale.ROOT))
                + state(progress, entry.slug()))
        .attr("data-lesson", entry.slug());
  }

  private static String remark(Course course, Entry entry, Progress progress, Words words) {
    String done = progress.in(entry.slug()).map(stage -> stage.words(words)).orElse("");
    return done.isEmpty()
        ? course
            .lesson(entry.slug())
            .map(lesson -> words.say("{0} min", lesson.minutes()))
            .orElse("")
        : done;
  }

  /** A class name, after a space. */
  private static String state(Progress progress, String slug) {
    return progress.in(slug).map(stage -> " " + state(stage)).orElse("");
  }

  static String state(Stage stage) {
    return stage.finished() ? "done" : "visited";
  }

  static String words(Progress progress, Words words) {
    return progress.lessons().isEmpty()
        ? words.say("A dot fills when a lesson is finished.")
        : progress.words(words);
  }

  private static String curve(List<Entry> entries, int here, Progress progress) {
    var dots = new StringBuilder();
    for (int i = 0; i < entries.size(); i++) {
      dots.append(
          "<circle cx='%.1f' cy='%.1f' r='%s' data-lesson='%s' class='%s'/>"
              .formatted(
                  x(i, entries.size()),
                  y(i, entries.size()),
                  i == here ? "4" : "2.25",
                  entries.get(i).slug(),
                  ((i == here ? "now" : "") + state(progress, entries.get(i).slug())).strip()));
    }
    return "<svg viewBox='0 0 150 28' aria-hidden='true'><path d='%s'/><path class='walked' d='%s'/>%s</svg>"
        .formatted(path(entries.size(), entries.size()), path(here + 1, entries.size()), dots);
  }

  private static String path(int points, int all) {
    var path = new StringBuilder();
    for (int i = 0; i < points; i++) {
      path.append("%s%.1f %.1f".formatted(i == 0 ? "M" : "L", x(i, all), y(i, all)));
    }
    return path.toString();
  }

  private static double x(int i, int all) {
    return 4 + (WIDTH - 8) * (all == 1 ? 0 : i / (all - 1.0));
  }

  private static double y(int i, int all) {
    double done = all == 1 ? 0 : i / (all - 1.0);
    return 5 + 18 * (1 - Math.exp(-3 * done)) / (1 - Math.exp(-3));
  }

  private static int indexOf(List<Entry> entries, String slug) {
    return entries.stream().map(Entry::slug).toList().indexOf(slug);
  }

  private static String roman(int index) {
    return index < ROMAN.size() ? ROMAN.get(index) : String.valueOf(index + 1);
  }
}
