package descent.web.page;

import static j2html.TagCreator.*;

import descent.classroom.Progress;
import descent.content.Course;
import descent.content.Lesson;
import descent.run.RunService;
import descent.web.Routes;
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
    Course course = layout.course();
    Progress progress = layout.progress(ctx);
    layout.send(
        ctx,
        View.of(
            course.title(),
            each(
                main(cover(course, progress), deeds()).withId("main").withClass("wrap lesson"),
                CourseMap.map(course, "", progress))));
  }

  private DomContent cover(Course course, Progress progress) {
    return header(
            div(
                h1(course.title()),
                p(rawHtml(course.standfirst())).withClass("stand"),
                start(course, progress)),
            cover.html())
        .withClass("title cover");
  }

  private static DomContent start(Course course, Progress progress) {
    return course
        .lesson(progress.last())
        .map(lesson -> start("Go on with ", lesson))
        .or(() -> course.lessons().stream().findFirst().map(l -> start("Start with ", l)))
        .orElse(text(""));
  }

  private static DomContent start(String words, Lesson lesson) {
    return p(
            a(words + lesson.title())
                .withClass("btn primary")
                .withHref(CourseMap.address(lesson.slug())),
            a("See all lessons").withClass("btn quiet").withHref("#course"))
        .withClass("row ui");
  }

  private static DomContent deeds() {
    return section(
            h2("What you can do here").withClass("vh"),
            dl(
                    deed("Drag", "a start point, and each path follows your hand."),
                    deed("Move", "a learning rate by slider, or type it, and see where it breaks."),
                    deed(
                        "Type", "your own function; its gradient and Hessian are derived for you."),
                    deed(
                        "Predict",
                        "where a run will end, then run it and see how far off you were."),
                    deed("Answer", "questions that say why a wrong answer is tempting."),
                    deed("Link", "to what you see: the address of a figure is its run."))
                .withClass("deeds"))
        .withClass("wide ui");
  }

  private static DomContent deed(String verb, String words) {
    return div(dt(verb), dd(words));
  }
}
