package descent.content.exhibit;

import descent.model.PolynomialRegression;
import descent.model.PolynomialRegression.Polynomial;
import descent.model.PolynomialRegression.Sample;
import descent.objective.Box;
import descent.plot.Chart;
import descent.plot.Numbers;
import descent.plot.Panel;
import descent.plot.Scale;
import descent.plot.Size;
import descent.plot.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The pictures of an {@link ErmExhibit}. */
record ErmPicture(ErmExhibit state, double width, String alternative) {

  Drawing drawing() {
    PolynomialRegression problem = state.problem();
    Sample sample = problem.draw(state.size(), state.seed());
    Map<String, Double> numbers = state.numbers();
    Readings readings =
        Readings.under("Squared error", "this sample", "median of " + ErmExhibit.REPEATS)
            .row(
                Trace.ADAM,
                "Empirical risk",
                numbers.get("empirical_risk"),
                numbers.get("median_empirical_risk"))
            .row(
                Trace.MOMENTUM,
                "True risk",
                numbers.get("true_risk"),
                numbers.get("median_true_risk"))
            .words("Gap", Numbers.reading(numbers.get("gap")), "")
            .words("Least risk of this degree", Numbers.reading(numbers.get("best_risk")), "")
            .words("Noise alone", Numbers.reading(numbers.get("noise_risk")), "");
    String news =
        "empirical risk %s, true risk %s"
            .formatted(
                Numbers.reading(numbers.get("empirical_risk")),
                Numbers.reading(numbers.get("true_risk")));
    return new Drawing(
        List.of(fit(problem, sample), risks(problem, sample)), readings, numbers, news);
  }

  private Size size() {
    return new Size(width, Math.rint(0.72 * width));
  }

  private Panel fit(PolynomialRegression problem, Sample sample) {
    Polynomial fitted = PolynomialRegression.fit(sample, state.degree());
    double most = Math.max(most(sample.y()), 0.1);
    for (int k = 0; k <= 100; k++) {
      most = Math.max(most, Math.abs(problem.truth().applyAsDouble(k / 50.0 - 1)));
    }
    Chart chart = Chart.of(size(), new Box(-1.06, 1.06, -1.5 * most, 1.5 * most));
    chart.rules().axes("x", "y");
    chart.curve(x -> inside(x, problem.truth()), Trace.GD);
    chart.curve(x -> inside(x, fitted::value), Trace.ADAM);
    chart.dots(sample.x(), sample.y(), "ink", 3.5);
    return chart.panel("Truth, examples and fit", alternative);
  }

  private static double inside(double x, java.util.function.DoubleUnaryOperator f) {
    return Math.abs(x) <= 1 ? f.applyAsDouble(x) : Double.NaN;
  }

  private static double most(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(1);
  }

  /** Both risks of every degree, and their medians over fresh samples. */
  private Panel risks(PolynomialRegression problem, Sample sample) {
    int count = ErmExhibit.MOST_DEGREE + 1;
    double[][] risk = new double[5][count];
    for (int degree = 0; degree < count; degree++) {
      Polynomial fitted = PolynomialRegression.fit(sample, degree);
      double[] medians =
          problem.medianRisks(state.size(), degree, ErmExhibit.REPEATS, state.seed() + 1);
      risk[0][degree] = degree;
      risk[1][degree] = PolynomialRegression.empiricalRisk(fitted, sample);
      risk[2][degree] = problem.risk(fitted);
      risk[3][degree] = medians[0];
      risk[4][degree] = medians[1];
    }
    double noise = state.noise() * state.noise();
    double high = 20 * Math.max(1e-3, problem.risk(problem.best(0)));
    double low = Math.max(1e-2 * noise, 1e-5 * high);
    Size size = size();
    Chart chart =
        new Chart(
            size,
            Scale.linear(-0.5, count - 0.5, 0, size.width()),
            Scale.logarithmic(low, high, size.height(), 0));
    chart.rules().axes("degree", "risk");
    int now = state.degree();
    chart.hair(new double[] {now, now}, new double[] {low, high}, "ink-3", "");
    chart.hair(new double[] {-0.5, count - 0.5}, new double[] {noise, noise}, "ink-3", "2 3");
    chart
        .hair(risk[0], risk[3], "optimizer-adam", "")
        .hair(risk[0], risk[4], "optimizer-momentum", "");
    chart.line(risk[0], risk[1], Trace.ADAM).line(risk[0], risk[2], Trace.MOMENTUM);
    chart.head(now, risk[1][now], Trace.ADAM).head(now, risk[2][now], Trace.MOMENTUM);
    return chart.panel(
        "Risk of each degree", "Empirical and true risk against the degree of the polynomial.");
  }
}
