package descent.optimizer;

import descent.expr.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The formula of a rule, one line for each assignment, printed from what runs. */
final class RuleTex {
  private RuleTex() {}

  static String of(Rule rule, List<Hyperparameter> hyperparameters) {
    return aligned(lines(rule, hyperparameters));
  }

  static String aligned(List<String> lines) {
    return "\\begin{aligned}" + String.join(" \\\\ ", lines) + "\\end{aligned}";
  }

  /** The line of each assignment by its target. */
  static Map<String, String> assignments(Rule rule, List<Hyperparameter> hyperparameters) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines(rule, hyperparameters, lines);
    return lines;
  }

  /** The gradient, the scalars that have a symbol, then the assignments. */
  static List<String> lines(Rule rule, List<Hyperparameter> hyperparameters) {
    return lines(rule, hyperparameters, new LinkedHashMap<>());
  }

  private static List<String> lines(
      Rule rule, List<Hyperparameter> hyperparameters, Map<String, String> byTarget) {
    Map<String, String> symbols = new LinkedHashMap<>();
    hyperparameters.forEach(h -> symbols.put(h.name(), h.tex()));
    rule.scalars().forEach(s -> symbols.put(s.name(), s.tex()));
    rule.assignments().forEach(a -> symbols.put(a.target(), a.tex()));
    symbols.put("x", "\\theta");
    Map<String, Expr> inlined = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>(List.of("g &\\leftarrow \\nabla L(\\theta)"));
    List<Rule.Assignment> live = rule.live();
    for (Rule.Scalar scalar : rule.scalars()) {
      Expr value = Binding.in(scalar.value(), without(inlined, scalar.name()));
      if (scalar.tex().isEmpty()
          || value instanceof Expr.Constant
          || value instanceof Expr.Symbol) {
        inlined.put(scalar.name(), value);
      } else if (used(rule, live, scalar.name())) {
        lines.add(scalar.tex() + " &\\leftarrow " + value.tex(symbols));
      }
    }
    for (Rule.Assignment assignment : live) {
      Expr value = Binding.in(assignment.value(), inlined);
      if (value instanceof Expr.Symbol) {
        inlined.put(assignment.target(), value);
      } else {
        lines.add(assignment.tex() + " &\\leftarrow " + value.tex(symbols));
        byTarget.put(assignment.target(), assignment.tex() + " \\leftarrow " + value.tex(symbols));
      }
    }
    return lines;
  }

  private static Map<String, Expr> without(Map<String, Expr> inlined, String name) {
    Map<String, Expr> others = new LinkedHashMap<>(inlined);
    others.remove(name);
    return others;
  }

  private static boolean used(Rule rule, List<Rule.Assignment> live, String name) {
    return live.stream().anyMatch(a -> a.value().names().contains(name))
        || rule.scalars().stream()
            .anyMatch(
                s ->
                    !s.name().equals(name)
                        && s.value().names().contains(name)
                        && used(rule, live, s.name()));
  }
}
