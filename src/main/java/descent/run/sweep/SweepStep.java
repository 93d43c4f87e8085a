package descent.run.sweep;

import descent.expr.Program;
import descent.optimizer.RuleOptimizer;
import java.util.Optional;

/**
 * What is done to all cells of a sweep at once, as it is compiled.
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

  /** How the steps of a sweep with a gradient that is not small are counted. */
  public static SweepStep count(SweepSpec spec) {
    double small = Small.norm(spec);
    return new SweepStep(
        Counter.program(spec.problem().objective()),
        new double[] {small * small, Counter.stride(spec)});
  }
}
