package descent.run.sweep;

import descent.objective.NoisyGradient;
import descent.objective.Objective;
import descent.optimizer.Hyperparameters;
import descent.optimizer.OptimizerSpec;
import descent.run.Budget;
import descent.run.Frame;
import descent.run.Run;
import descent.run.Steps;
import descent.run.Stop;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One run after the other, for optimizers that are no elementwise rule. */
final class RunStepper implements Stepper {
  private final SweepSpec spec;
  private final double small;

  /**
   * @param small the norm under which a gradient counts as small
   */
  RunStepper(SweepSpec spec, double small) {
    this.spec = spec;
    this.small = small;
  }

  @Override
  public void run(int from, int to, Ends ends, BooleanSupplier cancelled) {
    for (int cell = from; cell < to && !cancelled.getAsBoolean(); cell++) {
      Steps<?> steps = run(cell, cancelled).iterator();
      Frame frame = steps.next();
      double above = 0;
      while (steps.hasNext()) {
        above += frame.gradientNorm() > small ? 1 : 0;
        frame = steps.next();
      }
      boolean diverged = steps.stop().reason() == Stop.Reason.DIVERGED;
      for (int k = 0; k < ends.x().length; k++) {
        ends.x()[k][cell] = diverged ? Double.NaN : frame.x()[k];
      }
      ends.above()[cell] = diverged ? Double.NaN : above;
    }
  }

  private Run run(int cell, BooleanSupplier cancelled) {
    double[] start = spec.start().clone();
    OptimizerSpec entrant = spec.entrant();
    Hyperparameters hyperparameters = entrant.hyperparameters();
    int[] at = {cell % spec.columns(), cell / spec.columns() % spec.rows()};
    int[] cells = {spec.columns(), spec.rows()};
    for (int i = 0; i < spec.axes().size(); i++) {
      Axis axis = spec.axes().get(i);
      double value = axis.centre(at[i], cells[i]);
      if (spec.overStarts()) {
        start[i] = value;
      } else {
        hyperparameters = hyperparameters.with(axis.name(), value);
      }
    }
    OptimizerSpec varied = new OptimizerSpec(entrant.optimizer(), hyperparameters);
    Budget budget =
        step ->
            cancelled.getAsBoolean()
                ? Optional.of(new Stop(Stop.Reason.CANCELLED, step, "Stopped.", Map.of()))
                : Optional.empty();
    return Run.of(objective(cell), start, spec.steps(), 1, varied, budget);
  }

  /** The objective that a run meets: with the noise of its seed. */
  private Objective objective(int cell) {
    double deviation = spec.noise().deviation();
    return deviation == 0
        ? spec.problem().objective()
        : new NoisyGradient(
            spec.problem().objective(), deviation, cell / (spec.columns() * spec.rows()));
  }
}
