package descent.content.exhibit;

import descent.content.exhibit.Setting.Choice;
import descent.content.exhibit.Setting.Fixed;
import descent.content.exhibit.Setting.Point;
import descent.content.exhibit.Setting.Scale;
import descent.content.exhibit.Setting.Slide;
import descent.content.exhibit.Setting.Text;
import descent.linalg.SymmetricEigen;
import descent.objective.Box;
import descent.objective.Formula;
import descent.objective.Norm;
import descent.run.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ```{rulers}}: the steepest direction at a point when length is measured in several ways.
 *
 * @param at the point (x, y); never written
 * @param all whether other lengths than the Euclidean are shown
 * @param rate η of the step −ηg whose two terms are compared
 * @param box what is visible
 */
public record RulersExhibit(Formula objective, double[] at, boolean all, double rate, Box box)
    implements Exhibit {
  static final double LEAST_RATE = 1e-4;
  private static final String ALL = "all";
  private static final String EUCLIDEAN = "euclidean";

  /** An ellipse whose gradient does not point at its centre. */
  public static RulersExhibit plain() {
    return new RulersExhibit(
        formula("(x^2 + 10*y^2)/2"), new double[] {4, 1}, true, 0.01, new Box(-2, 7, -3.5, 3.5));
  }

  private static Formula formula(String text) {
    return Formula.in(List.of("x", "y"), text, Map.of());
  }

  @Override
  public String name() {
    return "rulers";
  }

  @Override
  public String doc() {
    return """
    Shows the steepest direction of `objective`, a formula in x and y, at the point `at` when \
    length is Euclidean, the largest coordinate, the sum of coordinates, or measured by the \
    Hessian where that is positive definite: the balls of one length on the map of `box`, the \
    slope of a step of length one against its angle, and how large the second-order term of a \
    step against the gradient is beside the first, with the learning rate `rate` marked. \
    `length` is `all` or `euclidean`, which leaves the other norms away.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{rulers}
    id: balls
    objective: (x^2 + 10*y^2)/2
    at: [4, 1]
    alt: Balls of several norms around a point with the steepest direction of each.
    ```
    """;
  }

  @Override
  public RulersExhibit with(Query query) {
    Box seen = query.box("box", box);
    double[] point = query.numbers("at", at, 2);
    return new RulersExhibit(
        read(query, point),
        point,
        query.word("length", all ? ALL : EUCLIDEAN, List.of(ALL, EUCLIDEAN)).equals(ALL),
        query.number("rate", rate, LEAST_RATE, 1),
        seen);
  }

  private Formula read(Query query, double[] point) {
    String text = query.text("objective", objective.text());
    try {
      Formula next = formula(text);
      if (Double.isFinite(next.value(point))) {
        return next;
      }
      query.complain(
          "objective", text, "'%s' has no value at (%s).".formatted(text, Setting.joined(point)));
    } catch (IllegalArgumentException e) {
      query.complain("objective", text, String.valueOf(e.getMessage()));
    }
    return objective;
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Text("objective", "f(x, y) =", objective.text()),
        new Point(
            "at",
            "Point (x, y)",
            at,
            new double[] {box.x0(), box.y0()},
            new double[] {box.x1(), box.y1()}),
        new Choice(
            "length",
            "Length",
            all ? ALL : EUCLIDEAN,
            List.of(
                new Choice.Option(ALL, "measured in several ways"),
                new Choice.Option(EUCLIDEAN, "Euclidean"))),
        new Slide("rate", "Learning rate", rate, LEAST_RATE, 1, Scale.LOG),
        new Fixed("box", Setting.joined(box.x0(), box.x1(), box.y0(), box.y1())));
  }

  @Override
  public int columns() {
    return 3;
  }

  double[] gradient() {
    return objective.at(at).gradient();
  }

  /** gᵀHg / gᵀg, the curvature along the gradient. */
  double bend() {
    double[] g = gradient();
    double[] hg = objective.hessianTimes(at, g);
    return (g[0] * hg[0] + g[1] * hg[1]) / (g[0] * g[0] + g[1] * g[1]);
  }

  /** The size of the second-order term of the step −ηg over that of the first. */
  double ratio(double eta) {
    return eta * Math.abs(bend()) / 2;
  }

  /** √(dᵀHd), scaled so that its ball reaches as far as the others; where H is definite. */
  Optional<Norm> hessian() {
    double[][] h = objective.hessian(at);
    if (!Double.isFinite(h[0][0] + h[0][1] + h[1][1])) {
      return Optional.empty();
    }
    double least = SymmetricEigen.of(h).values()[0];
    return least <= 0
        ? Optional.empty()
        : Optional.of(
            new Norm.Quadratic(
                new double[][] {
                  {h[0][0] / least, h[0][1] / least}, {h[1][0] / least, h[1][1] / least}
                }));
  }

  double slope(double[] d) {
    double[] g = gradient();
    return g[0] * d[0] + g[1] * d[1];
  }

  /** What is read from the pictures. */
  Map<String, Double> numbers() {
    double[] g = gradient();
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("gradient_1", g[0]);
    numbers.put("gradient_2", g[1]);
    numbers.put("euclidean_slope", slope(new Norm.Euclidean().steepest(g)));
    numbers.put("largest_slope", slope(new Norm.Largest().steepest(g)));
    numbers.put("sum_slope", slope(new Norm.Sum().steepest(g)));
    numbers.put("ratio", ratio(rate));
    numbers.put("exact_rate", bend() > 0 ? 1 / bend() : Double.POSITIVE_INFINITY);
    return numbers;
  }

  @Override
  public Drawing draw(double width, String alternative) {
    return new RulersPicture(this, width, alternative).drawing();
  }
}
