package descent.web.page;

import static j2html.TagCreator.*;

import descent.classroom.Progress;
import descent.content.Course;
import descent.content.Lesson;
import descent.content.directive.Language;
import descent.run.RunService;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import j2html.tags.DomContent;

/** {@code /}: what the course is, what one can do here, and its lessons. */
public final class IndexPage implements Routes {
  private final Layout layout;
  private final Cover cover;

  public IndexPage(Layout layout, RunService runs) {
    this.layout = layout;
    this.cover = new Cover(runs);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/", this::show);
  }

  private void show(Context ctx) {
    Words words = layout.words(ctx);
    Course course = layout.course();
    Progress progress = layout.progress(ctx);
    layout.send(
        ctx,
        View.of(
            course.title(),
            each(
                main(cover(course, progress, words), deeds(words))
                    .withId("main")
                    .withClass("wrap lesson"),
                CourseMap.map(course, "", progress, words))));
  }

  private DomContent cover(Course course, Progress progress, Words words) {
    return header(
            div(
                Language.ofAuthor(h1(course.title()), words),
                Language.ofAuthor(p(rawHtml(course.standfirst())).withClass("stand"), words),
                start(course, progress, words)),
            cover.html(words))
        .withClass("title cover");
  }

  private static DomContent start(Course course, Progress progress, Words words) {
    return course
        .lesson(progress.last())
        .map(lesson -> start(words.say("Go on with {0}", lesson.title()), lesson, words))
        .or(
            () ->
                course.lessons().stream()
                    .findFirst()
                    .map(l -> start(words.say("Start with {0}", l.title()), l, words)))
        .orElse(text(""));
  }

  private static DomContent start(String title, Lesson lesson, Words words) {
    return p(
            a(title).withClass("btn primary").withHref(CourseMap.address(lesson.slug())),
            a(words.say("See all lessons")).withClass("btn quiet").withHref("#course"),
            a(words.say("Play")).withClass("btn quiet").withHref("/play"))
        .withClass("row ui");
  }

  private static DomContent deeds(Words words) {
    return section(
            h2(words.say("What you can do here")).withClass("vh"),
            dl(
                    deed(words.say("Drag: a start point, and each path follows your hand.")),
                    deed(
                        words.say(
                            "Move: a learning rate by slider, or type it, and see where it"
                                + " breaks.")),
                    deed(
                        words.say(
                            "Type: your own function; its gradient and Hessian are derived for"
                                + " you.")),
                    deed(
                        words.say(
                            "Predict: where a run will end, then run it and see how far off you"
                                + " were.")),
                    deed(words.say("Answer: questions that say why a wrong answer is tempting.")),
                    deed(words.say("Link: to what you see: the address of a figure is its run.")))
                .withClass("deeds"))
        .withClass("wide ui");
  }

  /** A verb, and after a colon what one does by it. */
  private static DomContent deed(String words) {
    String[] parts = words.split(": ", 2);
    return div(dt(parts[0]), dd(parts.length == 1 ? "" : parts[1]));
  }
}
