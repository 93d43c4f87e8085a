package descent.run.sweep;

import descent.expr.Expr;
import java.util.HashMap;
import java.util.Map;

/** What the arrays of a sweep's program hold before the first step. */
record Starts(SweepSpec spec, RuleProgram program) {

  /** What array {@code name} holds. */
  Start of(String name) {
    for (int i = 0; i < spec.axes().size(); i++) {
      Axis axis = spec.axes().get(i);
      if (axis.name().equals(name)) {
        return i == 0
            ? Start.along(axis.centres(spec.columns()), 1)
            : Start.along(axis.centres(spec.rows()), spec.columns());
      }
    }
    int coordinate = spec.problem().objective().variables().indexOf(name);
    if (coordinate >= 0) {
      return Start.same(spec.start()[coordinate]);
    }
    Expr initial = program.initial().getOrDefault(name, new Expr.Constant(0));
    return program.swept().stream().noneMatch(initial.names()::contains)
        ? Start.same(initial.value(spec.entrant().hyperparameters().asMap()))
        : Start.each(cell -> initial.value(valuesAt(cell)));
  }

  private Map<String, Double> valuesAt(int cell) {
    Map<String, Double> values = new HashMap<>(spec.entrant().hyperparameters().asMap());
    program.swept().forEach(name -> values.put(name, of(name).at(cell)));
    return values;
  }
}
