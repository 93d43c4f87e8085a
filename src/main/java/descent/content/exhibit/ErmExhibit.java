package descent.content.exhibit;

import descent.content.exhibit.Setting.Scale;
import descent.content.exhibit.Setting.Seed;
import descent.content.exhibit.Setting.Slide;
import descent.content.exhibit.Setting.Text;
import descent.model.PolynomialRegression;
import descent.model.PolynomialRegression.Polynomial;
import descent.model.PolynomialRegression.Sample;
import descent.objective.Formula;
import descent.run.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ```{erm}}: polynomials of least empirical risk where the true risk is known.
 *
 * @param truth f as a formula in x on [−1, 1]
 * @param size how many examples are drawn
 */
public record ErmExhibit(Formula truth, double noise, int size, int degree, long seed)
    implements Exhibit {
  static final int MOST_DEGREE = 12;
  static final int REPEATS = 25;
  private static final double MOST_VALUE = 1e100;
  private static final int MOST_EXAMPLES = 500;

  /** A sine with noise, 15 examples and a cubic. */
  public static ErmExhibit plain() {
    return new ErmExhibit(formula("sin(pi*x)"), 0.3, 15, 3, 0);
  }

  private static Formula formula(String text) {
    return Formula.in(List.of("x"), text, Map.of());
  }

  @Override
  public String name() {
    return "erm";
  }

  @Override
  public String doc() {
    return """
    Shows empirical risk minimization where the distribution is known: x is uniform on [−1, 1], \
    y = `truth`(x) with Gaussian noise of deviation `noise`. The polynomial of degree `degree` \
    with the least mean squared error on `size` examples drawn from `seed` stands beside the \
    empirical and the true risk of every degree; thin lines are the medians over fresh samples.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{erm}
    id: risk
    truth: sin(pi*x)
    noise: 0.3
    size: 15
    degree: 3
    alt: Points around a sine with a fitted cubic, and two curves of risk against the degree.
    ```
    """;
  }

  @Override
  public ErmExhibit with(Query query) {
    return new ErmExhibit(
        truth(query),
        query.number("noise", noise, 0, 10),
        (int) query.whole("size", size, 1, MOST_EXAMPLES),
        (int) query.whole("degree", degree, 0, MOST_DEGREE),
        query.whole("seed", seed, 0, Long.MAX_VALUE - REPEATS));
  }

  private Formula truth(Query query) {
    String text = query.text("truth", truth.text());
    try {
      Formula next = formula(text);
      for (int k = 0; k <= 200; k++) {
        double x = k / 100.0 - 1;
        double value = next.value(new double[] {x});
        if (!(Math.abs(value) <= MOST_VALUE)) {
          String flaw = Double.isFinite(value) ? "is beyond 1e100" : "has no value";
          query.complain("truth", text, "'%s' %s at x = %s.".formatted(text, flaw, x));
          return truth;
        }
      }
      return next;
    } catch (IllegalArgumentException e) {
      query.complain("truth", text, String.valueOf(e.getMessage()));
      return truth;
    }
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Text("truth", "Truth f(x) =", truth.text()),
        new Slide("noise", "Noise", noise, 0, 1, Scale.LINEAR),
        new Slide("size", "Examples n", size, 2, MOST_EXAMPLES, Scale.INTEGER_LOG),
        new Slide("degree", "Degree", degree, 0, MOST_DEGREE, Scale.INTEGER),
        new Seed("seed", seed));
  }

  @Override
  public int columns() {
    return 2;
  }

  PolynomialRegression problem() {
    return new PolynomialRegression(x -> truth.value(new double[] {x}), noise);
  }

  /** What is read from the pictures. */
  Map<String, Double> numbers() {
    PolynomialRegression problem = problem();
    Sample sample = problem.draw(size, seed);
    Polynomial fitted = PolynomialRegression.fit(sample, degree);
    double[] medians = problem.medianRisks(size, degree, REPEATS, seed + 1);
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("size", (double) size);
    numbers.put("degree", (double) degree);
    numbers.put("empirical_risk", PolynomialRegression.empiricalRisk(fitted, sample));
    numbers.put("true_risk", problem.risk(fitted));
    numbers.put("gap", numbers.get("true_risk") - numbers.get("empirical_risk"));
    numbers.put("best_risk", problem.risk(problem.best(degree)));
    numbers.put("noise_risk", noise * noise);
    numbers.put("median_empirical_risk", medians[0]);
    numbers.put("median_true_risk", medians[1]);
    return numbers;
  }

  @Override
  public Drawing draw(double width, String alternative) {
    return new ErmPicture(this, width, alternative).drawing();
  }
}
