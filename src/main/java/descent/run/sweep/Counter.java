package descent.run.sweep;

import descent.expr.Expr;
import descent.expr.Program;
import descent.objective.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Counts, for each cell, the steps at which the gradient is not small. */
final class Counter {
  private Counter() {}

  /**
   * Adds {@code weight} to {@code above} where ‖∇f‖² is over {@code small}, or NaN where it is no
   * number.
   *
   * <p>Arrays are the coordinates and {@code above}; scalars {@code small}, {@code weight}.
   */
  static Program program(Formula objective) {
    List<String> arrays = new ArrayList<>(objective.variables());
    arrays.add("above");
    List<Program.Assignment> assignments = new ArrayList<>();
    for (int i = 0; i < objective.dimension(); i++) {
      String slope = "g_" + objective.variables().get(i);
      assignments.add(new Program.Assignment(slope, objective.gradientExpressions().get(i)));
    }
    String squares =
        objective.variables().stream().map(v -> " - g_" + v + "^2").collect(Collectors.joining());
    assignments.add(new Program.Assignment("under", Expr.parse("small" + squares)));
    String count = "above + weight*min(1, (abs(under) - under)*1e30)";
    assignments.add(new Program.Assignment("above", Expr.parse(count)));
    return new Program(arrays, List.of("small", "weight"), assignments);
  }

  /** How many steps lie between two looks: few enough to be cheap, near enough to be seen. */
  static int stride(SweepSpec spec) {
    return spec.overStarts() ? Math.max(1, spec.steps() / 50) : 1;
  }
}
