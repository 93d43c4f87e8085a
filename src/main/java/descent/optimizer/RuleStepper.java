package descent.optimizer;

import descent.expr.Kernel;
import descent.expr.Program;
import descent.linalg.BlockVector;
import descent.linalg.DoubleMatrix;
import descent.linalg.FloatMatrix;
import descent.linalg.Matrix;
import descent.objective.LayeredBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An elementwise {@link Rule} as a compiled loop over the weights; weight decay enters g. */
final class RuleStepper implements WeightStepper {
  private static final int CHUNK = 4096;
  private final RuleOptimizer optimizer;
  private final RuleScalars scalars = new RuleScalars();
  private Optional<Loop<?>> loop = Optional.empty();

  RuleStepper(RuleOptimizer optimizer) {
    this.optimizer = optimizer;
  }

  @Override
  public double step(
      LayeredBatch batch, BlockVector weights, BlockVector gradient, Hyperparameters h) {
    double loss = batch.gradient(weights, gradient);
    if (!Double.isFinite(loss)) {
      return loss;
    }
    Rule rule = optimizer.rule(h);
    if (loop.isEmpty() || !loop.get().fits(rule, weights, gradient)) {
      List<Map<String, Matrix>> before = loop.map(l -> l.slots()).orElse(List.of());
      loop = Optional.of(Loop.of(rule, weights, gradient, h, before));
    }
    loop.get().run(batch, scalars.next(rule, loop.get().kernel().program(), h));
    return loss;
  }

  /**
   * One variant of the rule over the blocks it was made for.
   *
   * @param arrays of each block: x, g, the live slots, then what the kernel needs
   */
  private record Loop<A>(
      Rule rule,
      BlockVector weights,
      BlockVector gradient,
      List<Map<String, Matrix>> slots,
      Kernel<A> kernel,
      List<A> arrays) {

    /** Slots that {@code before} had keep their numbers. */
    static Loop<?> of(
        Rule rule,
        BlockVector weights,
        BlockVector gradient,
        Hyperparameters h,
        List<Map<String, Matrix>> before) {
      List<Map<String, Matrix>> slots = new ArrayList<>();
      for (int b = 0; b < weights.blocks().size(); b++) {
        Map<String, Matrix> known = new HashMap<>(before.isEmpty() ? Map.of() : before.get(b));
        Matrix w = weights.blocks().get(b);
        for (Rule.Slot slot : rule.liveSlots()) {
          known.computeIfAbsent(slot.name(), name -> filled(w, slot.initial().value(h.asMap())));
        }
        slots.add(known);
      }
      Program program = rule.program();
      return weights.blocks().get(0) instanceof FloatMatrix
          ? of(rule, weights, gradient, slots, program.floats(), Loop::floats)
          : of(rule, weights, gradient, slots, program.doubles(), Loop::doubles);
    }

    private static <A> Loop<A> of(
        Rule rule,
        BlockVector weights,
        BlockVector gradient,
        List<Map<String, Matrix>> slots,
        Kernel<A> kernel,
        Function<List<Matrix>, A> numbers) {
      List<A> arrays = new ArrayList<>();
      for (int b = 0; b < slots.size(); b++) {
        List<Matrix> own = new ArrayList<>();
        own.add(weights.blocks().get(b));
        own.add(gradient.blocks().get(b));
        for (Rule.Slot slot : rule.liveSlots()) {
          own.add(slots.get(b).get(slot.name()));
        }
        arrays.add(kernel.withTemporaries(numbers.apply(own)));
      }
      return new Loop<>(rule, weights, gradient, slots, kernel, arrays);
    }

    private static Matrix filled(Matrix like, double value) {
      Matrix slot = like.zeros(like.rows(), like.columns());
      slot.fill(value);
      return slot;
    }

    private static float[][] floats(List<Matrix> blocks) {
      return blocks.stream().map(m -> ((FloatMatrix) m).data()).toArray(float[][]::new);
    }

    private static double[][] doubles(List<Matrix> blocks) {
      return blocks.stream().map(m -> ((DoubleMatrix) m).data()).toArray(double[][]::new);
    }

    boolean fits(Rule other, BlockVector w, BlockVector g) {
      return rule.equals(other) && weights == w && gradient == g;
    }

    void run(LayeredBatch batch, double[] scalars) {
      batch.each(arrays.size(), b -> run(b, scalars));
    }

    private void run(int b, double[] scalars) {
      Matrix block = weights.blocks().get(b);
      int n = block.rows() * block.columns();
      for (int from = 0; from < n; from += CHUNK) {
        kernel.run(arrays.get(b), scalars, from, Math.min(n, from + CHUNK));
      }
    }
  }
}
