package descent.content.source;

import descent.content.source.Quantity.Arguments;
import descent.expr.Expr;
import descent.linalg.SymmetricEigen;
import descent.model.Family;
import descent.model.FormulaModel;
import descent.objective.Problem;
import descent.run.Catalog;
import descent.run.Frame;
import descent.run.Path;
import descent.run.RunService;
import descent.run.RunSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Quantities that the engine computes: of Hessians, of Fisher matrices and of runs. */
public record EngineQuantities(RunService runs) {
  private static final int MOST_STEPS = 2_000;

  public List<Quantity> all() {
    return List.of(
        new Quantity(
            "hessian(objective, i, j, x, y)",
            "The entry in row i and column j, from 1, of the Hessian at a point.",
            a -> hessian(a, 3)[index(a, 1)][index(a, 2)]),
        new Quantity(
            "eigenvalue(objective, k, x, y)",
            "The k-th eigenvalue of the Hessian at a point; the first is the smallest.",
            a -> SymmetricEigen.of(hessian(a, 2)).values()[index(a, 1)]),
        new Quantity(
            "condition(objective, x, y)",
            "The largest eigenvalue of the Hessian at a point divided by the smallest.",
            this::condition),
        new Quantity(
            "fisher(family, output, i, j, x, y)",
            "The entry in row i and column j of the Fisher matrix of a `gaussian` with variance 1,"
                + " a `bernoulli` with log odds, one with `probability` or a `poisson` with log"
                + " mean that `output` gives, such as `fisher(\"probability\", \"x\", 1, 1, 0.2)`.",
            EngineQuantities::fisher),
        new Quantity(
            "run_value(objective, optimizer, steps, x, y)",
            "The objective where a run from `x, y` ends, such as"
                + " `run_value(\"x^2\", \"gd(learning_rate=0.1)\", 5, 1)`.",
            a -> path(a, 0, (int) a.number(2), 3).last().value()),
        new Quantity(
            "run_coordinate(i, objective, optimizer, steps, x, y)",
            "Coordinate i, from 1, where a run from `x, y` ends.",
            a -> path(a, 1, (int) a.number(3), 4).last().x()[index(a, 0)]),
        new Quantity(
            "run_steps(tolerance, objective, optimizer, most, x, y)",
            "The first of at most so many steps after which f − f* is at most the tolerance.",
            this::steps));
  }

  /**
   * A named problem or a formula, with the variables that stand in it as its parameters.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Problem problem(Catalog catalog, String objective, Map<String, Double> variables) {
    Set<String> names =
        catalog
            .problems()
            .named(objective.strip())
            .map(problem -> problem.objective().parameters().keySet())
            .orElseGet(() -> Expr.parse(objective).names());
    var parameters = new HashMap<>(variables);
    parameters.keySet().retainAll(names);
    return catalog.problems().of(objective, parameters);
  }

  private Problem problem(Arguments arguments, int index) {
    return problem(runs.catalog(), arguments.text(index), arguments.variables());
  }

  /** The coordinates that begin with an argument. */
  private static double[] point(Arguments arguments, int from, int dimension) {
    if (arguments.size() != from + dimension) {
      throw new IllegalArgumentException(
          "%s: the point has %d coordinates; the objective has %d"
              .formatted(arguments.signature(), arguments.size() - from, dimension));
    }
    double[] x = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      x[i] = arguments.number(from + i);
    }
    return x;
  }

  private static int index(Arguments arguments, int argument) {
    double number = arguments.number(argument);
    if (number < 1 || number > 3 || number != Math.rint(number)) {
      throw new IllegalArgumentException(
          arguments.signature() + ": an index is a whole number from 1, not " + number);
    }
    return (int) number - 1;
  }

  private double[][] hessian(Arguments arguments, int from) {
    Problem problem = problem(arguments, 0);
    int dimension = problem.objective().dimension();
    double[][] hessian = problem.objective().hessian(point(arguments, from, dimension));
    for (int i = 1; i < from; i++) {
      if (index(arguments, i) >= dimension) {
        throw new IllegalArgumentException(
            arguments.signature() + ": the Hessian has " + dimension + " rows");
      }
    }
    return hessian;
  }

  private double condition(Arguments arguments) {
    double[] values = SymmetricEigen.of(hessian(arguments, 1)).values();
    return values[values.length - 1] / values[0];
  }

  private static double fisher(Arguments arguments) {
    int dimension = arguments.size() - 4;
    if (dimension < 1 || dimension > 2) {
      throw new IllegalArgumentException(
          arguments.signature() + ": a point has 1 or 2 coordinates, not " + dimension);
    }
    Family family = family(arguments.text(0));
    String output = arguments.formula(1).toString();
    var model = new FormulaModel(dimension, output, family, new double[1], new double[1]);
    double[][] fisher = model.fisher(point(arguments, 4, dimension));
    if (Math.max(index(arguments, 2), index(arguments, 3)) >= dimension) {
      throw new IllegalArgumentException(
          arguments.signature() + ": the Fisher matrix has " + dimension + " rows");
    }
    return fisher[index(arguments, 2)][index(arguments, 3)];
  }

  private static Family family(String name) {
    return Arrays.stream(Family.values())
        .filter(known -> known.toString().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no family; known: %s"
                        .formatted(
                            name, Arrays.toString(Family.values()).toLowerCase(Locale.ROOT))));
  }

  private Path path(Arguments arguments, int objective, int steps, int from) {
    if (steps < 1 || steps > MOST_STEPS) {
      throw new IllegalArgumentException(
          "%s: a run has 1 to %d steps, not %d"
              .formatted(arguments.signature(), MOST_STEPS, steps));
    }
    Problem problem = problem(arguments, objective);
    double[] start = point(arguments, from, problem.objective().dimension());
    var entrant = runs.catalog().optimizers().parse(arguments.optimizer(objective + 1));
    return runs.result(RunSpec.of(problem, start, steps, entrant)).paths().get(0);
  }

  private double steps(Arguments arguments) {
    Path path = path(arguments, 1, (int) arguments.number(3), 4);
    Problem problem = problem(arguments, 1);
    return stepsTo(problem.withMinimumIn(problem.box()), path, arguments.number(0))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: the run does not come within %s of the minimum"
                        .formatted(arguments.signature(), arguments.number(0))));
  }

  /** f*, the smallest value at a known minimum. */
  public static double least(Problem problem) {
    return problem.minima().stream()
        .mapToDouble(problem.objective()::value)
        .min()
        .orElseThrow(() -> new IllegalArgumentException("the objective has no known minimum"));
  }

  /** The first step after which f − f* is at most the tolerance, if there is one. */
  public static OptionalInt stepsTo(Problem problem, Path path, double tolerance) {
    double least = least(problem);
    return path.frames().stream()
        .filter(frame -> frame.value() - least <= tolerance)
        .mapToInt(Frame::step)
        .findFirst();
  }
}
