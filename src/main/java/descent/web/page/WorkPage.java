package descent.web.page;

import static j2html.TagCreator.*;

import descent.classroom.Progress;
import descent.classroom.Result;
import descent.classroom.ResumeCode;
import descent.classroom.Transcript;
import descent.content.Course;
import descent.content.Lesson;
import descent.content.directive.Language;
import descent.web.LearnerCookie;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import j2html.tags.DomContent;
import j2html.tags.specialized.MainTag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code /work}: what one answered, with its marks; the code to go on elsewhere; and the way out.
 */
public final class WorkPage implements Routes {
  private final Layout layout;
  private final LearnerCookie cookie;

  public WorkPage(Layout layout, LearnerCookie cookie) {
    this.layout = layout;
    this.cookie = cookie;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/work", this::show);
    routes.get("/work/delete", this::ask);
    routes.post("/work/delete", this::delete);
  }

  private void show(Context ctx) {
    Words words = layout.words(ctx);
    Transcript transcript = layout.transcript(ctx);
    ctx.header("Cache-Control", "no-store");
    layout.send(
        ctx,
        View.of(
            words.say("My work"),
            transcript.isEmpty()
                ? page(
                        words.say("My work"),
                        words.say("Nothing is kept of you yet. It begins with your first answer."))
                    .with(
                        section(
                            p(a(words.say("Continue from another device")).withHref("/continue"))))
                : work(ctx, transcript, words)));
  }

  private MainTag work(Context ctx, Transcript transcript, Words words) {
    Course course = layout.course();
    Progress progress = layout.progress(ctx);
    Map<String, List<Result>> lessons =
        transcript.results().stream().collect(Collectors.groupingBy(Result::lesson));
    return page(words.say("My work"), progress.words(words))
        .with(cookie.code(ctx).map(code -> code(code, words)).orElse(text("")))
        .with(
            each(
                course.lessons().stream()
                    .filter(lesson -> lessons.containsKey(lesson.slug()))
                    .toList(),
                lesson -> lesson(lesson, lessons.get(lesson.slug()), words)))
        .with(data(words));
  }

  private static MainTag page(String title, String standfirst) {
    return main(header(h1(title), p(standfirst).withClass("stand")).withClass("title"))
        .withId("main")
        .withClass("wrap lesson work");
  }

  private static DomContent code(ResumeCode code, Words words) {
    return section(
        h2(words.say("Continue on another device")),
        p(
            text(words.say("There, type this code at:") + " "),
            a("/continue").withHref("/continue"),
            text(
                ". "
                    + words.say(
                        "Whoever has it has your work, and without it nobody can find it again:"
                            + " keep a copy."))),
        div(
                output(code.toString())
                    .withClass("resume-code")
                    .attr("aria-label", words.say("Your code")),
                button(words.say("Copy"))
                    .withClass("btn")
                    .withType("button")
                    .attr("data-block", "copy")
                    .attr("data-text", code.toString())
                    .attr("hidden"))
            .withClass("row ui"));
  }

  private static DomContent lesson(Lesson lesson, List<Result> results, Words words) {
    Map<String, List<Result>> questions =
        results.stream().collect(Collectors.groupingBy(Result::name));
    List<String> order = results.stream().map(Result::name).distinct().toList();
    return section(
        Language.ofAuthor(
            h2(a(lesson.number() + " " + lesson.title()).withHref(CourseMap.address(lesson.slug())))
                .withId(lesson.slug()),
            words),
        each(order, name -> Answered.html(lesson, questions.get(name), words)));
  }

  private static DomContent data(Words words) {
    return section(
        h2(words.say("Your data")),
        p(words.say("All that is kept of you, to take with you:")),
        ul(
            li(a(words.say("Answers, marks, drafts and events, as JSON")).withHref("/api/work")),
            li(
                a(words.say("Answers and marks, as a table (CSV)"))
                    .withHref("/api/work?format=csv")),
            li(
                a(words.say("Everything you did, as xAPI statements (JSON)"))
                    .withHref("/api/work?format=xapi"))),
        p(a(words.say("Delete my data")).withHref("/work/delete").withClass("btn"))
            .withClass("ui"));
  }

  private void ask(Context ctx) {
    Words words = layout.words(ctx);
    layout.send(
        ctx,
        View.of(
            words.say("Delete my data"),
            page(
                    words.say("Delete my data"),
                    words.say(
                        "Every answer, mark, draft and event of yours is erased from the server's"
                            + " file at once, and your code will be nobody's."))
                .with(
                    section(
                        form(
                                button(words.say("Delete everything"))
                                    .withClass("btn primary")
                                    .withType("submit"),
                                a(words.say("Keep it")).withClass("btn").withHref("/work"))
                            .withMethod("post")
                            .withAction("/work/delete")
                            .attr("data-block", "drafts")
                            .withClass("row ui")))));
  }

  private void delete(Context ctx) {
    cookie.forget(ctx);
    ctx.redirect("/work", HttpStatus.SEE_OTHER);
  }
}
