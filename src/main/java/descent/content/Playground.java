package descent.content;

import descent.content.directive.Directive;
import descent.content.directive.Directives;
import descent.content.directive.WorksDirective;
import descent.objective.Problem;
import descent.optimizer.OptimizerSpec;
import descent.run.Pace;
import descent.run.RunService;
import descent.run.RunSpec;
import descent.run.Stop.Reason;
import descent.run.sweep.Settling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Every figure of the course by itself, with any problem and any optimizers that fit it. */
public record Playground(Directives directives, RunService runs, Settling settling) {
  /** The id of the figure, before each of its keys in the page's query. */
  public static final String ID = "play";

  private static final int STEPS = 200;
  private static final double SETTLED = 0.05;
  private static final List<String> USUAL = List.of("gd", "momentum", "adam");

  /**
   * A figure about a problem.
   *
   * @param first the problem that it shows where none is asked for
   * @param dimensions how many variables a problem may have
   * @param optimizers how many it takes at most
   */
  private record About(String first, List<Integer> dimensions, int optimizers) {}

  private static final Map<String, About> ABOUT =
      Map.of(
          "run", new About("rosenbrock", List.of(1, 2), 6),
          "race", new About("local_minimum", List.of(2), 6),
          "map", new About("himmelblau", List.of(2), 1),
          "derivatives", new About("cubic", List.of(2), 0),
          "taylor", new About("parabola_sin", List.of(1, 2), 0));

  /** What can be played with. */
  public List<String> kinds() {
    return directives.all().stream()
        .filter(directive -> directive.counted().equals("Figure"))
        .filter(directive -> !(directive instanceof WorksDirective))
        .map(Directive::name)
        .toList();
  }

  /** The problems that a kind of figure can show; none where it is not about a problem. */
  public List<Problem> problems(String kind) {
    return about(kind).stream()
        .flatMap(
            about ->
                runs.catalog().problems().all().stream()
                    .filter(p -> about.dimensions().contains(p.objective().dimension())))
        .toList();
  }

  /** The problem that is shown where none is asked for. */
  public Optional<Problem> first(String kind) {
    return about(kind).flatMap(about -> runs.catalog().problems().named(about.first()));
  }

  /** How many optimizers a kind of figure takes at once. */
  public int mostOptimizers(String kind) {
    return about(kind).map(About::optimizers).orElse(0);
  }

  private static Optional<About> about(String kind) {
    return Optional.ofNullable(ABOUT.get(kind));
  }

  /** The optimizers that are shown where none is asked for. */
  public List<String> usual(String kind) {
    return USUAL.stream().limit(mostOptimizers(kind)).toList();
  }

  /** The fence of a figure that is not about a problem. */
  public String fence(String kind) {
    String example = directives.named(kind).orElseThrow().example();
    return example.replaceFirst("(?m)^id: .*$", "id: " + ID);
  }

  /**
   * The fence of a figure about a problem.
   *
   * @param optimizers their names, each of which gets a learning rate that suits the problem
   */
  public String fence(String kind, Problem problem, List<String> optimizers) {
    return """
    ```{%s}
    id: %s
    title: '%s'
    objective: %s
    %s
    alt: '%s'
    ```
    """
        .formatted(
            kind,
            ID,
            problem.title().replace("'", "''"),
            problem.name(),
            switch (mostOptimizers(kind)) {
              case 0 -> place(kind, problem);
              case 1 -> map(problem, paced(optimizers.get(0), problem));
              default ->
                  runs(
                      problem,
                      optimizers.stream().map(name -> paced(name, problem)).toList(),
                      STEPS);
            },
            "The problem in two variables or one, with what the figure computes for it.");
  }

  private static String place(String kind, Problem problem) {
    var box = problem.box();
    boolean curve = problem.objective().dimension() == 1;
    String at = "at: " + Arrays.toString(problem.start());
    return kind.equals("taylor")
        ? at
            + (curve
                ? "\nrange: [%s, %s]".formatted(box.x0(), box.x1())
                : "\nbox: [%s, %s, %s, %s]".formatted(box.x0(), box.x1(), box.y0(), box.y1()))
        : at;
  }

  /** Where runs end, if they do; else the loss that they reach. */
  private String map(Problem problem, OptimizerSpec entrant) {
    Settling.Choice choice = settling.of(problem, entrant);
    String measure = choice.settled() < SETTLED ? "loss" : "basin";
    return "measure: %s\n".formatted(measure)
        + runs(problem, List.of(choice.entrant()), choice.steps());
  }

  private String runs(Problem problem, List<OptimizerSpec> entrants, int steps) {
    String rows =
        entrants.stream().map(entrant -> "\n  - " + entrant.wire()).collect(Collectors.joining());
    return "steps: %d\ndiverges: %s\noptimizer:%s"
        .formatted(steps, diverges(problem, entrants, steps), rows);
  }

  private boolean diverges(Problem problem, List<OptimizerSpec> entrants, int steps) {
    var spec = new RunSpec(problem, problem.start(), steps, 1, entrants, 0, 0, "cpu", "double");
    return runs.result(spec).paths().stream()
        .anyMatch(path -> path.stop().reason() == Reason.DIVERGED);
  }

  private OptimizerSpec paced(String name, Problem problem) {
    OptimizerSpec usual = runs.catalog().optimizers().parse(name);
    OptionalDouble rate = new Pace(problem, STEPS).of(usual);
    return rate.isEmpty()
        ? usual
        : new OptimizerSpec(
            usual.optimizer(), usual.hyperparameters().with("learning_rate", rate.getAsDouble()));
  }
}
