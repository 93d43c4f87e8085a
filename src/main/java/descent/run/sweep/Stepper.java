package descent.run.sweep;

import descent.optimizer.OptimizerSpec;
import descent.optimizer.RuleOptimizer;
import java.util.function.BooleanSupplier;

/** Takes many runs from their start to their end. */
interface Stepper {
  /** Whether an optimizer is one rule for all coordinates, so that its runs go side by side. */
  static boolean isElementwise(OptimizerSpec entrant) {
    return entrant.optimizer() instanceof RuleOptimizer;
  }

  /**
   * Runs the cells in {@code [from, to)}.
   *
   * @param ends receives where they end
   * @param cancelled asked now and then; once true, the rest is left as it is
   */
  void run(int from, int to, Ends ends, BooleanSupplier cancelled);
}
