package descent.objective;

import java.util.List;

/** Objectives that the lessons work through. */
final class Examples {
  private static final String COURSE = "An example of this course.";
  private static final String COS = "cos(pi*angle/180)";
  private static final String SIN = "sin(pi*angle/180)";

  static final List<Definition> ALL =
      List.of(
          Definition.of("gaussian_nll", "Gaussian likelihood", "y + (v + (x - m)^2)/(2*exp(2*y))")
              .parameter("m", 2)
              .parameter("v", 0.25)
              .start("-1", "0")
              .box(-2, 5, -1.5, 2)
              .minimum("m", "log(v)/2")
              .credit(
                  "Mean negative log-likelihood in x = μ and y = log σ; data mean m, variance v."),
          manyMinima(),
          Definition.of("five_two", "Bowl with eigenvalues 5 and 2", "(5*x^2 + 2*y^2)/2")
              .start("2", "2")
              .box(-2.5, 2.5, -2.5, 2.5)
              .minimum("0", "0")
              .credit("The quadratic of the talk this course grew from."),
          Definition.of(
                  "rotated_valley",
                  "Rotated valley",
                  "((x*COS + y*SIN)^2 + kappa*(y*COS - x*SIN)^2)/2"
                      .replace("COS", COS)
                      .replace("SIN", SIN))
              .parameter("kappa", 100)
              .parameter("angle", 45)
              .start("1.5*" + COS + " - 0.5*" + SIN, "1.5*" + SIN + " + 0.5*" + COS)
              .minimum("0", "0")
              .credit(COURSE),
          Definition.of("double_well", "Double well", "x^4/4 - x^2/2 + y^2/2")
              .start("0.3", "1")
              .minimum("1", "0")
              .minimum("-1", "0")
              .saddle("0", "0")
              .credit(COURSE),
          Definition.of("tilted_wells", "Tilted wells", "x^4/4 - x^2/2 + y^2/2 + 0.3*x*y")
              .start("0.3", "1.5")
              .minimum("-1.044", "0.313")
              .minimum("1.044", "-0.313")
              .saddle("0", "0")
              .credit(COURSE),
          Definition.of("cubic", "A cubic without minimum", "x^2*y + x*y^3")
              .start("1", "1")
              .box(-1.2, 1.2, -1.2, 1.2)
              .credit("The Hessian example of the talk this course grew from."),
          Definition.of("exp_cos", "A harmonic wave", "exp(x)*cos(y)")
              .start("0", "1")
              .box(-1.5, 1.5, -0.2, 3)
              .credit(COURSE),
          Definition.of("x_minus_log", "Line minus logarithm", "x - log(x)")
              .start("0.5")
              .box(0.01, 4, 0.5, 4)
              .minimum("1")
              .credit(COURSE),
          Definition.of(
                  "heavy_ball_cycle",
                  "Where the heavy ball cycles",
                  "select(1 - x, 25*x^2/2, select(2 - x, x^2/2 + 24*x - 12,"
                      + " 25*x^2/2 - 24*x + 36))")
              .start("3.3")
              .box(-4, 4, -5, 160)
              .minimum("0")
              .credit("L. Lessard, B. Recht, A. Packard, 2016, doi:10.1137/15M1009597"));

  private Examples() {}

  private static Definition manyMinima() {
    Definition definition =
        Definition.of("many_minima", "Many minima", "0.1*x^2 + 0.3*x + 2*cos(3*x)")
            .start("4")
            .box(-8, 8, -3, 12)
            .credit(COURSE);
    List.of("-7.266", "-5.195", "-3.124", "-1.052", "1.019", "3.090", "5.161", "7.232")
        .forEach(definition::minimum);
    return definition;
  }
}
