package descent.web.page;

import static j2html.TagCreator.*;

import descent.classroom.Result;
import descent.content.Lesson;
import descent.content.question.Draw;
import descent.content.question.Question;
import descent.plot.Numbers;
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
  static DomContent html(Lesson lesson, List<Result> results) {
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
            each(variants.values(), variant -> variant(lesson.question(id), variant)))
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

  private static DomContent variant(Optional<Question> question, List<Result> results) {
    return each(
        div(rawHtml(results.get(0).asked())).withClass("asked"),
        table(
                thead(
                    tr(
                        th("Attempt"),
                        th("Answer"),
                        th("Mark"),
                        th("Points"),
                        th("Time").withClass("time"))),
                tbody(each(results, result -> row(question, result))))
            .withClass("ui"));
  }

  private static DomContent row(Optional<Question> question, Result result) {
    return tr(
        td(String.valueOf(result.number())),
        td(answer(question, result)),
        td(mark(result)).withClass(result.isDone() ? "good" : "bad"),
        td(Numbers.field(result.points())),
        td(when(result.time())).withClass("time"));
  }

  private static DomContent when(Instant time) {
    return time(TIME.format(time)).attr("datetime", time.toString());
  }

  /** As its question shows it; as it was sent where the question is another today. */
  private static DomContent answer(Optional<Question> question, Result result) {
    Draw draw = new Draw(result.variant(), result.drawn());
    return question
        .filter(today -> today.about().version().equals(result.version()))
        .map(today -> today.shown(draw, result.answer()))
        .orElseGet(() -> text(String.join("; ", result.answer())));
  }

  private static String mark(Result result) {
    String words =
        switch (result.verdict()) {
          case "right" -> "✓ Right";
          case "partly" -> "Partly right";
          case "noted" -> "Noted";
          default -> "✕ Not this";
        };
    return result.isRegraded() ? words + ", marked again" : words;
  }
}
