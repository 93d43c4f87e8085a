package descent.run.sweep;

import descent.expr.Program;
import descent.optimizer.RuleOptimizer;
import java.util.Optional;

/**
 * One update of all cells of a sweep as it is compiled.
 *
 * @param scalars the program's, at the first step; never written
 */
public record SweepStep(Program program, double[] scalars) {

  /** The step of a sweep; nothing where runs go one after the other. */
  public static Optional<SweepStep> of(SweepSpec spec) {
    if (!(spec.entrant().optimizer() instanceof RuleOptimizer optimizer)) {
      return Optional.empty();
    }
    RuleProgram program = Steppers.program(spec, optimizer);
    var hyperparameters = spec.entrant().hyperparameters();
    return Optional.of(
        new SweepStep(program.program(hyperparameters), program.schedule(hyperparameters, 1)[0]));
  }
}
