package descent.optimizer;

import descent.expr.Expr;
import descent.expr.Tape;
import descent.objective.Evaluation;
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
    private final Tape scalarTape;
    private final Tape coordinateTape;
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
      scalarTape = scalarTape();
      coordinateTape = coordinateTape();
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
    double[] scalars =
        rule.scalars().stream().mapToDouble(s -> s.initial().value(h.asMap())).toArray();
    return new State(0, slots, scalars);
  }

  @Override
  public Step<State> update(Evaluation at, State state, Hyperparameters h, Objective objective) {
    Prepared prepared = prepared(h);
    Variant variant = prepared.variant;
    double[] values = prepared.values;
    double[] scalars = scalars(variant.scalarTape, state, values);
    int n = at.x().length;
    int last = rule.assignments().size() - 1;
    double[] in = new double[values.length + scalars.length + 2 + variant.slotOutputs.length];
    System.arraycopy(values, 0, in, 0, values.length);
    System.arraycopy(scalars, 0, in, values.length, scalars.length);
    int first = values.length + scalars.length;
    double[] out = new double[last + 1];
    double[][] inner = new double[last + 1][n];
    double[][] slots = new double[variant.slotOutputs.length][n];
    double[] moved = new double[n];
    for (int i = 0; i < n; i++) {
      in[first] = at.gradient()[i];
      in[first + 1] = at.x()[i];
      for (int s = 0; s < slots.length; s++) {
        in[first + 2 + s] = state.slots()[s][i];
      }
      variant.coordinateTape.evaluate(in, out);
      for (int a = 0; a < last; a++) {
        inner[a][i] = out[a];
      }
      moved[i] = out[last];
      inner[last][i] = moved[i] - at.x()[i];
      for (int s = 0; s < slots.length; s++) {
        slots[s][i] = out[variant.slotOutputs[s]];
      }
    }
    return new Step<>(moved, new State(state.step() + 1, slots, scalars), inner);
  }

  private static double[] scalars(Tape tape, State state, double[] values) {
    double[] in = new double[values.length + 1 + state.scalars().length];
    System.arraycopy(values, 0, in, 0, values.length);
    in[values.length] = state.step() + 1;
    System.arraycopy(state.scalars(), 0, in, values.length + 1, state.scalars().length);
    double[] out = new double[state.scalars().length];
    tape.evaluate(in, out);
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
  public String tex(Hyperparameters hyperparameters) {
    return RuleTex.of(rule(hyperparameters), hyperparameters());
  }

  @Override
  public About about() {
    return about;
  }
}
