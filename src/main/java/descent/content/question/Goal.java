package descent.content.question;

import static descent.words.Words.key;
import static j2html.TagCreator.b;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;

import descent.content.question.Mark.Verdict;
import descent.content.source.EngineQuantities;
import descent.content.source.Expression;
import descent.content.source.Prose;
import descent.content.source.Source;
import descent.objective.Problem;
import descent.run.Path;
import descent.run.RunService;
import descent.run.Stop;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reach a tolerance within some steps by choosing hyperparameters; the server runs each try, and
 * the best one counts.
 *
 * @param choose names of the hyperparameters, in the order of the fields
 * @param tolerance of f − f*
 * @param within how many steps are allowed
 * @param example values that reach the goal; never shown
 */
public record Goal(
    About about,
    Experiment experiment,
    List<String> choose,
    double tolerance,
    Expression within,
    List<Expression> example,
    Prose alternative)
    implements Question {
  private static final int PATIENCE = 3;

  public Goal {
    choose = List.copyOf(choose);
    example = List.copyOf(example);
  }

  public static Kind kind(RunService runs) {
    return new Kind(
        "goal",
        """
        Reach f − f* of at most `tolerance` (1e-6) `within` so many steps by choosing the \
        hyperparameters that `choose` names. The server runs each try; tries are free, and the \
        best one counts. `optimizer` has the values to begin with, which must not reach the goal; \
        `example` has values that do, for the self-test.\
        """,
        """
        ```{quiz}
        id: fast-enough
        kind: goal
        text: Bring gradient descent to 1e-6 within 70 steps.
        variables:
          steep: 4..8
        objective: (x^2 + steep*y^2)/2
        start: [-3, 2]
        box: [-4, 4, -3, 3]
        optimizer: gd(learning_rate=0.05)
        choose: [learning_rate]
        within: 70
        example: [2/(1 + steep)]
        alt: Contours of a valley with a start point at the upper left.
        solution: The two factors per step are equal at $2/(1 + {{steep}})$.
        ```
        """,
        (id, source) -> read(id, source, runs));
  }

  private static Goal read(String id, Source source, RunService runs) {
    List<String> choose = source.texts("choose");
    List<Expression> example = source.expressions("example");
    Chosen.check(source, choose, example);
    return new Goal(
        About.read(id, source, 10.0),
        Experiment.read(source, runs),
        choose,
        source.number("tolerance", 1e-6, 1e-300, 1e300),
        source.expression("within"),
        example,
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

  private int within(Draw draw) {
    return (int) within.value(draw.values());
  }

  private Chosen chosen(Draw draw) {
    return new Chosen(choose, experiment.optimizer(draw), experiment.runs().catalog().optimizers());
  }

  @Override
  public String action() {
    return key("Run");
  }

  @Override
  public DomContent fields(Draw draw, List<String> given) {
    return each(
        experiment
            .picture(draw)
            .start(experiment.start(draw))
            .html(alternative.with(draw.values()).text()),
        chosen(draw).fields(draw, given));
  }

  @Override
  public DomContent shown(Draw draw, List<String> answer) {
    return chosen(draw).shown(draw, answer);
  }

  @Override
  public Optional<String> flaw(Draw draw, List<String> answer) {
    return chosen(draw).flaw(draw, answer);
  }

  @Override
  public Mark judge(Draw draw, List<String> answer) {
    int goal = within(draw);
    Path path = experiment.path(draw, chosen(draw).entrant(answer), PATIENCE * goal);
    Problem problem = experiment.problem(draw);
    OptionalInt steps =
        EngineQuantities.stepsTo(problem.withMinimumIn(problem.box()), path, tolerance);
    boolean isReached = steps.isPresent() && steps.getAsInt() <= goal;
    String words =
        steps.isEmpty()
            ? missed(draw, path)
            : isReached
                ? draw.say(
                    steps.getAsInt() == 1 ? "{0} step, reached." : "{0} steps, reached.",
                    steps.getAsInt())
                : draw.say("{0} steps, {1} over.", steps.getAsInt(), steps.getAsInt() - goal);
    Picture picture = experiment.picture(draw).path(path).start(experiment.start(draw));
    DomContent html =
        div(picture.html(draw.say("The path of this try.")), p(b(words)).withClass("try"))
            .withClass("outcome")
            .attr("data-goal", goal);
    Mark mark =
        Mark.of(isReached ? Verdict.RIGHT : Verdict.WRONG, isReached ? 1 : 0, html.render());
    return steps.isPresent() ? mark.measuring(steps.getAsInt()) : mark;
  }

  /** Why a try ends short; advice is given for what can be chosen only. */
  private String missed(Draw draw, Path path) {
    int steps = path.last().step();
    Stop stop = path.stop();
    return switch (stop.reason()) {
      case DIVERGED -> choose.containsAll(stop.offer().keySet()) ? stop.message() : stop.plain();
      case CONVERGED -> draw.say("Not reached: after {0} steps the path rests elsewhere.", steps);
      default -> draw.say("Not reached in {0} steps.", steps);
    };
  }

  @Override
  public List<Prose> feedback() {
    return List.of();
  }

  @Override
  public Samples samples(Draw draw) {
    return chosen(draw)
        .samples(example.stream().mapToDouble(e -> e.value(draw.values())).toArray());
  }
}
