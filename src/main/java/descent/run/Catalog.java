package descent.run;

import descent.expr.Expr;
import descent.objective.Problem;
import descent.objective.Problems;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Optimizers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a specification may name, and how large it may be. */
public record Catalog(Problems problems, Optimizers optimizers, Limits limits) {
  /** All problems and optimizers of the course within the standard limits. */
  public static Catalog standard() {
    return new Catalog(new Problems(), new Optimizers(), Limits.standard());
  }

  /**
   * The problem that {@code objective} and {@code param.NAME} of the query say: a named one, or a
   * typed expression, which is then its own name.
   */
  public Problem problem(Query query) {
    Problem fallback = problems.all().get(0);
    String text = query.text("objective", "").strip();
    Map<String, Double> given = query.prefixed("param.");
    if (text.isEmpty()) {
      query.complain(
          "objective", "", "Missing; give a name (%s) or an expression.".formatted(names()));
      return fallback;
    }
    try {
      return problems
          .named(text)
          .map(p -> named(p, given, query))
          .orElseGet(() -> typed(text, given, query));
    } catch (IllegalArgumentException e) {
      query.complain("objective", text, String.valueOf(e.getMessage()));
      return fallback;
    }
  }

  private Problem named(Problem problem, Map<String, Double> given, Query query) {
    known(given.keySet(), problem.objective().parameters().keySet(), query);
    given.keySet().retainAll(problem.objective().parameters().keySet());
    return problems.of(problem.name(), given);
  }

  private Problem typed(String text, Map<String, Double> given, Query query) {
    Set<String> free = Expr.parse(text).names();
    known(given.keySet(), free, query);
    given.keySet().retainAll(free);
    for (String name : problems.parameters(text)) {
      if (!query.has("param." + name)) {
        query.complain(
            "param." + name,
            "",
            "'%s' has no value; give param.%s a number.".formatted(name, name));
      }
      given.putIfAbsent(name, 1.0);
    }
    return problems.of(text, given);
  }

  private static void known(Set<String> given, Set<String> known, Query query) {
    for (String name : given) {
      if (!known.contains(name)) {
        query.complain(
            "param." + name, "", "The objective has no '%s'; it has: %s.".formatted(name, known));
      }
    }
  }

  private String names() {
    return problems.all().stream().map(Problem::name).collect(Collectors.joining(", "));
  }

  /** The optimizers of the query, at least one and at most as many as the limit. */
  public List<OptimizerSpec> entrants(Query query) {
    List<String> wires = query.all("optimizer");
    if (wires.isEmpty()) {
      query.complain("optimizer", "", "Missing; give one such as gd(learning_rate=0.01).");
    }
    if (wires.size() > limits.entrants()) {
      query.complain(
          "optimizer",
          String.join(" ", wires),
          "%d optimizers given; at most %d are allowed."
              .formatted(wires.size(), limits.entrants()));
    }
    return wires.stream()
        .limit(limits.entrants())
        .flatMap(w -> entrant(w, query).stream())
        .toList();
  }

  private List<OptimizerSpec> entrant(String wire, Query query) {
    try {
      return List.of(optimizers.parse(wire));
    } catch (IllegalArgumentException e) {
      query.complain("optimizer", wire, String.valueOf(e.getMessage()));
      return List.of();
    }
  }
}
