package descent.optimizer;

import descent.expr.Expr;
import descent.expr.Tape;
import descent.objective.Evaluation;
import descent.objective.Objective;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  private final String name;
  private final String title;
  private final String paper;
  private final List<Hyperparameter> hyperparameters;
  private final Rule rule;
  private final Tape scalarTape;
  private final Tape coordinateTape;

  public RuleOptimizer(
      String name, String title, String paper, List<Hyperparameter> hyperparameters, Rule rule) {
    this.name = name;
    this.title = title;
    this.paper = paper;
    this.hyperparameters = List.copyOf(hyperparameters);
    this.rule = rule;
    scalarTape = scalarTape();
    coordinateTape = coordinateTape();
  }

  private List<String> hyperparameterNames() {
    return hyperparameters.stream().map(Hyperparameter::name).toList();
  }

  private Tape scalarTape() {
    List<String> inputs = new ArrayList<>(hyperparameterNames());
    inputs.add("t");
    rule.scalars().forEach(s -> inputs.add(s.name()));
    Map<String, Expr> known = new LinkedHashMap<>();
    for (Rule.Scalar scalar : rule.scalars()) {
      known.put(scalar.name(), scalar.value().substitute(known));
    }
    return Tape.of(inputs, List.copyOf(known.values()));
  }

  private Tape coordinateTape() {
    List<String> inputs = new ArrayList<>(hyperparameterNames());
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
    rule.slots().forEach(s -> outputs.add(known.get(s.name())));
    return Tape.of(inputs, outputs);
  }

  @Override
  public State init(double[] x, Hyperparameters h) {
    double[][] slots = new double[rule.slots().size()][x.length];
    for (int s = 0; s < slots.length; s++) {
      java.util.Arrays.fill(slots[s], rule.slots().get(s).initial().value(h.asMap()));
    }
    double[] scalars =
        rule.scalars().stream().mapToDouble(s -> s.initial().value(h.asMap())).toArray();
    return new State(0, slots, scalars);
  }

  @Override
  public Step<State> update(Evaluation at, State state, Hyperparameters h, Objective objective) {
    double[] values = h.asMap().values().stream().mapToDouble(Double::doubleValue).toArray();
    double[] scalars = scalars(state, values);
    int n = at.x().length;
    int assigned = rule.assignments().size();
    double[][] inner = new double[assigned][n];
    double[][] slots = new double[rule.slots().size()][n];
    double[] in = new double[values.length + scalars.length + 2 + slots.length];
    double[] out = new double[assigned + slots.length];
    System.arraycopy(values, 0, in, 0, values.length);
    System.arraycopy(scalars, 0, in, values.length, scalars.length);
    int first = values.length + scalars.length;
    for (int i = 0; i < n; i++) {
      in[first] = at.gradient()[i];
      in[first + 1] = at.x()[i];
      for (int s = 0; s < slots.length; s++) {
        in[first + 2 + s] = state.slots()[s][i];
      }
      coordinateTape.evaluate(in, out);
      for (int a = 0; a < assigned; a++) {
        inner[a][i] = out[a];
      }
      for (int s = 0; s < slots.length; s++) {
        slots[s][i] = out[assigned + s];
      }
    }
    return new Step<>(inner[assigned - 1], new State(state.step() + 1, slots, scalars), inner);
  }

  private double[] scalars(State state, double[] values) {
    double[] in = new double[values.length + 1 + state.scalars().length];
    System.arraycopy(values, 0, in, 0, values.length);
    in[values.length] = state.step() + 1;
    System.arraycopy(state.scalars(), 0, in, values.length + 1, state.scalars().length);
    double[] out = new double[state.scalars().length];
    scalarTape.evaluate(in, out);
    return out;
  }

  @Override
  public List<Quantity> quantities() {
    return rule.assignments().stream()
        .map(a -> new Quantity(a.target(), a.tex(), a.meaning()))
        .toList();
  }

  @Override
  public String tex() {
    return rule.assignments().stream()
        .map(a -> a.tex() + " &\\leftarrow " + a.value().tex())
        .collect(Collectors.joining(" \\\\ ", "\\begin{aligned}", "\\end{aligned}"));
  }

  /** The rule, from which loops and kernels are made. */
  public Rule rule() {
    return rule;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String paper() {
    return paper;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return hyperparameters;
  }
}
