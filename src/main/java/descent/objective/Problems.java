package descent.objective;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The named problems of the course, and problems made of typed formulas. */
public final class Problems {
  private final List<Definition> definitions =
      Stream.of(Classics.ALL, Surfaces.ALL, Examples.ALL).flatMap(List::stream).toList();
  private final List<Problem> all = definitions.stream().map(d -> d.with(Map.of())).toList();

  /** Every problem, in the order of the menu. */
  public List<Problem> all() {
    return all;
  }

  /** The problem called {@code name}, if there is one. */
  public Optional<Problem> named(String name) {
    return all.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** What a typed formula needs values for; nothing if it is none, or a name of a problem. */
  public Set<String> parameters(String nameOrFormula) {
    try {
      return isWord(nameOrFormula.strip()) ? Set.of() : Formula.parameters(nameOrFormula);
    } catch (IllegalArgumentException e) {
      return Set.of();
    }
  }

  /** A word of two letters or more is meant as a name. */
  private static boolean isWord(String text) {
    return text.matches("[A-Za-z_]\\w+") && !text.equals("pi");
  }

  /**
   * The problem that {@code nameOrFormula} names, or the one that it writes in {@code x, y}.
   *
   * @param parameters values that replace a named problem's parameters, or that a formula needs
   * @throws IllegalArgumentException if it is neither, or a parameter is unknown or lacks its value
   */
  public Problem of(String nameOrFormula, Map<String, Double> parameters) {
    String text = nameOrFormula.strip();
    Optional<Definition> named =
        definitions.stream().filter(d -> d.name().equals(text)).findFirst();
    if (named.isPresent()) {
      return parameters.isEmpty() ? named(text).orElseThrow() : named.get().with(parameters);
    }
    if (isWord(text) && !parameters.containsKey(text)) {
      throw new IllegalArgumentException(
          "'%s' is no problem; known: %s. Or write a formula in x and y."
              .formatted(
                  text,
                  definitions.stream().map(Definition::name).collect(Collectors.joining(", "))));
    }
    return Typed.problem(Formula.of(text, parameters));
  }
}
