package descent.content.question;

import static descent.words.Words.key;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import descent.content.question.Mark.Verdict;
import descent.content.source.Prose;
import descent.content.source.Source;
import descent.objective.Problem;
import descent.plot.Chart;
import descent.plot.Numbers;
import descent.run.Path;
import descent.run.RunService;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;

/**
 * What a run will do, said before it is shown: it earns its credit by being said, and its score by
 * how close it comes.
 *
 * @param tolerance of {@link Forecast#STEPS}
 */
public record Prediction(
    About about,
    Experiment experiment,
    Forecast ask,
    double tolerance,
    List<Mistaken> mistakes,
    Prose alternative)
    implements Question {
  private static final double CLOSE = 0.1;
  private static final double SAME_WAY = 0.9;

  public Prediction {
    mistakes = List.copyOf(mistakes);
  }

  public static Kind kind(RunService runs) {
    return new Kind(
        "prediction",
"""
        What a run will do, asked before it is shown. `ask` is `end` (a point, clicked or typed), \
        `value` (the objective after `steps`), `steps` (until f − f* is at most `tolerance`) or \
        `outcome` (converges, oscillates, diverges). The run is given by `objective`, `start`, \
        `steps` and `optimizer`; then it is drawn with the ghost of the prediction and a score by \
        distance. Predicting earns the credit, not being right. `mistakes` help who predicted their \
`answer`, such as `oscillates`, to a tenth; `solution` says why it went so.\
""",
        """
        ```{quiz}
        id: where-does-it-end
        kind: prediction
        text: Gradient descent starts at $({{start}}, 1)$ with $\\eta = {{eta}}$. Where is it after 10 steps?
        variables:
          eta: [0.02, 0.035]
          start: [-9, 8]
        ask: end
        objective: (x^2 + 50*y^2)/2
        start: [start, 1]
        steps: 10
        optimizer: gd(learning_rate=eta)
        box: [-10, 10, -3, 3]
        alt: Contours of a long valley with a start point at its left end.
        mistakes:
          - answer: [0, 0]
            feedback: The walls are steep, but the floor is flat. What does one step leave of the distance along it?
        solution: Along the floor each step leaves the factor $1 - {{eta}}$ of the distance.
        ```
        """,
        (id, source) -> read(id, source, runs));
  }

  private static Prediction read(String id, Source source, RunService runs) {
    Forecast ask = Forecast.of(source.word("ask", "end", Forecast.words()));
    return new Prediction(
        About.read(id, source, 1.0),
        Experiment.read(source, runs),
        ask,
        source.number("tolerance", 1e-6, 1e-300, 1e300),
        Mistaken.read(source, ask == Forecast.END ? source.expressions("start").size() : 1),
        source.prose("alt"));
  }

  @Override
  public boolean closes() {
    return false;
  }

  @Override
  public boolean isWide() {
    return true;
  }

  @Override
  public String action() {
    return key("Predict, then run");
  }

  @Override
  public DomContent fields(Draw draw, List<String> given) {
    DomContent picture =
        experiment
            .picture(draw)
            .start(experiment.start(draw))
            .html(alternative.with(draw.values()).text());
    return each(
        picture,
        switch (ask) {
          case END -> Coordinates.fields(experiment.problem(draw), given);
          case VALUE -> field("f =", given);
          case STEPS -> field(draw.say("Steps"), given);
          case OUTCOME -> each(Forecast.OUTCOMES, outcome -> choice(draw, outcome, given));
        });
  }

  private static DomContent field(String words, List<String> given) {
    var field = Typed.field(given, 0).withClass("num").attr("inputmode", "decimal");
    return label(span(words), field).withClass("line");
  }

  private static DomContent choice(Draw draw, String outcome, List<String> given) {
    return label(
            input()
                .withType("radio")
                .withName("answer")
                .withValue(outcome)
                .withCondChecked(given.contains(outcome)),
            span(draw.say("It {0}.", draw.say(outcome))))
        .withClass("ans");
  }

  @Override
  public DomContent shown(Draw draw, List<String> answer) {
    return text(ask == Forecast.END ? Coordinates.words(Typed.numbers(answer)) : answer.get(0));
  }

  @Override
  public Optional<String> flaw(Draw draw, List<String> answer) {
    return switch (ask) {
      case END ->
          Typed.numbersFlaw(answer, experiment.problem(draw).objective().dimension(), draw.words());
      case VALUE -> Typed.numbersFlaw(answer, 1, draw.words());
      case STEPS ->
          Typed.numbersFlaw(answer, 1, draw.words())
              .or(
                  () ->
                      Typed.number(answer.get(0)) >= 1
                          ? Optional.empty()
                          : Optional.of(draw.say("A run takes at least one step.")));
      case OUTCOME ->
          answer.size() == 1 && Forecast.OUTCOMES.contains(answer.get(0))
              ? Optional.empty()
              : Optional.of(draw.say("Choose what it does first."));
    };
  }

  @Override
  public Mark judge(Draw draw, List<String> answer) {
    Path path = experiment.path(draw);
    Mark mark =
        switch (ask) {
          case END -> end(draw, path, Typed.numbers(answer));
          case VALUE -> value(draw, path, Typed.number(answer.get(0)));
          case STEPS -> steps(draw, path, Typed.number(answer.get(0)));
          case OUTCOME -> outcome(draw, path, answer.get(0));
        };
    return mistakes.stream()
        .filter(mistake -> isNear(draw, path, answer, mistake))
        .filter(mistake -> !isNear(draw, path, seen(draw, path), mistake))
        .findFirst()
        .map(mistake -> mark.saying(p(rawHtml(mistake.html(draw))).render()))
        .orElse(mark);
  }

  /** Whether an answer is what a mistake leads to, to a tenth. */
  private boolean isNear(Draw draw, Path path, List<String> answer, Mistaken mistake) {
    if (ask == Forecast.OUTCOME) {
      return answer.equals(List.of(mistake.answer().text()));
    }
    double[] thought = mistake.values(draw);
    double scale =
        ask == Forecast.END
            ? Coordinates.distance(experiment.start(draw), path.last().x())
            : Math.abs(thought[0]);
    return Coordinates.distance(Typed.numbers(answer), thought) <= CLOSE * scale;
  }

  /** The right answer. */
  private List<String> seen(Draw draw, Path path) {
    return switch (ask) {
      case END -> Typed.written(path.last().x());
      case VALUE -> Typed.written(path.last().value());
      case STEPS -> Typed.written(Forecast.steps(experiment.problem(draw), path, tolerance));
      case OUTCOME -> List.of(outcome(draw, path));
    };
  }

  private Mark end(Draw draw, Path path, double[] thought) {
    double[] start = experiment.start(draw);
    double[] end = path.last().x();
    double apart = Coordinates.distance(thought, end);
    double way = Math.max(Coordinates.distance(start, end), 1e-12);
    double expected = Coordinates.distance(start, thought);
    double cosine = (way * way + expected * expected - apart * apart) / (2 * way * expected);
    String verdict =
        apart <= CLOSE * way
            ? draw.say("Well predicted.")
            : !(cosine >= SAME_WAY)
                ? draw.say("It went elsewhere.")
                : way > expected ? draw.say("It went further.") : draw.say("It fell short.");
    Picture picture = experiment.picture(draw).path(path).start(start).ghost(thought, end);
    return mark(
        draw,
        verdict,
        apart / way,
        html(draw, picture),
        draw.say("Your ring"),
        Coordinates.words(thought),
        Coordinates.words(end),
        Numbers.reading(apart));
  }

  private Mark value(Draw draw, Path path, double thought) {
    double value = path.last().value();
    double start = path.frames().get(0).value();
    double apart = Math.abs(thought - value);
    String verdict =
        apart <= CLOSE * Math.abs(value)
            ? draw.say("Well predicted.")
            : value > thought ? draw.say("It stayed higher.") : draw.say("It fell lower.");
    double off = apart / Math.max(Math.abs(start - value), 1e-300);
    return numbers(draw, path, verdict, off, thought, value, new LossGhost(path, 0).value(thought));
  }

  private Mark steps(Draw draw, Path path, double thought) {
    Problem problem = experiment.problem(draw);
    int steps = Forecast.steps(problem, path, tolerance);
    double off = Math.abs(Math.log10(thought / Math.max(1, steps)));
    String verdict =
        Math.abs(thought - steps) <= CLOSE * steps
            ? draw.say("Well predicted.")
            : steps > thought ? draw.say("It took longer.") : draw.say("It was faster.");
    Chart ghost = new LossGhost(path, Forecast.least(problem)).steps(thought, steps, tolerance);
    return numbers(draw, path, verdict, off, thought, steps, ghost);
  }

  private Mark numbers(
      Draw draw, Path path, String verdict, double off, double thought, double seen, Chart ghost) {
    DomContent losses =
        Picture.html(ghost, draw.say("The loss of the run, and what was said of it as a line."));
    return mark(
        draw,
        verdict,
        off,
        each(run(draw, path), losses),
        draw.say("You said"),
        Numbers.field(thought),
        Numbers.reading(seen),
        Numbers.reading(Math.abs(thought - seen)));
  }

  private Mark outcome(Draw draw, Path path, String thought) {
    String seen = outcome(draw, path);
    String verdict =
        seen.equals(thought) ? draw.say("Well predicted.") : draw.say("It {0}.", draw.say(seen));
    double off = seen.equals(thought) ? 0 : 1;
    return mark(
        draw,
        verdict,
        off,
        run(draw, path),
        draw.say("You said"),
        draw.say(thought),
        draw.say(seen),
        "");
  }

  private DomContent run(Draw draw, Path path) {
    return html(draw, experiment.picture(draw).path(path).start(experiment.start(draw)));
  }

  private static DomContent html(Draw draw, Picture picture) {
    return picture.html(draw.say("The run, with what was predicted."));
  }

  private String outcome(Draw draw, Path path) {
    return Forecast.outcome(experiment.spec(draw), path);
  }

  private static Mark mark(
      Draw draw,
      String verdict,
      double off,
      DomContent pictures,
      String who,
      String thought,
      String seen,
      String apart) {
    long score = Math.round(100 * Math.max(0, 1 - off));
    DomContent html =
        div(
                pictures,
                div(
                    p(verdict).withClass("verdict"),
                    dl(
                        reading(who, thought),
                        reading(draw.say("The run"), seen),
                        apart.isEmpty() ? span() : reading(draw.say("Apart"), apart),
                        reading(draw.say("Score"), draw.say("{0} of {1}", score, 100)))))
            .withClass("outcome");
    return Mark.of(Verdict.NOTED, 1, html.render()).measuring(off);
  }

  private static DomContent reading(String name, String value) {
    return div(dt(name), dd(value));
  }

  @Override
  public List<Prose> feedback() {
    return mistakes.stream().map(Mistaken::feedback).toList();
  }

  @Override
  public Samples samples(Draw draw) {
    Path path = experiment.path(draw);
    List<String> key = seen(draw, path);
    for (Mistaken mistake : mistakes) {
      if (isNear(draw, path, key, mistake)) {
        throw new IllegalArgumentException(
            "the mistake %s is what the run does".formatted(mistake.answers().get(0).text()));
      }
    }
    return new Samples(
        List.of(key), List.of(), List.of(List.of(), List.of("q"), List.of("1", "2", "3", "4")));
  }
}
