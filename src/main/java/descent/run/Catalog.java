package descent.run;

import descent.expr.Expr;
import descent.objective.Box;
import descent.objective.Formula;
import descent.objective.Problem;
import descent.objective.Problems;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Optimizers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a specification may name, and how large it may be. */
public record Catalog(Problems problems, Optimizers optimizers, Limits limits) {
  private static final Box TYPED_BOX = new Box(-5, 5, -5, 5);
  private static final double[] TYPED_START = {3, 2, 1};

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

  private static Problem named(Problem problem, Map<String, Double> given, Query query) {
    Map<String, Double> parameters = new TreeMap<>(problem.objective().parameters());
    known(given.keySet(), parameters.keySet(), query);
    given.keySet().retainAll(parameters.keySet());
    if (given.isEmpty()) {
      return problem;
    }
    parameters.putAll(given);
    return new Problem(
        problem.name(),
        problem.title(),
        Formula.of(problem.objective().text(), parameters),
        problem.start(),
        problem.box(),
        List.of(),
        problem.credit());
  }

  private Problem typed(String text, Map<String, Double> given, Query query) {
    Set<String> free = Expr.parse(text).names();
    boolean bare = free.contains(text) && !List.of("x", "y", "z").contains(text);
    if (bare && !given.containsKey(text)) {
      throw new IllegalArgumentException("'%s' is no problem; known: %s.".formatted(text, names()));
    }
    known(given.keySet(), free, query);
    given.keySet().retainAll(free);
    Formula formula = Formula.of(text, given);
    double[] start = java.util.Arrays.copyOf(TYPED_START, formula.dimension());
    return new Problem(text, text, formula, start, TYPED_BOX, List.of(), "");
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
