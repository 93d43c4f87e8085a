package descent.content.question;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.span;

import descent.content.question.Mark.Verdict;
import descent.content.source.Expression;
import descent.content.source.Numeral;
import descent.content.source.Prose;
import descent.content.source.Source;
import descent.expr.Expr;
import descent.objective.Box;
import descent.plot.Chart;
import descent.plot.Size;
import descent.plot.Trace;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A curve on given axes: drawn with a pointer, or set height by height. The answer is its height at
 * {@code knots} places, equally far apart.
 *
 * @param shown a curve that is given; may be none
 * @param tolerance how far each height may be off
 */
public record SketchQuestion(
    About about,
    Box axes,
    int knots,
    Expression answer,
    Optional<Expression> shown,
    double tolerance,
    List<Mistaken> mistakes,
    Prose alternative)
    implements Question {
  private static final double ENOUGH = 0.6;
  private static final Size SMALL = new Size(160, 100);

  public SketchQuestion {
    mistakes = List.copyOf(mistakes);
  }

  public static Kind kind() {
    return new Kind(
        "sketch",
        """
        A curve on `axes: [x0, x1, y0, y1]`. The learner draws it, or sets its height at `knots` \
        places (9) by arrow keys or numbers. It is right where it keeps within `tolerance` of \
        `answer`, a formula in `x`. `shown` is a curve that is given. `alt` says what the \
        picture shows.\
        """,
        """
        ```{quiz}
        id: slope-of-a-parabola
        kind: sketch
        text: The curve is $f(x) = {{tex("a*x^2/2")}} - 1$. Sketch its slope $f'$.
        variables:
          a: [-1, 1]
        axes: [-2, 2, -3, 3]
        shown: a*x^2/2 - 1
        answer: a*x
        tolerance: 0.6
        alt: A parabola on axes from -2 to 2 and from -3 to 3.
        mistakes:
          - answer: -a*x
            feedback: This falls where the slope grows. Is the parabola rising or falling on the left?
        solution: The slope is ${{tex("a*x")}}$, a line through the origin.
        ```
        """,
        SketchQuestion::read);
  }

  private static SketchQuestion read(String id, Source source) {
    double[] axes = source.numbers("axes");
    boolean isBox = axes.length == 4 && axes[0] < axes[1] && axes[2] < axes[3];
    if (!isBox) {
      source.error("axes", "'axes' is four numbers x0, x1, y0, y1, such as [-2, 2, -3, 3]");
    }
    if (!source.has("tolerance")) {
      source.error("tolerance", "'tolerance' is missing: how far may the curve be off?");
    }
    return new SketchQuestion(
        About.read(id, source, 10.0, 7.0, 4.0),
        isBox ? new Box(axes[0], axes[1], axes[2], axes[3]) : new Box(-1, 1, -1, 1),
        source.integer("knots", 9, 3, 21),
        source.expression("answer"),
        source.has("shown") ? Optional.of(source.expression("shown")) : Optional.empty(),
        source.number("tolerance", 0.1, 1e-9, 1e9),
        Mistaken.read(source, 1),
        source.prose("alt"));
  }

  private double[] places() {
    return IntStream.range(0, knots)
        .mapToDouble(i -> axes.x0() + (axes.x1() - axes.x0()) * i / (knots - 1))
        .toArray();
  }

  private static Expr formula(Expression written, Draw draw) {
    return written.formula(draw.values(), Set.of("x"));
  }

  private double[] heights(Expression written, Draw draw) {
    Expr formula = formula(written, draw);
    double[] heights = places();
    for (int i = 0; i < knots; i++) {
      heights[i] = formula.value(Map.of("x", heights[i]));
    }
    return heights;
  }

  @Override
  public boolean isWide() {
    return true;
  }

  private Chart chart(Draw draw) {
    Chart chart = Picture.axes(axes);
    shown.ifPresent(given -> curve(chart, formula(given, draw), Trace.GD));
    return chart;
  }

  private static void curve(Chart chart, Expr formula, Trace trace) {
    chart.curve(x -> formula.value(Map.of("x", x)), trace);
  }

  @Override
  public DomContent fields(Draw draw, List<String> given) {
    double[] places = places();
    return each(
        Picture.html(chart(draw), alternative.with(draw.values()).text()),
        div(each(
                IntStream.range(0, knots)
                    .<DomContent>mapToObj(i -> knot(draw, places[i], i, given))
                    .toArray(DomContent[]::new)))
            .withClass("knots"));
  }

  private DomContent knot(Draw draw, double place, int index, List<String> given) {
    String at = Numeral.exact(Math.rint(place * 1000) / 1000).text();
    double step = Math.pow(10, Math.floor(Math.log10((axes.y1() - axes.y0()) / 20)));
    return label(
        span(at),
        input()
            .withType("number")
            .withName("answer")
            .withClass("num")
            .withValue(given.size() > index ? given.get(index) : "")
            .attr("step", step)
            .attr("min", axes.y0())
            .attr("max", axes.y1())
            .attr("autocomplete", "off")
            .attr("data-at", place)
            .attr("aria-label", draw.say("height at x = {0}", at)));
  }

  @Override
  public DomContent shown(Draw draw, List<String> answer) {
    double[] heights = Typed.numbers(answer);
    Chart small = Chart.of(SMALL, axes).rules();
    shown.ifPresent(given -> curve(small, formula(given, draw), Trace.GD));
    small.hair(places(), heights, "ink", "none");
    return Picture.html(
        small, draw.say("A sketch with the heights {0}.", String.join(", ", answer)));
  }

  @Override
  public Optional<String> flaw(Draw draw, List<String> answer) {
    long missing = answer.stream().filter(String::isBlank).count();
    return missing > 0 && answer.size() == knots
        ? Optional.of(draw.say("The curve has no height at {0} of {1} places.", missing, knots))
        : Typed.numbersFlaw(answer, knots, draw.words());
  }

  @Override
  public Mark judge(Draw draw, List<String> answer) {
    double[] given = Typed.numbers(answer);
    int fit = fitting(given, heights(this.answer, draw));
    if (fit == knots) {
      return Mark.right();
    }
    String html =
        mistakes.stream()
            .filter(mistake -> fitting(given, heights(mistake.answer(), draw)) == knots)
            .findFirst()
            .map(mistake -> mistake.html(draw))
            .orElse(draw.say("The curve fits at {0} of {1} places.", fit, knots));
    double share = (double) fit / knots;
    return share < ENOUGH ? Mark.wrong(html) : Mark.of(Verdict.PARTLY, share, html);
  }

  private int fitting(double[] given, double[] wanted) {
    double rounding = 1e-9 * (axes.y1() - axes.y0());
    return (int)
        IntStream.range(0, knots)
            .filter(i -> Math.abs(given[i] - wanted[i]) <= tolerance + rounding)
            .count();
  }

  @Override
  public DomContent revealed(Draw draw, List<String> answer) {
    Chart chart = chart(draw);
    curve(chart, formula(this.answer, draw), Trace.NATURAL);
    chart.hair(places(), Typed.numbers(answer), "ink", "4 3");
    return Picture.html(chart, draw.say("The right curve, green, with your sketch, dashed."));
  }

  @Override
  public List<Prose> feedback() {
    return mistakes.stream().map(Mistaken::feedback).toList();
  }

  @Override
  public Samples samples(Draw draw) {
    double[] right = heights(answer, draw);
    double[] bent = right.clone();
    bent[knots / 2] += 1.01 * tolerance;
    var wrong = new ArrayList<>(List.of(Typed.written(bent)));
    mistakes.forEach(mistake -> wrong.add(Typed.written(heights(mistake.answer(), draw))));
    return new Samples(
        List.of(Typed.written(right)),
        wrong,
        List.of(List.of(), Collections.nCopies(knots, ""), Collections.nCopies(knots + 1, "0")));
  }
}
