package descent.run;

import descent.objective.Objective;
import descent.optimizer.OptimizerSpec;

/**
 * One optimizer on its way, lazily: pulling a frame computes it, not pulling costs nothing, and
 * every iterator starts anew. The first frame is the start; the last one is where the run stopped.
 */
public final class Run implements Iterable<Frame> {
  private static final int REHEARSED = 2_000;

  private final Objective objective;
  private final double[] start;
  private final int steps;
  private final int every;
  private final OptimizerSpec entrant;
  private final Budget budget;

  Run(RunSpec spec, OptimizerSpec entrant, Budget budget) {
    this(spec.objective(), spec.start(), spec.steps(), spec.every(), entrant, budget);
  }

  /** A run outside a specification, for example one of many in a sweep. */
  public static Run of(
      Objective objective,
      double[] start,
      int steps,
      int every,
      OptimizerSpec entrant,
      Budget budget) {
    return new Run(objective, start, steps, every, entrant, budget);
  }

  private Run(
      Objective objective,
      double[] start,
      int steps,
      int every,
      OptimizerSpec entrant,
      Budget budget) {
    this.objective = objective;
    this.start = start;
    this.steps = steps;
    this.every = every;
    this.entrant = entrant;
    this.budget = budget;
  }

  /** The optimizer that runs. */
  public OptimizerSpec entrant() {
    return entrant;
  }

  /** What is minimised. */
  public Objective objective() {
    return objective;
  }

  /** The same run of another optimizer, at most {@link #REHEARSED} steps long. */
  Run rehearsal(OptimizerSpec other) {
    int fewer = Math.min(steps, REHEARSED);
    return new Run(objective, start, fewer, Math.max(1, fewer), other, budget);
  }

  /** Whether the run ends by diverging. */
  boolean diverges() {
    Steps<?> all = iterator();
    all.forEachRemaining(frame -> {});
    return all.stop().reason() == Stop.Reason.DIVERGED;
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
