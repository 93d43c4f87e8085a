package descent.run.sweep;

import descent.expr.Kernel;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * All cells side by side through one kernel: step outside, cells inside.
 *
 * @param <A> {@code float[][]} or {@code double[][]}
 */
final class RuleStepper<A> implements Stepper {
  private static final int ASK_EVERY = 16;

  private final SweepSpec spec;
  private final Kernel<A> kernel;
  private final Kernel<A> counter;
  private final double[] count;
  private final double[][] schedule;
  private final List<Start> starts;

  /**
   * @param kernel one step
   * @param counter the steps with a gradient that is not small
   * @param small the norm under which a gradient counts as small
   */
  RuleStepper(
      SweepSpec spec, RuleProgram program, Kernel<A> kernel, Kernel<A> counter, double small) {
    this.spec = spec;
    this.kernel = kernel;
    this.counter = counter;
    count = new double[] {small * small, Counter.stride(spec)};
    schedule = program.schedule(spec.entrant().hyperparameters(), spec.steps());
    starts = kernel.program().arrays().stream().map(new Starts(spec, program)::of).toList();
  }

  @Override
  public void run(int from, int to, Ends ends, BooleanSupplier cancelled) {
    int size = to - from;
    A arrays = kernel.allocate(size);
    for (int a = 0; a < starts.size(); a++) {
      starts.get(a).fill(((Object[]) arrays)[a], from, size);
    }
    A counted = counter.allocate(size);
    System.arraycopy(arrays, 0, counted, 0, ends.x().length);
    boolean counts = spec.measure() != Measure.LOSS;
    for (int step = 0; step < schedule.length; step++) {
      if (step % ASK_EVERY == 0 && cancelled.getAsBoolean()) {
        return;
      }
      if (counts && step % (int) count[1] == 0) {
        counter.run(counted, count, 0, size);
      }
      kernel.run(arrays, schedule[step], 0, size);
    }
    for (int k = 0; k < ends.x().length; k++) {
      copy(((Object[]) arrays)[k], ends.x()[k], from, to);
    }
    copy(((Object[]) counted)[ends.x().length], ends.above(), from, to);
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
