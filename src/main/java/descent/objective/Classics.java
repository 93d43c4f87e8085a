package descent.objective;

import java.util.List;

/** Test functions of the optimization literature. */
final class Classics {
  static final List<Definition> ALL =
      List.of(
          Definition.of("quadratic", "Quadratic valley", "(x^2 + kappa*y^2)/2")
              .parameter("kappa", 50)
              .start("-9", "1.2")
              .box(-10, 10, -5, 5)
              .minimum("0", "0")
              .credit("The quadratic of condition number κ."),
          Definition.of("rosenbrock", "Rosenbrock", "(1 - x)^2 + 100*(y - x^2)^2")
              .start("-1.2", "1")
              .box(-2, 2, -1, 3)
              .minimum("1", "1")
              .credit("H. H. Rosenbrock, 1960, doi:10.1093/comjnl/3.3.175"),
          Definition.of("himmelblau", "Himmelblau", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2")
              .start("0", "0.5")
              .box(-5, 5, -5, 5)
              .minimum("3", "2")
              .minimum("-2.805", "3.131")
              .minimum("-3.779", "-3.283")
              .minimum("3.584", "-1.848")
              .saddle("-3.073", "-0.081")
              .saddle("0.087", "2.884")
              .saddle("3.385", "0.074")
              .saddle("-0.128", "-1.954")
              .credit("D. M. Himmelblau, Applied Nonlinear Programming, 1972"),
          Definition.of(
                  "beale",
                  "Beale",
                  "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2")
              .start("1.2", "0.6")
              .box(-1.5, 4.5, -2, 2)
              .minimum("3", "0.5")
              .saddle("0", "1")
              .saddle("0.101", "-2.645")
              .credit("E. M. L. Beale, On an iterative method, 1958"),
          Definition.of("booth", "Booth", "(x + 2*y - 7)^2 + (2*x + y - 5)^2")
              .start("-3", "4")
              .box(-5, 7, -2, 8)
              .minimum("1", "3")
              .credit("Virtual Library of Simulation Experiments, sfu.ca/~ssurjano"),
          rastrigin(),
          Definition.of("saddle", "Saddle", "x^2 - y^2")
              .start("1", "0.001")
              .box(-2, 2, -2, 2)
              .saddle("0", "0")
              .credit("The quadratic of one positive and one negative eigenvalue."),
          Definition.of("parabola_sin", "Parabola with a wave", "x^2 + 10*sin(x)")
              .start("6")
              .box(-10, 10, -20, 110)
              .minimum("-1.306")
              .minimum("3.837")
              .credit("The function of the talk this course grew from."));

  private Classics() {}

  private static Definition rastrigin() {
    Definition definition =
        Definition.of("rastrigin", "Rastrigin", "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)")
            .start("2.3", "-1.4")
            .box(-2.5, 2.5, -2.5, 2.5)
            .credit("L. A. Rastrigin, Systems of Extremal Control, 1974");
    List<String> across =
        List.of("-3.98", "-2.985", "-1.99", "-0.995", "0", "0.995", "1.99", "2.985", "3.98");
    List<String> up = across.subList(1, 8);
    across.forEach(x -> up.forEach(y -> definition.minimum(x, y)));
    return definition;
  }
}
