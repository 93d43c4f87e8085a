package descent.content.question;

import static descent.words.Words.key;
import static j2html.TagCreator.b;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.label;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;

import descent.content.question.Mark.Verdict;
import descent.content.source.EngineQuantities;
import descent.content.source.Expression;
import descent.content.source.Prose;
import descent.content.source.Source;
import descent.objective.Problem;
import descent.optimizer.Hyperparameter;
import descent.optimizer.OptimizerSpec;
import descent.plot.Numbers;
import descent.run.Path;
import descent.run.RunService;
import descent.run.Stop;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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
    if (choose.isEmpty() || choose.size() != example.size()) {
      source.error(
          "example",
          "'example' has %d values for the %d names of 'choose'"
              .formatted(example.size(), choose.size()));
    }
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

  private List<Hyperparameter> chosen(OptimizerSpec entrant) {
    return choose.stream()
        .map(
            name ->
                entrant.optimizer().hyperparameters().stream()
                    .filter(h -> h.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                entrant.optimizer().name() + " has no " + name)))
        .toList();
  }

  private List<String> initial(Draw draw) {
    OptimizerSpec entrant = experiment.optimizer(draw);
    return chosen(entrant).stream()
        .map(h -> Numbers.field(entrant.hyperparameters().get(h.name())))
        .toList();
  }

  @Override
  public String action() {
    return key("Run");
  }

  @Override
  public DomContent fields(Draw draw, List<String> given) {
    List<Hyperparameter> chosen = chosen(experiment.optimizer(draw));
    List<String> values = given.size() == choose.size() ? given : initial(draw);
    return each(
        experiment
            .picture(draw)
            .start(experiment.start(draw))
            .html(alternative.with(draw.values()).text()),
        div(each(
                IntStream.range(0, chosen.size())
                    .<DomContent>mapToObj(i -> field(draw, chosen.get(i), values, i))
                    .toArray(DomContent[]::new)))
            .withClass("coordinates"));
  }

  private static DomContent field(Draw draw, Hyperparameter h, List<String> values, int place) {
    return label(
            span(draw.say(h.label()) + " " + h.symbol()),
            Typed.field(values, place).withClass("num").attr("inputmode", "decimal"))
        .withClass("line");
  }

  @Override
  public DomContent shown(Draw draw, List<String> answer) {
    List<Hyperparameter> chosen = chosen(experiment.optimizer(draw));
    return each(
        IntStream.range(0, answer.size())
            .<DomContent>mapToObj(i -> div(draw.say(chosen.get(i).label()) + " " + answer.get(i)))
            .toArray(DomContent[]::new));
  }

  @Override
  public Optional<String> flaw(Draw draw, List<String> answer) {
    return Typed.numbersFlaw(answer, choose.size(), draw.words())
        .or(
            () -> {
              try {
                entrant(draw, answer);
                return Optional.empty();
              } catch (IllegalArgumentException e) {
                return Optional.of(String.valueOf(e.getMessage()));
              }
            });
  }

  /** The optimizer with what the learner chose, checked as any other. */
  private OptimizerSpec entrant(Draw draw, List<String> answer) {
    OptimizerSpec initial = experiment.optimizer(draw);
    var hyperparameters = initial.hyperparameters();
    for (int i = 0; i < choose.size(); i++) {
      hyperparameters = hyperparameters.with(choose.get(i), Typed.number(answer.get(i)));
    }
    var changed = new OptimizerSpec(initial.optimizer(), hyperparameters);
    return experiment.runs().catalog().optimizers().parse(changed.wire());
  }

  @Override
  public Mark judge(Draw draw, List<String> answer) {
    int goal = within(draw);
    Path path = experiment.path(draw, entrant(draw, answer), PATIENCE * goal);
    Problem problem = experiment.problem(draw);
    OptionalInt steps =
        EngineQuantities.stepsTo(problem.withMinimumIn(problem.box()), path, tolerance);
    boolean isReached = steps.isPresent() && steps.getAsInt() <= goal;
    String words =
        steps.isEmpty()
            ? missed(draw, path)
            : isReached
                ? draw.say("{0} steps, reached.", steps.getAsInt())
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

  private static String missed(Draw draw, Path path) {
    return path.stop().reason() == Stop.Reason.DIVERGED
        ? path.stop().message()
        : draw.say("Not reached in {0} steps.", path.last().step());
  }

  @Override
  public List<Prose> feedback() {
    return List.of();
  }

  @Override
  public Samples samples(Draw draw) {
    double[] reached = example.stream().mapToDouble(e -> e.value(draw.values())).toArray();
    var invalid = new ArrayList<List<String>>(List.of(List.of(), List.of("q")));
    invalid.add(initial(draw).stream().map(value -> "").toList());
    return new Samples(List.of(Typed.written(reached)), List.of(initial(draw)), invalid);
  }
}
