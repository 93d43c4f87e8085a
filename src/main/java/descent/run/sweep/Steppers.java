package descent.run.sweep;

import descent.device.Card;
import descent.device.Device;
import descent.expr.Kernel;
import descent.expr.Precision;
import descent.expr.Program;
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

  private final Cache<Program, Kernel<float[][]>> floats = new Cache<>(KEPT);
  private final Cache<Program, Kernel<double[][]>> doubles = new Cache<>(KEPT);

  /**
   * The stepper of a sweep on this processor.
   *
   * @param small the norm under which a gradient counts as small
   */
  Stepper of(SweepSpec spec, double small) {
    if (spec.measure() == Measure.THEORY) {
      return (from, to, ends, cancelled) -> {};
    }
    if (!(spec.entrant().optimizer() instanceof RuleOptimizer optimizer)
        || !spec.noise().isAbsent()
        || spec.device().equals(Device.REFERENCE)) {
      return new RunStepper(spec, small);
    }
    RuleProgram program = program(spec, optimizer);
    Program step = program.program(spec.entrant().hyperparameters());
    Program count = Counter.program(spec.problem().objective());
    return spec.precision() == Precision.SINGLE
        ? new RuleStepper<>(spec, program, floats(step), floats(count), small)
        : new RuleStepper<>(spec, program, doubles(step), doubles(count), small);
  }

  /** The stepper of an elementwise rule's sweep on an OpenCL device. */
  static Stepper on(Card card, SweepSpec spec, RuleOptimizer optimizer, double small) {
    RuleProgram program = program(spec, optimizer);
    Program step = program.program(spec.entrant().hyperparameters());
    return new CardStepper(spec, program, step, small, card);
  }

  static RuleProgram program(SweepSpec spec, RuleOptimizer optimizer) {
    List<String> swept =
        spec.overStarts() ? List.of() : spec.axes().stream().map(Axis::name).toList();
    return new RuleProgram(spec.problem().objective(), rule(optimizer, spec), swept);
  }

  private Kernel<float[][]> floats(Program program) {
    return floats.computeIfAbsent(program, Program::floats);
  }

  private Kernel<double[][]> doubles(Program program) {
    return doubles.computeIfAbsent(program, Program::doubles);
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
