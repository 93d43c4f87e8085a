package descent.web.page;

import static j2html.TagCreator.*;

import descent.classroom.Result;
import descent.content.Lesson;
import descent.content.directive.Language;
import descent.content.question.Draw;
import descent.content.question.Question;
import descent.plot.Numbers;
import descent.words.Words;
import j2html.tags.DomContent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The attempts at one question, by variant, each with what was asked, answered and marked. */
final class Answered {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Answered() {}

  /**
   * @param results never empty, of one question of the lesson
   */
  static DomContent html(Lesson lesson, List<Result> results, Words words) {
    Map<String, List<Result>> variants =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.version() + result.variant(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    String id = results.get(0).question();
    return article(
            h3(a(title(lesson, id)).withHref(CourseMap.address(lesson.slug()) + "#" + id)),
            each(variants.values(), variant -> variant(lesson.question(id), variant, words)))
        .withClass("answered");
  }

  private static String title(Lesson lesson, String id) {
    return lesson.blocks().stream()
        .map(block -> block.caption())
        .filter(caption -> caption.id().equals(id))
        .map(caption -> caption.number())
        .findFirst()
        .orElse(id);
  }

  private static DomContent variant(
      Optional<Question> question, List<Result> results, Words words) {
    return each(
        Language.ofAuthor(div(rawHtml(results.get(0).asked())).withClass("asked"), words),
        table(
                thead(
                    tr(
                        th(words.say("Attempt")),
                        th(words.say("Answer")),
                        th(words.say("Mark")),
                        th(words.say("Points")),
                        th(words.say("Time")).withClass("time"))),
                tbody(each(results, result -> row(question, result, words))))
            .withClass("ui"));
  }

  private static DomContent row(Optional<Question> question, Result result, Words words) {
    return tr(
        td(String.valueOf(result.number())),
        td(answer(question, result)),
        td(mark(result, words)).withClass(result.isDone() ? "good" : "bad"),
        td(Numbers.field(result.points())),
        td(when(result.time(), words)).withClass("time"));
  }

  private static DomContent when(Instant time, Words words) {
    return time(TIME.withLocale(Locale.forLanguageTag(words.language())).format(time))
        .attr("datetime", time.toString());
  }

  /** As its question shows it; as it was sent where the question is another today. */
  private static DomContent answer(Optional<Question> question, Result result) {
    Draw draw = new Draw(result.variant(), result.drawn());
    return question
        .filter(today -> today.about().version().equals(result.version()))
        .map(today -> today.shown(draw, result.answer()))
        .orElseGet(() -> text(String.join("; ", result.answer())));
  }

  private static String mark(Result result, Words words) {
    String mark =
        switch (result.verdict()) {
          case "right" -> words.say("✓ Right");
          case "partly" -> words.say("Partly right");
          case "noted" -> words.say("Noted");
          default -> words.say("✕ Not this");
        };
    return result.isRegraded() ? words.say("{0}, marked again", mark) : mark;
  }
}
