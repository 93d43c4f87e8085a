package descent.run.sweep;

import descent.expr.Expr;
import descent.expr.Kernel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** All cells side by side through one kernel: step outside, cells inside. */
final class RuleStepper implements Stepper {
  private static final int ASK_EVERY = 16;

  private final SweepSpec spec;
  private final RuleProgram program;
  private final Kernel<?> kernel;
  private final double[][] schedule;
  private final List<Start> starts;

  /**
   * @param small the norm under which a gradient counts as small
   */
  RuleStepper(SweepSpec spec, RuleProgram program, Kernel<?> kernel, double small) {
    this.spec = spec;
    this.program = program;
    this.kernel = kernel;
    schedule = program.schedule(spec.entrant().hyperparameters(), spec.steps(), small * small);
    starts = kernel.program().arrays().stream().map(this::start).toList();
  }

  @Override
  public void run(int from, int to, Ends ends, BooleanSupplier cancelled) {
    run(kernel, from, to, ends, cancelled);
  }

  private <A> void run(Kernel<A> kernel, int from, int to, Ends ends, BooleanSupplier cancelled) {
    A arrays = kernel.allocate(to - from);
    List<String> names = kernel.program().arrays();
    for (int a = 0; a < names.size(); a++) {
      starts.get(a).fill(((Object[]) arrays)[a], from, to - from);
    }
    for (int step = 0; step < schedule.length; step++) {
      if (step % ASK_EVERY == 0 && cancelled.getAsBoolean()) {
        return;
      }
      kernel.run(arrays, schedule[step], 0, to - from);
    }
    end((Object[]) arrays, names, from, to, ends);
  }

  /** What array {@code name} holds before the first step. */
  private Start start(String name) {
    for (int i = 0; i < spec.axes().size(); i++) {
      if (spec.axes().get(i).name().equals(name)) {
        return i == 0 ? columns() : rows();
      }
    }
    int coordinate = spec.problem().objective().variables().indexOf(name);
    if (coordinate >= 0) {
      return Start.same(spec.start()[coordinate]);
    }
    Expr initial = program.initial().getOrDefault(name, new Expr.Constant(0));
    return program.swept().stream().noneMatch(initial.names()::contains)
        ? Start.same(initial.value(spec.entrant().hyperparameters().asMap()))
        : Start.each(cell -> initial.value(valuesAt(cell)));
  }

  private Start columns() {
    double[] centres = spec.axes().get(0).centres(spec.columns());
    return Start.each(cell -> centres[cell % centres.length]);
  }

  private Start rows() {
    double[] centres = spec.axes().get(1).centres(spec.rows());
    return Start.each(cell -> centres[cell / spec.columns()]);
  }

  private Map<String, Double> valuesAt(int cell) {
    Map<String, Double> values = new HashMap<>(spec.entrant().hyperparameters().asMap());
    program.swept().forEach(name -> values.put(name, start(name).at(cell)));
    return values;
  }

  private void end(Object[] arrays, List<String> names, int from, int to, Ends ends) {
    for (int k = 0; k < ends.x().length; k++) {
      copy(arrays[k], ends.x()[k], from, to);
    }
    int above = names.indexOf(RuleProgram.ABOVE);
    if (above >= 0) {
      copy(arrays[above], ends.above(), from, to);
    }
  }

  private static void copy(Object array, double[] into, int from, int to) {
    if (array instanceof double[] doubles) {
      System.arraycopy(doubles, 0, into, from, to - from);
      return;
    }
    float[] floats = (float[]) array;
    for (int i = 0; i < to - from; i++) {
      into[from + i] = floats[i];
    }
  }
}
