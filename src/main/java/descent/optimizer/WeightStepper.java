package descent.optimizer;

import descent.linalg.BlockVector;
import descent.objective.LayerSizes;
import descent.objective.LayeredBatch;

/** Moves a network's weights in place, one step a batch; used by one thread. */
public interface WeightStepper {
  /** A stepper at the start of its way: in place where the optimizer can, else by its updates. */
  static WeightStepper of(Optimizer<?> optimizer) {
    if (optimizer instanceof RuleOptimizer rule) {
      return new RuleStepper(rule);
    }
    return optimizer instanceof Kfac ? new KfacStepper() : new UpdateStepper<>(optimizer);
  }

  /**
   * The most bytes that steps hold at once, beside the weights, their gradient and their batch.
   *
   * @param width bytes of a weight
   */
  static long bytes(OptimizerSpec spec, LayerSizes sizes, int width) {
    long numbers = spec.optimizer().numbers(sizes, spec.hyperparameters());
    return spec.optimizer() instanceof RuleOptimizer || spec.optimizer() instanceof Kfac
        ? width * numbers
        : Double.BYTES * numbers + 3 * width * (sizes.weights() + sizes.activations());
  }

  /**
   * One step on {@code batch}; a batch whose loss is not finite moves nothing.
   *
   * @param weights moved in place
   * @param gradient ← the gradient at the weights before the step
   * @return the batch's mean loss before the step
   */
  double step(
      LayeredBatch batch,
      BlockVector weights,
      BlockVector gradient,
      Hyperparameters hyperparameters);
}
