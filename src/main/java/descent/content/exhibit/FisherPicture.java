package descent.content.exhibit;

import descent.curvature.QuadraticLevel;
import descent.linalg.SymmetricEigen;
import descent.model.Family;
import descent.model.FormulaModel;
import descent.objective.Box;
import descent.plot.Chart;
import descent.plot.Numbers;
import descent.plot.Scale;
import descent.plot.Size;
import descent.plot.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The pictures of a {@link FisherExhibit}. */
record FisherPicture(FisherExhibit state, double width, String alternative) {
  private static final int POINTS = 181;

  /** What is drawn as an ellipse: a name, a line and a matrix. */
  private record Form(String name, Trace trace, double[][] matrix) {
    boolean isFinite() {
      return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }
  }

  private List<Form> forms() {
    FormulaModel model = state.model();
    double[] at = state.at();
    return List.of(
        new Form("Hessian", Trace.GD, model.hessian(at)),
        new Form("Empirical Fisher", Trace.MOMENTUM, model.empiricalFisher(at)),
        new Form("Gauss–Newton", Trace.ADAM, model.gaussNewton(at)),
        new Form("Sampled Fisher", Trace.SGD, model.sampledFisher(at, state.draws(), state.seed())),
        new Form("Fisher", Trace.NATURAL, model.fisher(at)));
  }

  Drawing ellipses() {
    double[] at = state.at();
    Chart map =
        Chart.plane(new Size(width, Math.rint(0.72 * width)), state.box()).contours(state.model());
    map.axes("x", "y");
    Readings readings = Readings.under("At θ", "M₁₁", "M₁₂", "M₂₂", "λ₁", "λ₂");
    for (Form form : forms()) {
      double[] eigen = {Double.NaN, Double.NaN};
      if (form.isFinite()) {
        eigen = SymmetricEigen.of(form.matrix()).values();
        double[][] ring = QuadraticLevel.points(form.matrix(), state.level(), POINTS);
        map.line(shift(ring[0], at[0]), shift(ring[1], at[1]), form.trace());
      }
      double[][] m = form.matrix();
      readings =
          readings.row(form.trace(), form.name(), m[0][0], m[0][1], m[1][1], eigen[0], eigen[1]);
    }
    map.handle("at", "Parameters", at[0], at[1]);
    String news = "loss " + Numbers.reading(state.model().value(at));
    return new Drawing(
        List.of(map.panel("Loss and ½δᵀMδ = ε", alternative), fit()),
        readings,
        state.numbers(),
        news);
  }

  private static double[] shift(double[] values, double by) {
    return Arrays.stream(values).map(value -> value + by).toArray();
  }

  /** The data with the mean that the model predicts. */
  private descent.plot.Panel fit() {
    double[] t = state.inputs();
    double[] y = state.targets();
    double[] across = range(t, 0.15);
    double[] up = state.model().family() == Family.GAUSSIAN ? range(y, 0.4) : range(y, 0.15);
    Chart chart =
        Chart.of(
            new Size(width, Math.rint(0.72 * width)), new Box(across[0], across[1], up[0], up[1]));
    chart.rules().axes("t", "y");
    chart.curve(input -> state.model().mean(state.at(), input), Trace.GD);
    chart.dots(t, y, "ink", 4.5);
    return chart.panel("Data and E[y | t]", "The data and what the model expects of them.");
  }

  private static double[] range(double[] values, double room) {
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(1);
    double wide = high > low ? high - low : 1;
    return new double[] {low - room * wide, high + room * wide};
  }

  Drawing samples() {
    int draws = state.draws();
    FormulaModel model = state.model();
    double[] traces = model.sampledTraces(state.at(), draws, state.seed());
    double exact = trace(model.fisher(state.at()));
    double deviation = model.traceDeviation(state.at());
    double[] count = new double[draws];
    Arrays.setAll(count, k -> k + 1.0);
    double middle = Double.isFinite(exact) ? exact : 0;
    double wide = Math.max(1.7 * deviation, 1e-3 * Math.abs(middle) + 1e-9);
    double room = Double.isFinite(wide) ? wide : 1;
    Size size = size();
    Chart chart =
        new Chart(
            size,
            Scale.logarithmic(1, 10_000, 0, size.width()),
            Scale.linear(middle - room, middle + room, size.height(), 0));
    double[] all = new double[161];
    Arrays.setAll(all, k -> Math.pow(10, k / 40.0));
    chart.band(
        all,
        Arrays.stream(all).map(s -> exact - 2 * deviation / Math.sqrt(s)).toArray(),
        Arrays.stream(all).map(s -> exact + 2 * deviation / Math.sqrt(s)).toArray(),
        "sunk");
    chart.rules().axes("labels at each input", "trace");
    chart.line(new double[] {1, 10_000}, new double[] {exact, exact}, Trace.NATURAL);
    chart.line(count, traces, Trace.SGD, 1.5).head(draws, traces[draws - 1], Trace.SGD);
    Readings readings =
        Readings.under("Trace", "value")
            .row(Trace.NATURAL, "Fisher", exact)
            .row(Trace.SGD, "Sampled Fisher", traces[draws - 1])
            .row("Error", traces[draws - 1] - exact)
            .row("Expected error", deviation / Math.sqrt(draws));
    String news = "sampled trace " + Numbers.reading(traces[draws - 1]);
    return new Drawing(List.of(chart.panel("", alternative)), readings, state.numbers(), news);
  }

  private static double trace(double[][] matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      sum += matrix[i][i];
    }
    return sum;
  }

  private Size size() {
    return new Size(width, Math.max(Math.rint(0.648 * width), Math.min(width, 280)));
  }

  Drawing divergence() {
    FormulaModel model = state.model();
    double[] at = state.at();
    double delta = state.delta();
    Map<String, Double> now = state.numbers();
    double top =
        Math.max(
            1e-9, 1.4 * Math.max(state.quadratic(state.reach()), state.quadratic(-state.reach())));
    top = Double.isFinite(top) ? top : 1;
    Chart chart =
        Chart.of(size(), new Box(-1.06 * state.reach(), 1.06 * state.reach(), -0.08 * top, top));
    chart.rules().axes("δ", "");
    chart.curve(d -> model.divergence(at, state.moved(d)), Trace.NATURAL);
    chart.curve(d -> model.divergence(state.moved(d), at), Trace.MOMENTUM);
    chart.curve(state::quadratic, Trace.GD);
    chart.handle("delta", "Distance", delta, 0);
    Readings readings = Readings.under("At δ = " + Numbers.field(delta), "value", "÷ ½δᵀFδ");
    readings =
        readings
            .row(
                Trace.NATURAL,
                "KL(p_θ ‖ p_θ+δ)",
                now.get("divergence"),
                now.get("divergence") / now.get("quadratic"))
            .row(
                Trace.MOMENTUM,
                "KL(p_θ+δ ‖ p_θ)",
                now.get("reverse"),
                now.get("reverse") / now.get("quadratic"))
            .row(Trace.GD, "½δᵀFδ", now.get("quadratic"), 1);
    String news = "divergence " + Numbers.reading(now.get("divergence"));
    return new Drawing(List.of(chart.panel("", alternative)), readings, now, news);
  }
}
