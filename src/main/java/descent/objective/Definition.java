package descent.objective;

import descent.expr.Expr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is written down of a named problem: points as expressions in its parameters, critical points
 * as guesses that {@link #with} refines.
 */
final class Definition {
  private final String name;
  private final String title;
  private final String text;
  private final Map<String, Double> parameters = new LinkedHashMap<>();
  private final List<List<String>> minima = new ArrayList<>();
  private final List<List<String>> saddles = new ArrayList<>();
  private List<String> start = List.of();
  private Box box = new Box(-2, 2, -2, 2);
  private String credit = "";

  private Definition(String name, String title, String text) {
    this.name = name;
    this.title = title;
    this.text = text;
  }

  static Definition of(String name, String title, String text) {
    return new Definition(name, title, text);
  }

  Definition parameter(String parameter, double initial) {
    parameters.put(parameter, initial);
    return this;
  }

  Definition start(String... coordinates) {
    start = List.of(coordinates);
    return this;
  }

  Definition box(double x0, double x1, double y0, double y1) {
    box = new Box(x0, x1, y0, y1);
    return this;
  }

  Definition minimum(String... guess) {
    minima.add(List.of(guess));
    return this;
  }

  Definition saddle(String... guess) {
    saddles.add(List.of(guess));
    return this;
  }

  Definition credit(String source) {
    credit = source;
    return this;
  }

  String name() {
    return name;
  }

  /**
   * The problem where {@code given} replaces some parameters.
   *
   * @throws IllegalArgumentException for an unknown parameter or a value that is no finite number
   */
  Problem with(Map<String, Double> given) {
    Map<String, Double> values = new LinkedHashMap<>(parameters);
    given.forEach((parameter, value) -> values.put(known(parameter), value));
    Formula formula = Formula.of(text, values);
    return new Problem(
        name,
        title,
        formula,
        point(start, values),
        box,
        critical(formula, minima, values, CriticalPoint.Kind.MINIMUM).stream()
            .sorted(Comparator.comparingDouble(formula::value))
            .toList(),
        critical(formula, saddles, values, CriticalPoint.Kind.SADDLE),
        credit);
  }

  private String known(String parameter) {
    if (parameters.containsKey(parameter)) {
      return parameter;
    }
    throw new IllegalArgumentException(
        "'%s' is no parameter of %s; %s"
            .formatted(
                parameter,
                name,
                parameters.isEmpty() ? "it has none." : "known: " + parameters.keySet() + "."));
  }

  private static double[] point(List<String> coordinates, Map<String, Double> values) {
    return coordinates.stream().mapToDouble(c -> Expr.parse(c).value(values)).toArray();
  }

  private static List<double[]> critical(
      Formula formula,
      List<List<String>> guesses,
      Map<String, Double> values,
      CriticalPoint.Kind kind) {
    return guesses.stream()
        .map(guess -> CriticalPoint.near(formula, point(guess, values)))
        .flatMap(Optional::stream)
        .filter(point -> point.kind() == kind)
        .map(CriticalPoint::x)
        .toList();
  }
}
