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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An elementwise {@link Rule} as a compiled loop over the weights; weight decay enters g. */
final class RuleStepper implements WeightStepper {
  private static final int CHUNK = 4096;
  private final RuleOptimizer optimizer;
  private final Map<String, Double> scalars = new HashMap<>();
  private Optional<Loop<?>> loop = Optional.empty();
  private int steps;

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
    steps++;
    loop.get().run(values(rule, h));
    return loss;
  }

  /** Every name that has one value for all coordinates. */
  private Map<String, Double> values(Rule rule, Hyperparameters h) {
    Map<String, Double> values = new HashMap<>(h.asMap());
    values.put("t", (double) steps);
    for (Rule.Scalar scalar : rule.scalars()) {
      values.put(
          scalar.name(),
          scalars.computeIfAbsent(scalar.name(), n -> scalar.initial().value(values)));
    }
    for (Rule.Scalar scalar : rule.scalars()) {
      double value = scalar.value().value(values);
      values.put(scalar.name(), value);
      scalars.put(scalar.name(), value);
    }
    return values;
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
      Program program = program(rule);
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

    private static Program program(Rule rule) {
      List<String> arrays = new ArrayList<>(List.of("x", "g"));
      rule.liveSlots().forEach(slot -> arrays.add(slot.name()));
      Set<String> known = new HashSet<>(arrays);
      Set<String> scalars = new LinkedHashSet<>();
      List<Program.Assignment> assignments = new ArrayList<>();
      for (Rule.Assignment a : rule.live()) {
        a.value().names().stream().filter(n -> !known.contains(n)).forEach(scalars::add);
        known.add(a.target());
        assignments.add(new Program.Assignment(a.target(), a.value()));
      }
      return new Program(arrays, List.copyOf(scalars), assignments);
    }

    boolean fits(Rule other, BlockVector w, BlockVector g) {
      return rule.equals(other) && weights == w && gradient == g;
    }

    void run(Map<String, Double> values) {
      double[] scalars = kernel.program().scalars().stream().mapToDouble(values::get).toArray();
      for (int b = 0; b < arrays.size(); b++) {
        Matrix block = weights.blocks().get(b);
        int n = block.rows() * block.columns();
        for (int from = 0; from < n; from += CHUNK) {
          kernel.run(arrays.get(b), scalars, from, Math.min(n, from + CHUNK));
        }
      }
    }
  }
}
