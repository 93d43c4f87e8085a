package descent.content.question;

import descent.content.source.Expression;
import descent.content.source.Prose;
import descent.content.source.Source;
import descent.expr.Expr;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A formula, right if it is the same function.
 *
 * @param label stands before the field; may be empty
 */
public record FormulaQuestion(
    About about, Prose label, Expression answer, Equivalence equivalence, List<Mistaken> mistakes)
    implements Question {

  public FormulaQuestion {
    mistakes = List.copyOf(mistakes);
  }

  public static Kind kind() {
    return new Kind(
        "formula",
        """
        A formula in the given `names`, right if it is the same function as `answer`, however it \
        is written. Both are compared at points of `domain` (`[-2, 2]`) in each name. The learner \
        sees it typeset while typing.\
        """,
        """
        ```{quiz}
        id: second-order
        kind: formula
        text: Write the second-order Taylor polynomial of $f(x) = {{tex("a*x^3 + b*x")}}$ at ${{at}}$.
        variables:
          a: 1..3
          b: [-2, 1, 3]
          at: 1..2
          slope: derivative("a*x^3 + b*x", "x", at)
        names: [x]
        answer: value("a*x^3 + b*x", at) + slope*(x - at) + 3*a*at*(x - at)^2
        mistakes:
          - answer: value("a*x^3 + b*x", at) + slope*(x - at) + 6*a*at*(x - at)^2
            feedback: The factor one half is missing. Differentiate $(x-{{at}})^2$ twice.
        solution: The value is ${{value("a*x^3 + b*x", at)}}$, the slope ${{slope}}$ and half the second derivative ${{3*a*at}}$.
        ```
        """,
        FormulaQuestion::read);
  }

  private static FormulaQuestion read(String id, Source source) {
    return new FormulaQuestion(
        About.read(id, source, 10.0, 7.0, 4.0),
        source.prose("label"),
        source.expression("answer"),
        equivalence(source),
        Mistaken.read(source, 1));
  }

  /** {@code names} and, where some points have no value, {@code domain}. */
  static Equivalence equivalence(Source source) {
    List<String> names = source.texts("names");
    if (names.isEmpty() || !names.stream().allMatch(name -> name.matches("[A-Za-z]\\w*"))) {
      source.error("names", "names are those that the formula may use, such as [x, y]");
    }
    double[] domain = source.has("domain") ? source.numbers("domain") : new double[] {-2, 2};
    if (domain.length != 2 || !(domain[0] < domain[1])) {
      source.error("domain", "domain is two numbers, the smaller first, such as [0.1, 2]");
      return new Equivalence(names, -2, 2);
    }
    return new Equivalence(names, domain[0], domain[1]);
  }

  @Override
  public DomContent fields(Draw draw, List<String> given) {
    var field = Typed.field(given, 0).withClass("field");
    return Typed.line(draw, label, draw.say("Answer"), field, "");
  }

  @Override
  public Optional<String> flaw(Draw draw, List<String> answer) {
    return answer.size() == 1
        ? Typed.formulaFlaw(answer.get(0), equivalence.names(), draw.words())
        : Optional.of(draw.say("One formula is wanted, not {0}.", answer.size()));
  }

  @Override
  public Mark judge(Draw draw, List<String> answer) {
    Expr given = Expr.parse(answer.get(0));
    if (equivalence.same(formula(this.answer, draw), given)) {
      return Mark.right();
    }
    return mistakes.stream()
        .filter(mistake -> equivalence.same(formula(mistake.answer(), draw), given))
        .findFirst()
        .map(mistake -> Mark.wrong(mistake.html(draw)))
        .orElse(Mark.wrong(""));
  }

  private Expr formula(Expression written, Draw draw) {
    return written.formula(draw.values(), Set.copyOf(equivalence.names()));
  }

  @Override
  public Optional<String> tex(Draw draw, List<String> answer) {
    return Optional.of(Expr.parse(answer.get(0)).tex());
  }

  @Override
  public List<Prose> feedback() {
    return mistakes.stream().map(Mistaken::feedback).toList();
  }

  @Override
  public Samples samples(Draw draw) {
    Expr right = formula(answer, draw);
    Stream<String> wrong =
        Stream.concat(
            Stream.of("(" + right + ") + 1", "(" + right + ") + 1e-6*(1 + abs(" + right + "))"),
            mistakes.stream().map(mistake -> formula(mistake.answer(), draw).toString()));
    return new Samples(
        List.of(List.of(right.toString()), List.of(right.simplify().toString())),
        wrong.map(List::of).toList(),
        List.of(List.of(), List.of(" "), List.of("1+"), List.of("q_0"), List.of("1", "2")));
  }
}
