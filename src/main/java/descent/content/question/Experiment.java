package descent.content.question;

import descent.content.source.EngineQuantities;
import descent.content.source.Expression;
import descent.content.source.Scope;
import descent.content.source.Source;
import descent.objective.Box;
import descent.objective.Problem;
import descent.optimizer.OptimizerSpec;
import descent.run.Path;
import descent.run.RunService;
import descent.run.RunSpec;
import java.util.List;

/**
 * A run that a question is about; variables of the question may stand in all of it.
 *
 * @param objective a named problem or a formula
 * @param start coordinates; those of the problem where it is empty
 * @param optimizer as on the wire; empty where nothing runs
 * @param box what is shown at least: x0, x1 and, on a plane, y0, y1; the problem's where it is
 *     empty
 */
record Experiment(
    String objective,
    List<Expression> start,
    Expression steps,
    String optimizer,
    double[] box,
    RunService runs) {
  private static final int MOST_STEPS = 2_000;

  Experiment {
    start = List.copyOf(start);
  }

  /** Reads {@code objective}, {@code start}, {@code steps}, {@code optimizer} and {@code box}. */
  static Experiment read(Source source, RunService runs) {
    double[] box = source.numbers("box");
    if (box.length != 0 && box.length != 2 && box.length != 4) {
      source.error("box", "box is x0, x1 or x0, x1, y0, y1, not " + box.length + " numbers");
    }
    return new Experiment(
        source.text("objective"),
        source.expressions("start"),
        source.has("steps") ? source.expression("steps") : source.constant("100"),
        source.text("optimizer"),
        box,
        runs);
  }

  Problem problem(Draw draw) {
    return EngineQuantities.problem(runs.catalog(), objective, draw.values());
  }

  OptimizerSpec optimizer(Draw draw) {
    return runs.catalog().optimizers().parse(Scope.settings(optimizer, draw.values()));
  }

  double[] start(Draw draw) {
    Problem problem = problem(draw);
    double[] given = start.stream().mapToDouble(x -> x.value(draw.values())).toArray();
    double[] used = start.isEmpty() ? problem.start() : given;
    if (used.length != problem.objective().dimension()) {
      throw new IllegalArgumentException(
          "start has %d coordinates; the objective has %d"
              .formatted(used.length, problem.objective().dimension()));
    }
    return used;
  }

  int steps(Draw draw) {
    double count = steps.value(draw.values());
    if (count != Math.rint(count) || count < 1 || count > MOST_STEPS) {
      throw new IllegalArgumentException(
          "steps is a whole number from 1 to %d, not %s".formatted(MOST_STEPS, count));
    }
    return (int) count;
  }

  /** The run of a variant, every step a frame. */
  Path path(Draw draw) {
    return path(draw, optimizer(draw), steps(draw));
  }

  /** The run of another optimizer. */
  Path path(Draw draw, OptimizerSpec entrant, int most) {
    return runs.result(spec(draw, entrant, most)).paths().get(0);
  }

  RunSpec spec(Draw draw) {
    return spec(draw, optimizer(draw), steps(draw));
  }

  private RunSpec spec(Draw draw, OptimizerSpec entrant, int most) {
    return RunSpec.of(problem(draw), start(draw), most, entrant);
  }

  Picture picture(Draw draw) {
    return Picture.of(problem(draw), box);
  }

  /** The part of the plane that is shown. */
  static Box box(Problem problem, double[] given) {
    return given.length == 4 ? new Box(given[0], given[1], given[2], given[3]) : problem.box();
  }
}
