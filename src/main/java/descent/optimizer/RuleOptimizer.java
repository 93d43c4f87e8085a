package descent.optimizer;

import descent.expr.Expr;
import descent.expr.Routine;
import descent.expr.Tape;
import descent.expr.Warming;
import descent.objective.Evaluation;
import descent.objective.LayerSizes;
import descent.objective.Objective;
import descent.optimizer.Hyperparameter.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An optimizer that is one {@link Rule}, stepped in double by two tapes. */
public final class RuleOptimizer implements Optimizer<RuleOptimizer.State> {
  /**
   * What a rule remembers.
   *
   * @param step updates made so far
   * @param slots one row of n numbers for each slot; never written
   * @param scalars the scalars of the last step; never written
   */
  public record State(int step, double[][] slots, double[] scalars) {}

  private static final int MOST_CHOICES = 8;

  private final About about;
  private final Rule rule;
  private final List<Hyperparameter> bound;
  private final Map<Integer, Variant> variants = new ConcurrentHashMap<>();
  private volatile Prepared last;

  public RuleOptimizer(About about, Rule rule) {
    this.about = about;
    this.rule = rule;
    bound = about.hyperparameters().stream().filter(RuleOptimizer::isBound).toList();
    last = prepare(Hyperparameters.of(about.name(), about.hyperparameters(), Map.of()));
  }

  /** What one setting of the hyperparameters needs in every step; {@code values} is not written. */
  private record Prepared(Hyperparameters of, double[] values, Variant variant) {}

  /** The last setting is kept: a run asks for the same one at every step. */
  private Prepared prepared(Hyperparameters h) {
    Prepared known = last;
    if (known.of == h) {
      return known;
    }
    Prepared made = prepare(h);
    last = made;
    return made;
  }

  private Prepared prepare(Hyperparameters h) {
    Variant variant = variant(h);
    return new Prepared(h, variant.free.stream().mapToDouble(h::get).toArray(), variant);
  }

  /** Switches and choices always, others while they are zero. */
  private static boolean isBound(Hyperparameter h) {
    return isFixed(h) || h.initial() == 0;
  }

  private static boolean isFixed(Hyperparameter h) {
    return h.scale() == Scale.SWITCH || h.scale() == Scale.CHOICE;
  }

  /** Its slots. */
  @Override
  public long numbers(LayerSizes sizes, Hyperparameters hyperparameters) {
    return rule(hyperparameters).liveSlots().size() * sizes.weights();
  }

  /** The rule as it was written. */
  public Rule rule() {
    return rule;
  }

  /** The rule, without what {@code hyperparameters} switches off. */
  public Rule rule(Hyperparameters hyperparameters) {
    return variant(hyperparameters).rule;
  }

  private Variant variant(Hyperparameters h) {
    int key = 0;
    for (Hyperparameter b : bound) {
      double value = h.get(b.name());
      key = MOST_CHOICES * key + (isFixed(b) ? (int) value : value == 0 ? 0 : 1);
    }
    Variant known = variants.get(key);
    return known != null ? known : variants.computeIfAbsent(key, k -> new Variant(h));
  }

  /** The rule with some hyperparameters fixed, and its tapes. */
  private final class Variant {
    private final Rule rule;
    private final List<String> free;
    private final Routine scalarTape;
    private final Routine coordinateTape;
    private final int[] slotOutputs;

    Variant(Hyperparameters h) {
      Map<String, Double> numbers = new LinkedHashMap<>();
      Set<String> positive = new HashSet<>();
      for (Hyperparameter b : bound) {
        double value = h.get(b.name());
        if (isFixed(b) || value == 0) {
          numbers.put(b.name(), value);
        } else {
          positive.add(b.name());
        }
      }
      rule = RuleOptimizer.this.rule.with(numbers, positive);
      free =
          about.hyperparameters().stream()
              .map(Hyperparameter::name)
              .filter(name -> !numbers.containsKey(name))
              .toList();
      scalarTape = new Warming(scalarTape());
      coordinateTape = new Warming(coordinateTape());
      List<String> targets = rule.assignments().stream().map(Rule.Assignment::target).toList();
      slotOutputs =
          rule.slots().stream().mapToInt(slot -> targets.lastIndexOf(slot.name())).toArray();
    }

    private Tape scalarTape() {
      List<String> inputs = new ArrayList<>(free);
      inputs.add("t");
      rule.scalars().forEach(s -> inputs.add(s.name()));
      Map<String, Expr> known = new LinkedHashMap<>();
      for (Rule.Scalar scalar : rule.scalars()) {
        known.put(scalar.name(), scalar.value().substitute(known));
      }
      return Tape.of(inputs, List.copyOf(known.values()));
    }

    private Tape coordinateTape() {
      List<String> inputs = new ArrayList<>(free);
      rule.scalars().forEach(s -> inputs.add(s.name()));
      inputs.add("g");
      inputs.add("x");
      rule.slots().forEach(s -> inputs.add(s.name()));
      Map<String, Expr> known = new LinkedHashMap<>();
      List<Expr> outputs = new ArrayList<>();
      for (Rule.Assignment assignment : rule.assignments()) {
        known.put(assignment.target(), assignment.value().substitute(known));
        outputs.add(known.get(assignment.target()));
      }
      return Tape.of(inputs, outputs);
    }
  }

  @Override
  public State init(double[] x, Hyperparameters h) {
    double[][] slots = new double[rule.slots().size()][x.length];
    for (int s = 0; s < slots.length; s++) {
      Arrays.fill(slots[s], rule.slots().get(s).initial().value(h.asMap()));
    }
    return new State(0, slots, firstScalars(h));
  }

  @Override
  public Step<State> update(Evaluation at, State state, Hyperparameters h, Objective objective) {
    Prepared prepared = prepared(h);
    double[] scalars = scalars(prepared, state.step() + 1, state.scalars());
    double[][] assigned = assigned(prepared, scalars, at, state.slots());
    int last = assigned.length - 1;
    double[] x = assigned[last];
    assigned[last] = Vectors.minus(x, at.x());
    double[][] slots = new double[state.slots().length][];
    for (int s = 0; s < slots.length; s++) {
      slots[s] = assigned[prepared.variant.slotOutputs[s]];
    }
    return new Step<>(x, new State(state.step() + 1, slots, scalars), assigned);
  }

  /** One row of n numbers for each assignment. */
  private static double[][] assigned(
      Prepared prepared, double[] scalars, Evaluation at, double[][] slots) {
    double[] values = prepared.values;
    int first = values.length + scalars.length;
    double[] in = new double[first + 2 + slots.length];
    System.arraycopy(values, 0, in, 0, values.length);
    System.arraycopy(scalars, 0, in, values.length, scalars.length);
    double[] out = new double[prepared.variant.rule.assignments().size()];
    double[][] rows = new double[out.length][at.x().length];
    for (int i = 0; i < at.x().length; i++) {
      in[first] = at.gradient()[i];
      in[first + 1] = at.x()[i];
      for (int s = 0; s < slots.length; s++) {
        in[first + 2 + s] = slots[s][i];
      }
      prepared.variant.coordinateTape.evaluate(in, out);
      for (int a = 0; a < out.length; a++) {
        rows[a][i] = out[a];
      }
    }
    return rows;
  }

  /** The rule's scalars before the first update. */
  public double[] firstScalars(Hyperparameters h) {
    return rule.scalars().stream().mapToDouble(s -> s.initial().value(h.asMap())).toArray();
  }

  /**
   * The rule's scalars at update {@code t}, counted from 1.
   *
   * @param before those of the update before; not modified
   */
  public double[] scalars(int t, double[] before, Hyperparameters h) {
    return scalars(prepared(h), t, before);
  }

  private static double[] scalars(Prepared prepared, int t, double[] before) {
    double[] values = prepared.values;
    double[] in = new double[values.length + 1 + before.length];
    System.arraycopy(values, 0, in, 0, values.length);
    in[values.length] = t;
    System.arraycopy(before, 0, in, values.length + 1, before.length);
    double[] out = new double[before.length];
    prepared.variant.scalarTape.evaluate(in, out);
    return out;
  }

  @Override
  public List<Quantity> quantities() {
    List<Quantity> quantities = new ArrayList<>();
    rule.assignments().stream()
        .filter(a -> !a.target().equals("x"))
        .forEach(a -> quantities.add(new Quantity(a.target(), a.tex(), a.meaning())));
    quantities.add(Quantity.STEP);
    return List.copyOf(quantities);
  }

  @Override
  public List<Stage> stages(Hyperparameters h) {
    Rule bound = rule(h);
    double[] scalars = scalars(2, scalars(1, firstScalars(h), h), h);
    Map<String, Double> values = new LinkedHashMap<>(h.asMap());
    for (int i = 0; i < scalars.length; i++) {
      values.put(bound.scalars().get(i).name(), scalars[i]);
    }
    return new RuleStages(bound, values).of(hyperparameters());
  }

  @Override
  public String tex(Hyperparameters hyperparameters) {
    return RuleTex.of(rule(hyperparameters), hyperparameters());
  }

  @Override
  public About about() {
    return about;
  }
}
