package descent.run.sweep;

import descent.objective.Problem;
import descent.optimizer.Hyperparameters;
import descent.optimizer.OptimizerSpec;
import descent.run.Cache;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds with which learning rate, near a given one, and how many steps a map over starts shows
 * where nine tenths of all runs end, and how soon; else, where most do. Thread-safe.
 */
public final class Settling {
  private static final List<Integer> STEPS = List.of(200, 500, 1000, 2000, 5000);
  private static final List<Double> FACTORS = List.of(1.0, 0.5, 0.25, 2.0);
  private static final String RATE = "learning_rate";
  private static final int CELLS = 16;
  private static final double ENOUGH = 0.9;
  private static final double MARGIN = 0.02;
  private static final int KEPT = 256;

  private final SweepService sweeps;
  private final Cache<String, Choice> known = new Cache<>(KEPT);

  public Settling(SweepService sweeps) {
    this.sweeps = sweeps;
  }

  /**
   * How a map is made.
   *
   * @param settled the share of runs that end in a minimum, and sooner than at the last step
   */
  public record Choice(OptimizerSpec entrant, int steps, double settled) {}

  /**
   * The choice for a named problem; 200 steps at the given rate where there is no minimum or each
   * step is dear.
   */
  public Choice of(Problem problem, OptimizerSpec entrant) {
    String key = problem.name() + " " + entrant.wire();
    Optional<Choice> made = known.get(key);
    return made.orElseGet(
        () -> {
          Choice choice = choose(problem, entrant);
          known.put(key, choice);
          return choice;
        });
  }

  private Choice choose(Problem problem, OptimizerSpec entrant) {
    Choice best = tried(problem, entrant, STEPS.get(0));
    if (problem.minima().isEmpty() || !Stepper.isElementwise(entrant)) {
      return best;
    }
    List<OptimizerSpec> entrants = varied(entrant);
    for (int steps : STEPS) {
      for (OptimizerSpec varied : entrants) {
        if (best.settled() >= ENOUGH) {
          return best;
        }
        Choice choice = tried(problem, varied, steps);
        best = choice.settled() > best.settled() + MARGIN ? choice : best;
      }
    }
    return best;
  }

  private static List<OptimizerSpec> varied(OptimizerSpec entrant) {
    Hyperparameters given = entrant.hyperparameters();
    return !given.asMap().containsKey(RATE)
        ? List.of(entrant)
        : FACTORS.stream()
            .map(factor -> given.with(RATE, factor * given.get(RATE)))
            .map(values -> new OptimizerSpec(entrant.optimizer(), values))
            .toList();
  }

  private Choice tried(Problem problem, OptimizerSpec entrant, int steps) {
    Map<String, List<String>> query =
        Map.of(
            "objective", List.of(problem.name()),
            "optimizer", List.of(entrant.wire()),
            "steps", List.of(Integer.toString(steps)),
            "resolution", List.of(Integer.toString(CELLS)));
    Cells cells = sweeps.cells(SweepSpec.decode(query, sweeps.catalog()), () -> true).orElseThrow();
    int all = cells.kind().length;
    long settled =
        IntStream.range(0, all)
            .filter(cell -> cells.kind()[cell] >= 0 && cells.value()[cell] < steps)
            .count();
    return new Choice(entrant, steps, (double) settled / all);
  }
}
