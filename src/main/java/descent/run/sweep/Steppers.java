package descent.run.sweep;

import descent.expr.Kernel;
import descent.expr.Program;
import descent.objective.Formula;
import descent.optimizer.Hyperparameters;
import descent.optimizer.Rule;
import descent.optimizer.RuleOptimizer;
import descent.run.Cache;
import java.util.List;

/**
 * Chooses how the runs of a sweep are stepped, and keeps the compiled steps: another learning rate
 * or box needs no other one. Thread-safe.
 */
final class Steppers {
  private static final int KEPT = 32;

  private final Cache<RuleProgram.Key, Kernel<?>> kernels = new Cache<>(KEPT);

  /**
   * The stepper of a sweep: in single precision over starts, else in double.
   *
   * @param small the norm under which a gradient counts as small
   */
  Stepper of(SweepSpec spec, double small) {
    if (spec.measure() == Measure.THEORY) {
      return (from, to, ends, cancelled) -> {};
    }
    if (!(spec.entrant().optimizer() instanceof RuleOptimizer optimizer)) {
      return new RunStepper(spec, small);
    }
    List<String> swept =
        spec.overStarts() ? List.of() : spec.axes().stream().map(Axis::name).toList();
    Formula objective = spec.problem().objective();
    boolean counted = spec.measure() != Measure.LOSS;
    RuleProgram program = new RuleProgram(objective, rule(optimizer, spec), swept, counted);
    return new RuleStepper(spec, program, kernel(program, spec), small);
  }

  private Kernel<?> kernel(RuleProgram program, SweepSpec spec) {
    Hyperparameters hyperparameters = spec.entrant().hyperparameters();
    RuleProgram.Key key = program.key(hyperparameters);
    return kernels
        .get(key)
        .orElseGet(
            () -> {
              Program step = program.program(hyperparameters);
              Kernel<?> kernel = spec.overStarts() ? step.floats() : step.doubles();
              kernels.put(key, kernel);
              return kernel;
            });
  }

  /** The rule in which what is swept is not left out because it is zero at present. */
  private static Rule rule(RuleOptimizer optimizer, SweepSpec spec) {
    Hyperparameters hyperparameters = spec.entrant().hyperparameters();
    if (!spec.overStarts()) {
      for (Axis axis : spec.axes()) {
        hyperparameters = hyperparameters.with(axis.name(), axis.centre(0, spec.resolution()));
      }
    }
    return optimizer.rule(hyperparameters);
  }
}
