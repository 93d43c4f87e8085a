package descent.content.directive;

import descent.content.directive.RunState.Row;
import descent.content.directive.RunState.View;
import descent.content.source.Source;
import descent.objective.Box;
import descent.objective.Problem;
import descent.optimizer.OptimizerSpec;
import descent.plot.RunPicture;
import descent.run.Path;
import descent.run.Result;
import descent.run.RunService;
import descent.run.RunSpec;
import descent.run.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ```{run}}: optimizers that run on one objective, live. */
public final class RunDirective implements Directive {
  private final RunService service;

  public RunDirective(RunService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String doc() {
    return """
    Runs one to six optimizers from one start and draws their paths and losses. \
    `objective` is a named problem or a formula in `x` (a curve) or `x`, `y` (a map); \
    on a curve, an optimizer that is alone shows its linear model at each step. \
    `param` gives values to other names in it; a slider runs from 0 to twice the value, or as far \
    as is written behind it: `param: {kappa: 50 in 1..200}`. `optimizer` lists entrants as on the wire. \
    Optional: `start`, `steps` (100), `step` (the one drawn first; the last), \
    `box` (`[x0, x1]` or `[x0, x1, y0, y1]`), `view` (`map`, `curve`, `surface`), \
    `scale` of the loss (`log`, `linear`), \
    `noise`, the standard deviation of random numbers that are added to each coordinate of the \
    gradient, with their `seed`, `diverges: true` where that is the lesson, and `controls`, \
    a list of what a reader may change: `objective`, `optimizers`, `steps` (all). \
    Captions may ask for `steps_to(tolerance, optimizer)`, `final_value(optimizer)`, \
    `value_at(step, optimizer)`, `distance(optimizer)` and `coordinate(i, step, optimizer)`; \
    an optimizer is named, or numbered from 1.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{run}
    id: valley
    title: Two ways down a valley
    objective: (x^2 + 50*y^2)/2
    start: [-9, 1.2]
    box: [-10, 10, -2, 2]
    steps: 120
    optimizer:
      - gd(learning_rate=0.035)
      - gd(learning_rate=0.02)
    caption: The faster one ends at {{final_value(1)}}.
    alt: Contours of a long valley with two zigzag paths.
    ```
    """;
  }

  @Override
  public Block parse(Source source, Caption caption) {
    return new RunBlock(caption, state(source), service, Controls.of(source));
  }

  /** What a fence says of its runs. */
  RunState state(Source source) {
    Parameters parameters = Parameters.of(source);
    Problem problem = problem(source, parameters.values());
    int dimension = problem.objective().dimension();
    double[] start = source.has("start") ? source.numbers("start") : problem.start();
    if (start.length != dimension) {
      source.error(
          "start",
          "start has %d numbers; %d would be right for this objective"
              .formatted(start.length, dimension));
      start = problem.start();
    }
    int steps = source.integer("steps", 100, 1, service.catalog().limits().steps());
    int step = source.integer("step", steps, 0, steps);
    double noise = source.number("noise", 0, 0, RunSpec.LARGEST_NOISE);
    long seed = source.integer("seed", 0, 0, Integer.MAX_VALUE);
    View absent = dimension == 1 ? View.CURVE : View.MAP;
    String word = source.word("view", absent.wire(), List.of("map", "curve", "surface"));
    View view = View.valueOf(word.toUpperCase(java.util.Locale.ROOT));
    if ((dimension == 1) != (view == View.CURVE)) {
      source.error(
          "view",
          "view '%s' does not fit an objective in %s"
              .formatted(
                  word, dimension == 1 ? "x alone: write curve" : "x and y: write map or surface"));
      view = absent;
    }
    boolean logarithmic = source.word("scale", "log", List.of("log", "linear")).equals("log");
    List<Row> rows = rows(source);
    RunState bare =
        new RunState(
            problem,
            parameters.ranges(),
            problem.box(),
            start,
            steps,
            noise,
            seed,
            step,
            view,
            logarithmic,
            rows);
    if (rows.isEmpty() || source.hasErrors()) {
      source.allow("box", "diverges");
      return bare;
    }
    Result result = service.result(bare.spec().orElseThrow());
    checkDivergence(source, result);
    Box box = box(source, problem, result);
    return bare.in(box);
  }

  private Problem problem(Source source, Map<String, Double> parameters) {
    String text = source.text("objective");
    try {
      return service.catalog().problems().of(text, parameters);
    } catch (IllegalArgumentException e) {
      if (!text.isEmpty()) {
        source.error("objective", String.valueOf(e.getMessage()));
      }
      return service.catalog().problems().all().get(0);
    }
  }

  private List<Row> rows(Source source) {
    List<OptimizerSpec> entrants = new ArrayList<>();
    for (String wire : source.texts("optimizer")) {
      try {
        entrants.add(service.catalog().optimizers().parse(wire));
      } catch (IllegalArgumentException e) {
        source.error("optimizer", wire + ": " + e.getMessage());
      }
    }
    int most = service.catalog().limits().entrants();
    if (entrants.isEmpty() || entrants.size() > most) {
      source.error("optimizer", "give 1 to %d optimizers, not %d".formatted(most, entrants.size()));
      return List.of();
    }
    return RunState.rows(entrants);
  }

  private static void checkDivergence(Source source, Result result) {
    boolean meant = source.flag("diverges", false);
    List<Stop> diverged =
        result.paths().stream()
            .map(Path::stop)
            .filter(stop -> stop.reason() == Stop.Reason.DIVERGED)
            .toList();
    if (!meant && !diverged.isEmpty()) {
      source.error(
          "optimizer", diverged.get(0).message() + " If that is the lesson, write diverges: true.");
    }
    if (meant && diverged.isEmpty()) {
      source.error("diverges", "diverges is true, but no optimizer diverges in these steps");
    }
  }

  private static Box box(Source source, Problem problem, Result result) {
    double[] given = source.numbers("box");
    boolean curve = problem.objective().dimension() == 1;
    try {
      if (given.length == 4) {
        return new Box(given[0], given[1], given[2], given[3]);
      }
      if (given.length == 2 && curve) {
        return RunPicture.fit(problem.objective(), given[0], given[1]);
      }
      if (given.length > 0) {
        source.error(
            "box",
            "box has %d numbers; x0, x1%s would be right"
                .formatted(given.length, curve ? "" : ", y0, y1"));
      }
    } catch (IllegalArgumentException e) {
      source.error("box", String.valueOf(e.getMessage()));
    }
    boolean named = !problem.name().equals(problem.objective().text());
    return named ? problem.box() : RunPicture.around(result);
  }
}
