package descent.objective;

import java.util.List;

/**
 * The six surfaces of gradient_descent_viz on [−2, 2]²; {@code plateau} is smoothed where that
 * program guards a division.
 */
final class Surfaces {
  private static final String CREDIT =
      "Lili Jiang, gradient_descent_viz, github.com/lilipads/gradient_descent_viz";

  static final List<Definition> ALL =
      List.of(
          Definition.of(
                  "local_minimum",
                  "Local minimum",
                  "x^2 + (1.4*y)^2 - 2*exp(-5*((x - 1)^2 + (1.4*y)^2))"
                      + " - 6*exp(-5*((x + 1)^2 + (1.4*y)^2))")
              .start("0.75", "1")
              .minimum("-0.968", "0")
              .minimum("0.905", "0")
              .saddle("0.12", "0")
              .credit(CREDIT),
          Definition.of("global_minimum", "Global minimum", "x^2 + y^2")
              .start("1.5", "1")
              .minimum("0", "0")
              .credit(CREDIT),
          Definition.of("saddle_point", "Saddle point", "sin(x) + y^2")
              .start("1", "1")
              .minimum("-pi/2", "0")
              .saddle("pi/2", "0")
              .credit(CREDIT),
          Definition.of(
                  "ecliptic_bowl",
                  "Ecliptic bowl",
                  "(x/2)^2 + 0.5*(y/2)^2 - exp(-((x/2)^2 + 5*(y/2)^2))")
              .start("1.8", "1.6")
              .minimum("0", "0")
              .credit(CREDIT),
          Definition.of(
                  "hills",
                  "Hills",
                  "x^2 + (1.4*y)^2 + 2*exp(-5*((x - 1)^2 + (1.4*y)^2))"
                      + " + 6*exp(-5*((x + 1)^2 + (1.4*y)^2))"
                      + " - 2*exp(-5*((x - 1)^2 + (1.4*y + 1)^2))")
              .start("-1", "1.5")
              .minimum("0.9", "-0.653")
              .minimum("0.042", "-0.001")
              .saddle("0.458", "-0.45")
              .saddle("1.485", "0.007")
              .saddle("-1.71", "0")
              .credit(CREDIT),
          Definition.of(
                  "plateau",
                  "Plateau",
                  "(x^2 + y^2 + 1e-6) - sin(10*sqrt(x^2 + y^2 + 1e-6))/(10*sqrt(x^2 + y^2 + 1e-6))")
              .start("1.5", "1")
              .minimum("0", "0")
              .credit(CREDIT));

  private Surfaces() {}
}
