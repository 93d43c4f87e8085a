package descent.run.sweep;

import descent.expr.Expr;
import descent.expr.Program;
import descent.expr.Program.Assignment;
import descent.expr.Tape;
import descent.objective.Formula;
import descent.optimizer.Hyperparameters;
import descent.optimizer.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One step of a rule on an objective as a program over cells.
 *
 * <p>Arrays are the coordinates, the slots of each coordinate, the scalars that differ from cell to
 * cell and remember, and the swept hyperparameters. What all cells share is a scalar, computed once
 * a step.
 *
 * @param rule without what the hyperparameters switch off
 * @param swept hyperparameters that differ from cell to cell
 */
record RuleProgram(Formula objective, Rule rule, List<String> swept) {
  RuleProgram {
    swept = List.copyOf(swept);
  }

  /** The scalars of the rule that differ from cell to cell. */
  private Set<String> varying() {
    Set<String> varying = new HashSet<>(swept);
    for (Rule.Scalar scalar : rule.scalars()) {
      if (intersects(scalar.value(), varying) || intersects(scalar.initial(), varying)) {
        varying.add(scalar.name());
      }
    }
    return varying;
  }

  private static boolean intersects(Expr expression, Set<String> names) {
    return expression.names().stream().anyMatch(names::contains);
  }

  /** The rule's scalars that all cells share. */
  List<Rule.Scalar> shared() {
    Set<String> varying = varying();
    return rule.scalars().stream().filter(s -> !varying.contains(s.name())).toList();
  }

  /** What each array but coordinates and swept hyperparameters starts from. */
  Map<String, Expr> initial() {
    Map<String, Expr> initial = new LinkedHashMap<>();
    for (String coordinate : objective.variables()) {
      rule.liveSlots().forEach(s -> initial.put(s.name() + "_" + coordinate, s.initial()));
    }
    Set<String> varying = varying();
    rule.scalars().stream()
        .filter(s -> varying.contains(s.name()) && s.value().names().contains(s.name()))
        .forEach(s -> initial.put(s.name(), s.initial()));
    return initial;
  }

  /** The program; its scalars are {@link #scalars}. */
  Program program(Hyperparameters hyperparameters) {
    List<String> arrays = new ArrayList<>(objective.variables());
    arrays.addAll(initial().keySet());
    arrays.addAll(swept);
    List<Assignment> assignments = new ArrayList<>();
    for (int i = 0; i < objective.dimension(); i++) {
      assignments.add(
          new Assignment(
              "g_" + objective.variables().get(i), objective.gradientExpressions().get(i)));
    }
    Set<String> varying = varying();
    rule.scalars().stream()
        .filter(s -> varying.contains(s.name()))
        .forEach(s -> assignments.add(new Assignment(s.name(), s.value())));
    for (String coordinate : objective.variables()) {
      rule.assignmentsFor(coordinate)
          .forEach(a -> assignments.add(new Assignment(a.target(), a.value())));
    }
    return new Program(arrays, scalars(hyperparameters), assignments);
  }

  private List<String> scalars(Hyperparameters hyperparameters) {
    List<String> scalars = new ArrayList<>(hyperparameters.asMap().keySet());
    scalars.removeAll(swept);
    shared().forEach(s -> scalars.add(s.name()));
    scalars.add("t");
    return scalars;
  }

  /** The values of the program's scalars at each step, one row a step. */
  double[][] schedule(Hyperparameters hyperparameters, int steps) {
    List<Rule.Scalar> shared = shared();
    Map<String, Double> values = hyperparameters.asMap();
    List<String> inputs = new ArrayList<>(values.keySet());
    inputs.add("t");
    shared.forEach(s -> inputs.add(s.name()));
    Map<String, Expr> known = new LinkedHashMap<>();
    shared.forEach(s -> known.put(s.name(), s.value().substitute(known)));
    Tape tape = Tape.of(inputs, List.copyOf(known.values()));
    double[] in = new double[inputs.size()];
    int at = 0;
    for (double value : values.values()) {
      in[at++] = value;
    }
    double[] now = shared.stream().mapToDouble(s -> s.initial().value(values)).toArray();
    double[] fixed =
        values.entrySet().stream()
            .filter(e -> !swept.contains(e.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .toArray();
    double[][] schedule = new double[steps][fixed.length + now.length + 1];
    for (int step = 0; step < steps; step++) {
      in[at] = step + 1;
      System.arraycopy(now, 0, in, at + 1, now.length);
      tape.evaluate(in, now);
      System.arraycopy(fixed, 0, schedule[step], 0, fixed.length);
      System.arraycopy(now, 0, schedule[step], fixed.length, now.length);
      schedule[step][fixed.length + now.length] = step + 1;
    }
    return schedule;
  }
}
