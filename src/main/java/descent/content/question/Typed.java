package descent.content.question;

import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.span;

import descent.content.source.Prose;
import descent.expr.Expr;
import descent.expr.ExpressionException;
import descent.words.Words;
import j2html.tags.specialized.InputTag;
import j2html.tags.specialized.LabelTag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers and formulas that a learner typed. */
final class Typed {

  private Typed() {}

  /** Why a text is no number, if it is none; sums, products and roots of numbers are numbers. */
  static Optional<String> numberFlaw(String text, Words words) {
    if (text.isBlank()) {
      return Optional.of(words.say("Type a number first."));
    }
    if (text.matches("[^(]*\\d,\\d[^)]*")) {
      return Optional.of(
          words.say("Write a point, not a comma: {0}.", text.strip().replace(',', '.')));
    }
    return formulaFlaw(text, List.of(), words)
        .or(
            () ->
                Double.isFinite(number(text))
                    ? Optional.empty()
                    : Optional.of(words.say("{0} has no finite value.", text.strip())));
  }

  /** The value of a text without flaw. */
  static double number(String text) {
    return Expr.parse(text).value(Map.of());
  }

  /** Why a text is no formula in these names, if it is none. */
  static Optional<String> formulaFlaw(String text, List<String> names, Words words) {
    if (text.isBlank()) {
      return Optional.of(words.say("Type a formula first."));
    }
    try {
      List<String> unknown = new ArrayList<>(Expr.parse(text).names());
      unknown.removeAll(names);
      return unknown.isEmpty()
          ? Optional.empty()
          : Optional.of(
              names.isEmpty()
                  ? words.say(
                      "Unknown name {0}; a number is wanted, such as 0.25, 1e-3 or 2/7.",
                      unknown.get(0))
                  : words.say(
                      "Unknown name {0}; the formula may use {1}.",
                      unknown.get(0), String.join(", ", names)));
    } catch (ExpressionException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** A field for a number or a formula; more where {@code place} says which of several it is. */
  static InputTag field(List<String> given, int place) {
    return input()
        .withName("answer")
        .withType("text")
        .withValue(given.size() > place ? given.get(place) : "")
        .withMaxlength("500")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false");
  }

  /** Why texts are not that many numbers, if they are not. */
  static Optional<String> numbersFlaw(List<String> texts, int count, Words words) {
    if (texts.size() != count) {
      return Optional.of(words.say("{0} numbers are wanted, not {1}.", count, texts.size()));
    }
    return texts.stream().flatMap(text -> numberFlaw(text, words).stream()).findFirst();
  }

  static double[] numbers(List<String> texts) {
    return texts.stream().mapToDouble(Typed::number).toArray();
  }

  /** Numbers as they would be typed. */
  static List<String> written(double... numbers) {
    return Arrays.stream(numbers).mapToObj(Double::toString).toList();
  }

  /** A field with the words before and after it. */
  static LabelTag line(Draw draw, Prose before, String absent, InputTag field, String after) {
    Prose set = before.with(draw.values());
    return label(
            before.isEmpty() ? span(absent) : span(set.inline()),
            field,
            span(after).withClass("unit"))
        .withClass("line");
  }
}
