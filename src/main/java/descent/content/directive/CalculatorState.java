package descent.content.directive;

import descent.expr.Expr;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that a reader sets and what follows from them.
 *
 * @param values of the variables by name; never written
 */
record CalculatorState(List<Variable> variables, List<Output> outputs, Map<String, Double> values) {

  /**
   * One number to set.
   *
   * @param symbol for a reader, as TeX
   */
  record Variable(
      String name,
      String label,
      String symbol,
      String unit,
      double low,
      double high,
      boolean logarithmic,
      boolean whole) {}

  /**
   * One number that follows.
   *
   * @param formula of variables and of outputs before it
   */
  record Output(String name, String label, String unit, Expr formula, String text) {}

  CalculatorState {
    variables = List.copyOf(variables);
    outputs = List.copyOf(outputs);
    values = Map.copyOf(values);
  }

  CalculatorState with(Map<String, Double> next) {
    Map<String, Double> all = new HashMap<>(values);
    all.putAll(next);
    return new CalculatorState(variables, outputs, all);
  }

  /** What follows, in order; NaN where a formula has no value. */
  Map<String, Double> results() {
    Map<String, Double> known = new HashMap<>(values);
    Map<String, Double> results = new LinkedHashMap<>();
    for (Output output : outputs) {
      double value = output.formula().value(known);
      known.put(output.name(), value);
      results.put(output.name(), value);
    }
    return results;
  }
}
