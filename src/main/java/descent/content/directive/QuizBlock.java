package descent.content.directive;

import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.form;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.input;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.span;

import descent.content.markdown.Width;
import descent.content.question.Posed;
import descent.content.question.Question;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;

/**
 * A card with one variant of a question and what a learner has typed into it; the key and the
 * feedback are not in it.
 *
 * @param kind as authors write it
 * @param seed of the variant
 * @param given what stands in the fields
 * @param attempt the number of the next attempt
 */
record QuizBlock(
    Caption caption,
    String lesson,
    String kind,
    Question question,
    long seed,
    List<String> given,
    int attempt)
    implements Block {

  QuizBlock {
    given = List.copyOf(given);
  }

  @Override
  public Width width() {
    return question.isWide() ? Width.TEXT : Width.CARD;
  }

  @Override
  public List<Question> questions() {
    return List.of(question);
  }

  @Override
  public Map<String, Double> variables() {
    try {
      return question.variant(seed).draw().values();
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  /** Keys {@code ID.variant}, {@code ID.attempt} and {@code ID.answer}; nonsense is ignored. */
  @Override
  public Block with(Map<String, List<String>> query) {
    String prefix = caption.id() + ".";
    if (query.keySet().stream().noneMatch(key -> key.startsWith(prefix))) {
      return this;
    }
    return new QuizBlock(
        caption,
        lesson,
        kind,
        question,
        whole(query, prefix + "variant", seed),
        query.getOrDefault(prefix + "answer", given),
        (int) Math.max(1, Math.min(1_000, whole(query, prefix + "attempt", attempt))));
  }

  private static long whole(Map<String, List<String>> query, String key, long absent) {
    String text = String.join("", query.getOrDefault(key, List.of()));
    return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : absent;
  }

  @Override
  public DomContent html(Words words) {
    Posed posed = question.variant(seed).in(words);
    var number = span(caption.number()).withClass("qn");
    boolean varies = question.about().variables().vary();
    return form(
            fieldset(legend(number, posed.text()), posed.fields(given)),
            hidden("version", question.about().version()),
            iff(varies, hidden("variant", Long.toString(seed))),
            iff(attempt > 1, hidden("attempt", Integer.toString(attempt))),
            div(
                    button(words.say(question.action()))
                        .withClass("btn primary")
                        .withType("submit"),
                    iff(posed.hints() > 0, hint(words)))
                .withClass("row"))
        .withId(caption.id())
        .withClass(question.isWide() ? "quiz ui wide" : "quiz ui")
        .withMethod("post")
        .withAction("/api/answer/" + lesson + "/" + question.id())
        .attr("data-block", "quiz")
        .condAttr(!kind.startsWith("choice"), "data-kind", kind);
  }

  private DomContent hint(Words words) {
    return button(words.say("Hint"))
        .withClass("btn quiet")
        .withType("submit")
        .withName("hint")
        .withValue("1")
        .attr("formaction", "/api/hint/" + lesson + "/" + question.id());
  }

  private static DomContent hidden(String name, String value) {
    return input().withType("hidden").withName(name).withValue(value);
  }
}
