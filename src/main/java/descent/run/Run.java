package descent.run;

import descent.objective.Objective;
import descent.optimizer.OptimizerSpec;

/**
 * One optimizer on its way, lazily: pulling a frame computes it, not pulling costs nothing, and
 * every iterator starts anew. The first frame is the start; the last one is where the run stopped.
 */
public final class Run implements Iterable<Frame> {
  private final Objective objective;
  private final double[] start;
  private final int steps;
  private final int every;
  private final OptimizerSpec entrant;
  private final Budget budget;

  Run(RunSpec spec, OptimizerSpec entrant, Budget budget) {
    this.objective = spec.problem().objective();
    this.start = spec.start();
    this.steps = spec.steps();
    this.every = spec.every();
    this.entrant = entrant;
    this.budget = budget;
  }

  /** The optimizer that runs. */
  public OptimizerSpec entrant() {
    return entrant;
  }

  @Override
  public Steps<?> iterator() {
    return steps(entrant.optimizer());
  }

  private <S> Steps<S> steps(descent.optimizer.Optimizer<S> optimizer) {
    return new Steps<>(
        objective, optimizer, entrant.hyperparameters(), start, steps, every, budget);
  }

  /** The whole run. */
  public Path path() {
    return Path.of(this);
  }
}
