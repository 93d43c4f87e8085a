package descent.objective;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named problems of the course. */
public final class Problems {
  private final List<Problem> all =
      List.of(
          problem(
              "quadratic",
              "Quadratic valley",
              "(x^2 + kappa*y^2)/2",
              Map.of("kappa", 50.0),
              new double[] {-9, 1.2},
              new Box(-10, 10, -5, 5),
              List.of(new double[] {0, 0}),
              "condition number κ"),
          problem(
              "rosenbrock",
              "Rosenbrock",
              "(1 - x)^2 + 100*(y - x^2)^2",
              Map.of(),
              new double[] {-1.2, 1},
              new Box(-2, 2, -1, 3),
              List.of(new double[] {1, 1}),
              "H. H. Rosenbrock, 1960, doi:10.1093/comjnl/3.3.175"));

  private static Problem problem(
      String name,
      String title,
      String text,
      Map<String, Double> parameters,
      double[] start,
      Box box,
      List<double[]> minima,
      String credit) {
    return new Problem(name, title, Formula.of(text, parameters), start, box, minima, credit);
  }

  /** Every problem, in the order of the menu. */
  public List<Problem> all() {
    return all;
  }

  /** The problem called {@code name}, if there is one. */
  public Optional<Problem> named(String name) {
    return all.stream().filter(p -> p.name().equals(name)).findFirst();
  }
}
