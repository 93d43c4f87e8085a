package descent.verify;

import descent.device.Card;
import descent.device.Points;
import descent.device.Points.Phase;
import descent.expr.Precision;
import descent.expr.Program;
import descent.objective.Formula;
import descent.optimizer.Hyperparameters;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Rule;
import descent.optimizer.RuleOptimizer;
import descent.optimizer.RuleScalars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Trajectories of elementwise rules on an OpenCL device, one point at a time. */
record CardPaths(Card card, Precision precision) {

  /**
   * The points after 0, 1, … {@code steps} updates.
   *
   * @throws IllegalArgumentException if the optimizer is no elementwise rule
   */
  List<double[]> of(OptimizerSpec spec, Formula f, double[] start, int steps) {
    if (!(spec.optimizer() instanceof RuleOptimizer optimizer)) {
      throw new IllegalArgumentException("devices step elementwise rules only");
    }
    Hyperparameters h = spec.hyperparameters();
    Rule rule = optimizer.rule(h);
    Map<String, Double> slots = slots(rule, f, h);
    Program program = program(rule, f, slots.keySet());
    RuleScalars scalars = new RuleScalars();
    double[][] rows = new double[steps][];
    for (int step = 0; step < steps; step++) {
      rows[step] = scalars.next(rule, program, h);
    }
    List<Phase> phases = List.of(new Phase(program, 1, rows));
    List<double[]> path = new ArrayList<>(List.of(start));
    try (Points points = new Points(card, precision, phases, 1, steps)) {
      for (int k = 0; k < start.length; k++) {
        points.fill(f.variables().get(k), start[k]);
      }
      slots.forEach(points::fill);
      for (int step = 0; step < steps; step++) {
        points.advance(step, step + 1);
        path.add(read(points, f));
      }
    }
    return path;
  }

  private static double[] read(Points points, Formula f) {
    double[] x = new double[f.dimension()];
    for (int k = 0; k < x.length; k++) {
      double[] one = new double[1];
      points.read(f.variables().get(k), one);
      x[k] = one[0];
    }
    return x;
  }

  private static Map<String, Double> slots(Rule rule, Formula f, Hyperparameters h) {
    Map<String, Double> slots = new LinkedHashMap<>();
    for (String x : f.variables()) {
      rule.liveSlots().forEach(s -> slots.put(s.name() + "_" + x, s.initial().value(h.asMap())));
    }
    return slots;
  }

  private static Program program(Rule rule, Formula f, Set<String> slots) {
    List<Program.Assignment> steps = new ArrayList<>();
    for (int k = 0; k < f.dimension(); k++) {
      String slope = "g_" + f.variables().get(k);
      steps.add(new Program.Assignment(slope, f.gradientExpressions().get(k)));
    }
    for (String x : f.variables()) {
      rule.assignmentsFor(x).forEach(a -> steps.add(new Program.Assignment(a.target(), a.value())));
    }
    List<String> arrays = new ArrayList<>(f.variables());
    arrays.addAll(slots);
    Set<String> known = new LinkedHashSet<>(arrays);
    Set<String> scalars = new LinkedHashSet<>();
    for (Program.Assignment step : steps) {
      step.value().names().stream().filter(n -> !known.contains(n)).forEach(scalars::add);
      known.add(step.target());
    }
    return new Program(arrays, List.copyOf(scalars), steps);
  }
}
