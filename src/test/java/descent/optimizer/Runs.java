package descent.optimizer;

import descent.objective.Evaluation;
import descent.objective.Objective;
import descent.objective.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/** Runs optimizers without the room above. */
final class Runs {
  static final Problems PROBLEMS = new Problems();
  static final Optimizers OPTIMIZERS = new Optimizers();

  private Runs() {}

  /** The points of {@code steps} updates, the start first; ends early where f is not finite. */
  static List<double[]> path(String wire, Objective f, double[] start, int steps) {
    return path(OPTIMIZERS.parse(wire), f, start, steps);
  }

  static List<double[]> path(OptimizerSpec spec, Objective f, double[] start, int steps) {
    return path(spec.optimizer(), spec.hyperparameters(), f, start, steps);
  }

  private static <S> List<double[]> path(
      Optimizer<S> optimizer, Hyperparameters h, Objective f, double[] start, int steps) {
    List<double[]> path = new ArrayList<>(List.of(start));
    S state = optimizer.init(start, h);
    double[] x = start;
    for (int step = 0; step < steps; step++) {
      Evaluation at = f.at(x);
      if (!at.isFinite()) {
        break;
      }
      Step<S> made = optimizer.update(at, state, h, f);
      x = made.x();
      state = made.state();
      path.add(x);
    }
    return path;
  }

  static double[] last(List<double[]> path) {
    return path.get(path.size() - 1);
  }

  /** Updates until the value satisfies {@code done}; −1 if none of {@code most} does. */
  static int stepsUntil(DoublePredicate done, String wire, Objective f, double[] start, int most) {
    List<double[]> path = path(wire, f, start, most);
    for (int step = 0; step < path.size(); step++) {
      if (done.test(f.value(path.get(step)))) {
        return step;
      }
    }
    return -1;
  }

  /** Updates until f ≤ 10⁻⁶ on a formula in x, y; −1 if 20,000 do not get there. */
  static int steps(String formula, String wire, double... start) {
    Objective f = PROBLEMS.of(formula, Map.of()).objective();
    return stepsUntil(value -> value <= 1e-6, wire, f, start, 20_000);
  }
}
