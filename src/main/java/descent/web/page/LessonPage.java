package descent.web.page;

import static j2html.TagCreator.*;

import descent.classroom.Drafts;
import descent.classroom.Drafts.Typed;
import descent.classroom.Standing;
import descent.classroom.Transcript;
import descent.content.Course;
import descent.content.Course.Entry;
import descent.content.Course.State;
import descent.content.Lesson;
import descent.content.directive.Language;
import descent.content.question.Question;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import j2html.tags.DomContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /lessons/SLUG}: one lesson, or why it cannot be shown. */
public final class LessonPage implements Routes {
  private final Layout layout;
  private final Drafts drafts;

  public LessonPage(Layout layout, Drafts drafts) {
    this.layout = layout;
    this.drafts = drafts;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/lessons", ctx -> ctx.redirect("/#course"));
    routes.get("/lessons/{slug}", this::show);
  }

  private void show(Context ctx) {
    Course course = layout.course();
    String slug = ctx.pathParam("slug");
    var lesson = course.lesson(slug);
    var mistakes = course.refused().get(slug);
    if (lesson.isPresent()) {
      layout.send(ctx, view(ctx, course, lesson.get()));
    } else if (mistakes != null) {
      layout.send(ctx.status(500), RefusedLesson.view(slug, mistakes));
    } else {
      throw new NotFoundResponse(absent(course, slug, layout.words(ctx)));
    }
  }

  private static String absent(Course course, String slug, Words words) {
    return CourseMap.entries(course).stream()
        .filter(entry -> entry.slug().equals(slug))
        .findFirst()
        .map(
            entry ->
                words.say(
                    "Lesson {0}, {1}, is planned, not yet written.", entry.number(), entry.title()))
        .orElse(words.say("There is no lesson called {0}.", slug));
  }

  private View view(Context ctx, Course course, Lesson lesson) {
    Words words = layout.words(ctx);
    DomContent content =
        each(
            Language.ofAuthor(main(), words)
                .with(title(course, lesson, words))
                .with(rawHtml(lesson.body(query(ctx, lesson), words)))
                .withId("main")
                .withClass("wrap lesson")
                .attr("data-lesson", lesson.slug())
                .attr("data-questions", lesson.questions().size())
                .attr("data-drafts", drafts(ctx, lesson))
                .attr("data-standing", standing(ctx, lesson)),
            neighbours(course, lesson, words),
            CourseMap.map(course, lesson.slug(), layout.progress(ctx), words));
    String crumb = CourseMap.crumb(course, lesson.slug(), words);
    return new View(lesson.number() + ". " + lesson.title(), crumb, lesson.slug(), content);
  }

  /** The page's query, with what the learner finds at each question. */
  private Map<String, List<String>> query(Context ctx, Lesson lesson) {
    Transcript transcript = layout.transcript(ctx);
    if (transcript.isEmpty()) {
      return ctx.queryParamMap();
    }
    var query = new LinkedHashMap<>(ctx.queryParamMap());
    for (Question question : lesson.questions()) {
      String variant = question.id() + ".variant";
      Standing found =
          transcript.standing(
              lesson.slug(), question, whole(query.get(variant)), layout.words(ctx));
      query.put(variant, List.of(String.valueOf(found.variant())));
      query.putIfAbsent(question.id() + ".answer", found.given());
      query.put(question.id() + ".attempt", List.of(String.valueOf(found.attempts() + 1)));
    }
    return query;
  }

  private static Optional<Long> whole(@Nullable List<String> values) {
    return Optional.ofNullable(values)
        .map(each -> each.get(0))
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }

  /** What was typed but not submitted, as JSON by the question's name. */
  private String drafts(Context ctx, Lesson lesson) {
    List<Typed> typed =
        layout.learner(ctx).map(learner -> drafts.of(learner, lesson.slug())).orElse(List.of());
    return ctx.jsonMapper()
        .toJsonString(
            typed.stream().collect(Collectors.toMap(Typed::question, each -> each)), Map.class);
  }

  /** How each question stands, in words, as JSON by the question's name. */
  private String standing(Context ctx, Lesson lesson) {
    Transcript transcript = layout.transcript(ctx);
    var words = new LinkedHashMap<String, String>();
    for (Question question : transcript.isEmpty() ? List.<Question>of() : lesson.questions()) {
      Optional<Long> wanted = whole(ctx.queryParamMap().get(question.id() + ".variant"));
      String found =
          transcript.standing(lesson.slug(), question, wanted, layout.words(ctx)).words();
      if (!found.isEmpty()) {
        words.put(lesson.slug() + "/" + question.id(), found);
      }
    }
    return ctx.jsonMapper().toJsonString(words, Map.class);
  }

  private static DomContent title(Course course, Lesson lesson, Words words) {
    return Language.ofReader(header(), words)
        .with(
            p(words.say("Lesson {0}", lesson.number())).withClass("no ui"),
            Language.ofAuthor(h1(lesson.title()), words),
            iff(
                !lesson.standfirst().isEmpty(),
                Language.ofAuthor(p(rawHtml(lesson.standfirst())).withClass("stand"), words)),
            iff(
                !words.isEnglish(),
                p(words.say("This lesson is in English.")).withClass("ui small")),
            div(
                    div(
                        h2(words.say("You will be able to")),
                        Language.ofAuthor(
                            ol(each(lesson.objectives(), objective -> li(rawHtml(objective)))),
                            words)),
                    dl(
                        dt(words.say("Time")),
                        dd(words.say("{0} min", lesson.minutes())),
                        lessons(words.say("Needs"), needs(course, lesson), words),
                        lessons(words.say("Leads to"), leadsTo(course, lesson), words),
                        slides(words)))
                .withClass("facts ui"))
        .withClass("title");
  }

  /** Without a script there are none, so a script shows the link. */
  private static DomContent slides(Words words) {
    return each(
        dt(words.say("Teach")).attr("data-slides").attr("hidden"),
        dd(a(words.say("As slides")).withHref("?slide=1")).attr("data-slides").attr("hidden"));
  }

  private static DomContent lessons(String name, List<Entry> entries, Words words) {
    return iff(
        !entries.isEmpty(),
        each(dt(name), Language.ofAuthor(dd(each(entries, LessonPage::line)), words)));
  }

  private static DomContent line(Entry entry) {
    String name = entry.number() + " " + entry.title();
    return div(
        entry.state() == State.PLANNED
            ? text(name)
            : a(name).withHref(CourseMap.address(entry.slug())));
  }

  private static List<Entry> needs(Course course, Lesson lesson) {
    return CourseMap.entries(course).stream()
        .filter(entry -> lesson.needs().contains(entry.slug()))
        .toList();
  }

  private static List<Entry> leadsTo(Course course, Lesson lesson) {
    return CourseMap.entries(course).stream()
        .filter(
            entry ->
                course.lesson(entry.slug()).stream()
                    .anyMatch(other -> other.needs().contains(lesson.slug())))
        .toList();
  }

  private static DomContent neighbours(Course course, Lesson lesson, Words words) {
    int place = course.lessons().indexOf(lesson);
    return nav()
        .with(
            iff(
                at(course, place - 1),
                previous -> neighbour("prev", words.say("Previous"), previous, words)),
            iff(
                at(course, place + 1),
                next -> neighbour("next", words.say("Next, {0} min", next.minutes()), next, words)))
        .withClass("pn wrap ui")
        .attr("aria-label", words.say("Lessons"));
  }

  private static Optional<Lesson> at(Course course, int place) {
    boolean exists = 0 <= place && place < course.lessons().size();
    return exists ? Optional.of(course.lessons().get(place)) : Optional.empty();
  }

  private static DomContent neighbour(String side, String label, Lesson lesson, Words words) {
    return a(
            span(label).withClass("small"),
            Language.ofAuthor(b(lesson.number() + " " + lesson.title()), words))
        .withClass(side)
        .withHref(CourseMap.address(lesson.slug()))
        .withRel(side);
  }
}
