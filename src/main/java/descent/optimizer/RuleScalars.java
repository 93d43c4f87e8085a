package descent.optimizer;

import descent.expr.Program;
import java.util.HashMap;
import java.util.Map;

/** The numbers that all coordinates of a rule share, step by step; used by one thread. */
public final class RuleScalars {
  private final Map<String, Double> remembered = new HashMap<>();
  private int steps;

  /**
   * The scalars of {@code program} at the next step.
   *
   * @param rule without what {@code h} switches off
   * @param program of that rule
   */
  public double[] next(Rule rule, Program program, Hyperparameters h) {
    steps++;
    Map<String, Double> values = new HashMap<>(h.asMap());
    values.put("t", (double) steps);
    for (Rule.Scalar scalar : rule.scalars()) {
      values.put(
          scalar.name(),
          remembered.computeIfAbsent(scalar.name(), n -> scalar.initial().value(values)));
    }
    for (Rule.Scalar scalar : rule.scalars()) {
      double value = scalar.value().value(values);
      values.put(scalar.name(), value);
      remembered.put(scalar.name(), value);
    }
    return program.scalars().stream().mapToDouble(values::get).toArray();
  }
}
