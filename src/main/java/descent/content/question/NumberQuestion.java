package descent.content.question;

import descent.content.source.Expression;
import descent.content.source.Prose;
import descent.content.source.Source;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number, right within a tolerance.
 *
 * @param label stands before the field; may be empty
 * @param unit stands behind it; may be empty
 */
public record NumberQuestion(
    About about,
    Prose label,
    String unit,
    Expression answer,
    Tolerance tolerance,
    List<Mistaken> mistakes)
    implements Question {
  private static final double CLOSE = 0.05;

  public NumberQuestion {
    mistakes = List.copyOf(mistakes);
  }

  public static Kind kind() {
    return new Kind(
        "number",
        """
        A number. `answer` is an expression; it is right within `tolerance` (absolute), `relative` \
        (0.01) or to `digits` significant digits. `label` stands before the field, `unit` behind \
        it. The answer may be typed as 0.25, 1e-3 or 2/7.\
        """,
        """
        ```{quiz}
        id: one-step
        kind: number
        text: >-
          Let $f(x) = {{tex("a*x^2 - b*x")}}$. Where does one step of gradient descent with
          $\\eta = {{eta}}$ lead from $x_0 = {{start}}$?
        variables:
          a: 1..4
          b: 2..6 by 2
          start: [-2, 4, 5]
          eta: 0.05..0.2 by 0.05
          slope: derivative("a*x^2 - b*x", "x", start)
        label: $x_1 =$
        answer: start - eta*slope
        digits: 3
        mistakes:
          - answer: start + eta*slope
            feedback: That climbs. Which sign makes the objective fall?
        hints:
          - The gradient at ${{start}}$ is ${{slope}}$.
        points: [10, 7, 4]
        solution: The step is ${{eta}} \\cdot {{slope}}$, so $x_1 = {{start - eta*slope | 3}}$.
        ```
        """,
        NumberQuestion::read);
  }

  private static NumberQuestion read(String id, Source source) {
    return new NumberQuestion(
        About.read(id, source, 10.0, 7.0, 4.0),
        source.prose("label"),
        source.text("unit", ""),
        source.expression("answer"),
        Tolerance.read(source),
        Mistaken.read(source, 1));
  }

  @Override
  public DomContent fields(Draw draw, List<String> given) {
    var field = Typed.field(given, 0).withClass("num").attr("inputmode", "decimal");
    return Typed.line(draw, label, draw.say("Answer"), field, unit);
  }

  @Override
  public Optional<String> flaw(Draw draw, List<String> answer) {
    return answer.size() == 1
        ? Typed.numberFlaw(answer.get(0), draw.words())
        : Optional.of(draw.say("One number is wanted, not {0}.", answer.size()));
  }

  @Override
  public Mark judge(Draw draw, List<String> answer) {
    double given = Typed.number(answer.get(0));
    double right = this.answer.value(draw.values());
    if (tolerance.accepts(given, right)) {
      return Mark.right();
    }
    return mistakes.stream()
        .filter(mistake -> tolerance.accepts(given, mistake.answer().value(draw.values())))
        .findFirst()
        .map(mistake -> Mark.wrong(mistake.html(draw)))
        .orElseGet(() -> Mark.wrong(remark(draw, given, right)));
  }

  private String remark(Draw draw, double given, double right) {
    if (right != 0 && tolerance.accepts(-given, right)) {
      return draw.say("The size is right, but the sign is not.");
    }
    return Math.abs(given - right) <= CLOSE * Math.abs(right) ? tolerance.words(draw.words()) : "";
  }

  @Override
  public List<Prose> feedback() {
    return mistakes.stream().map(Mistaken::feedback).toList();
  }

  @Override
  public Samples samples(Draw draw) {
    double right = answer.value(draw.values());
    double width = tolerance.around(right);
    Stream<Double> wrong =
        Stream.concat(
            Stream.of(right + 1.01 * width + 1e-12, right - 1.01 * width - 1e-12),
            mistakes.stream().map(mistake -> mistake.answer().value(draw.values())));
    return new Samples(
        List.of(List.of(Double.toString(right))),
        wrong.map(value -> List.of(Double.toString(value))).toList(),
        List.of(List.of(), List.of(""), List.of("q"), List.of("1+"), List.of("1", "2")));
  }
}
