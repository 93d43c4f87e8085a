package descent.content.question;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;

import descent.content.question.Mark.Verdict;
import descent.content.source.Expression;
import descent.content.source.Prose;
import descent.content.source.Source;
import descent.expr.Expr;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A vector or a matrix whose entries are typed, each right on its own; rows first.
 *
 * @param columns how many entries a row has
 * @param names those that the entries may use; without any the entries are numbers
 */
public record MatrixQuestion(
    About about,
    Prose label,
    List<Expression> entries,
    int columns,
    Optional<Equivalence> names,
    Tolerance tolerance,
    List<Mistaken> mistakes)
    implements Question {
  private static final int MOST = 36;

  public MatrixQuestion {
    entries = List.copyOf(entries);
    mistakes = List.copyOf(mistakes);
  }

  public static Kind kind() {
    return new Kind(
        "matrix",
        """
        A vector (`answer: [a, b]`) or a matrix (`answer: [[a, b], [c, d]]`), entry by entry. With \
        `names` the entries are formulas, without they are numbers within a tolerance as above. \
        Right entries earn their part.\
        """,
        """
        ```{quiz}
        id: hessian-entries
        kind: matrix
        text: Write the Hessian of $f(x, y) = {{tex("a*x^2*y + b*y^2")}}$.
        variables:
          a: 1..4
          b: 1..3
        names: [x, y]
        label: $H =$
        answer: [[2*a*y, 2*a*x], [2*a*x, 2*b]]
        mistakes:
          - answer: [[2*a*y, 0], [0, 2*b]]
            feedback: The mixed derivatives are missing. Does the slope in x change with y?
        solution: $\\partial_x f = {{tex("2*a*x*y")}}$ and $\\partial_y f = {{tex("a*x^2 + 2*b*y")}}$; differentiate each by $x$ and by $y$.
        ```
        """,
        MatrixQuestion::read);
  }

  private static MatrixQuestion read(String id, Source source) {
    List<List<Expression>> rows = source.rows("answer");
    int columns = rows.isEmpty() ? 0 : rows.get(0).size();
    List<Expression> entries = rows.stream().flatMap(List::stream).toList();
    boolean isFull = rows.stream().allMatch(row -> row.size() == columns);
    if (entries.isEmpty() || entries.size() > MOST || !isFull) {
      source.error("answer", "'answer' is a list, or a list of rows of equal length");
    }
    return new MatrixQuestion(
        About.read(id, source, 10.0, 7.0, 4.0),
        source.prose("label"),
        entries,
        columns,
        source.has("names") ? Optional.of(FormulaQuestion.equivalence(source)) : Optional.empty(),
        Tolerance.read(source),
        Mistaken.read(source, entries.size()));
  }

  @Override
  public DomContent fields(Draw draw, List<String> given) {
    var before =
        label.isEmpty() ? div(draw.say("Answer")) : div(label.with(draw.values()).inline());
    int rows = entries.size() / columns;
    return div(
            before,
            div(each(
                    IntStream.range(0, rows)
                        .<DomContent>mapToObj(row -> row(draw, row, given))
                        .toArray(DomContent[]::new)))
                .withClass("matrix"))
        .withClass("line");
  }

  private DomContent row(Draw draw, int row, List<String> given) {
    return div(
        each(
            IntStream.range(0, columns)
                .<DomContent>mapToObj(
                    column ->
                        Typed.field(given, row * columns + column)
                            .withClass("field")
                            .attr(
                                "aria-label", draw.say("row {0}, column {1}", row + 1, column + 1)))
                .toArray(DomContent[]::new)));
  }

  @Override
  public DomContent shown(Draw draw, List<String> answer) {
    return each(
        IntStream.iterate(0, i -> i < answer.size(), i -> i + columns)
            .<DomContent>mapToObj(i -> div(String.join(", ", answer.subList(i, i + columns))))
            .toArray(DomContent[]::new));
  }

  @Override
  public Optional<String> flaw(Draw draw, List<String> answer) {
    if (answer.size() != entries.size()) {
      return Optional.of(
          draw.say("{0} entries are wanted, not {1}.", entries.size(), answer.size()));
    }
    for (int i = 0; i < answer.size(); i++) {
      String text = answer.get(i);
      String place = draw.say("Row {0}, column {1}:", i / columns + 1, i % columns + 1) + " ";
      Optional<String> flaw =
          names
              .map(known -> Typed.formulaFlaw(text, known.names(), draw.words()))
              .orElseGet(() -> Typed.numberFlaw(text, draw.words()));
      if (flaw.isPresent()) {
        return flaw.map(place::concat);
      }
    }
    return Optional.empty();
  }

  @Override
  public Mark judge(Draw draw, List<String> answer) {
    int right = agreeing(draw, entries, answer);
    if (right == entries.size()) {
      return Mark.right();
    }
    String html =
        mistakes.stream()
            .filter(mistake -> agreeing(draw, mistake.answers(), answer) == entries.size())
            .findFirst()
            .map(mistake -> mistake.html(draw))
            .orElse(draw.say("{0} of the {1} entries are right.", right, entries.size()));
    return right == 0
        ? Mark.wrong(html)
        : Mark.of(Verdict.PARTLY, (double) right / entries.size(), html);
  }

  private int agreeing(Draw draw, List<Expression> wanted, List<String> answer) {
    return (int)
        IntStream.range(0, wanted.size())
            .filter(i -> agree(draw, wanted.get(i), answer.get(i)))
            .count();
  }

  private boolean agree(Draw draw, Expression wanted, String answer) {
    return names
        .map(known -> known.same(formula(draw, wanted, known), Expr.parse(answer)))
        .orElseGet(() -> tolerance.accepts(Typed.number(answer), wanted.value(draw.values())));
  }

  private static Expr formula(Draw draw, Expression written, Equivalence known) {
    return written.formula(draw.values(), Set.copyOf(known.names()));
  }

  @Override
  public Optional<String> tex(Draw draw, List<String> answer) {
    var rows = new ArrayList<String>();
    for (int i = 0; i < answer.size(); i += columns) {
      rows.add(
          answer.subList(i, i + columns).stream()
              .map(entry -> Expr.parse(entry).tex())
              .collect(Collectors.joining(" & ")));
    }
    return Optional.of("\\begin{pmatrix} " + String.join(" \\\\ ", rows) + " \\end{pmatrix}");
  }

  @Override
  public List<Prose> feedback() {
    return mistakes.stream().map(Mistaken::feedback).toList();
  }

  @Override
  public Samples samples(Draw draw) {
    List<String> right = typed(draw, entries);
    var wrong = new ArrayList<List<String>>();
    for (int i = 0; i < right.size(); i++) {
      var other = new ArrayList<>(right);
      other.set(i, wrong(right.get(i)));
      wrong.add(other);
    }
    mistakes.forEach(mistake -> wrong.add(typed(draw, mistake.answers())));
    return new Samples(
        List.of(right),
        wrong,
        List.of(List.of(), Collections.nCopies(right.size(), "q_0"), List.of("1", "2", "3,", "")));
  }

  /** An entry that differs from the right one everywhere, by more than is forgiven. */
  private String wrong(String right) {
    return names.isPresent()
        ? "(" + right + ") + 1"
        : Double.toString(Typed.number(right) + 2 * tolerance.around(Typed.number(right)) + 1);
  }

  private List<String> typed(Draw draw, List<Expression> written) {
    Set<String> free = names.map(known -> Set.copyOf(known.names())).orElse(Set.of());
    return written.stream().map(entry -> entry.formula(draw.values(), free).toString()).toList();
  }
}
