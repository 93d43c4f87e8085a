package descent.content.exhibit;

import descent.content.exhibit.BatchesExhibit.Cosines;
import descent.model.LineFit;
import descent.model.TermGradients;
import descent.objective.Box;
import descent.plot.Chart;
import descent.plot.ContourMap;
import descent.plot.Numbers;
import descent.plot.Panel;
import descent.plot.Scale;
import descent.plot.Size;
import descent.plot.Trace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures of a {@link BatchesExhibit}. */
record BatchesPicture(BatchesExhibit state, LineFit line, double width, String alternative) {
  private static final int BINS = 40;
  private static final int WORDS = 2;
  private static final List<Trace> TRACES = List.of(Trace.MOMENTUM, Trace.NESTEROV, Trace.ADAM);

  Drawing drawing() {
    double[][] path = state.path(line);
    TermGradients gradients = line.terms(state.start());
    double[] estimates = state.estimates(gradients);
    Cosines cosines = state.cosines();
    Map<String, Double> numbers = numbers(path, gradients, estimates, cosines);
    Readings readings =
        Readings.under("Batches of " + state.size(), "measured", "by theory")
            .row("Spread of the estimate", numbers.get("spread"), numbers.get("expected_spread"))
            .words("Excess loss in the cloud", Numbers.reading(numbers.get("excess")), "");
    int last = cosines.steps().length - 1;
    for (int s = 0; s < cosines.sizes().length; s++) {
      int size = cosines.sizes()[s];
      for (int k : new int[] {0, last}) {
        readings =
            readings.row(
                TRACES.get(s),
                "Cosine of %d, step %d".formatted(size, cosines.steps()[k]),
                cosines.measured()[s][k],
                BatchesExhibit.cosine(cosines.noise()[k], size));
      }
    }
    String news = "excess loss " + Numbers.reading(numbers.get("excess"));
    List<Panel> panels = List.of(cloud(path), histogram(gradients, estimates), agreement(cosines));
    return new Drawing(panels, readings, numbers, news);
  }

  private Map<String, Double> numbers(
      double[][] path, TermGradients gradients, double[] estimates, Cosines cosines) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("size", (double) state.size());
    double mean = Arrays.stream(estimates).average().orElse(0);
    numbers.put("mean", mean);
    numbers.put(
        "spread",
        Math.sqrt(Arrays.stream(estimates).map(e -> (e - mean) * (e - mean)).average().orElse(0)));
    numbers.put("expected_spread", Math.sqrt(gradients.variance(state.size())));
    numbers.put("excess", excess(path));
    int last = cosines.steps().length - 1;
    numbers.put("noise_start", cosines.noise()[0]);
    numbers.put("noise_end", cosines.noise()[last]);
    for (int s = 0; s < cosines.sizes().length; s++) {
      numbers.put("cosine_%d_start".formatted(cosines.sizes()[s]), cosines.measured()[s][0]);
      numbers.put("cosine_%d_end".formatted(cosines.sizes()[s]), cosines.measured()[s][last]);
    }
    return numbers;
  }

  /** The mean loss of the second half of the path above the least. */
  private double excess(double[][] path) {
    int half = state.steps() / 2;
    double sum = 0;
    for (int t = half; t <= state.steps(); t++) {
      sum += line.value(new double[] {path[0][t], path[1][t]});
    }
    return sum / (state.steps() - half + 1) - line.value(line.optimum());
  }

  private Size size() {
    return new Size(width, Math.rint(0.9 * width));
  }

  private Panel cloud(double[][] path) {
    double[] low = BatchesExhibit.LOW;
    double[] high = BatchesExhibit.HIGH;
    Size size = size();
    Chart chart = Chart.plane(size, new Box(low[0], high[0], low[1], high[1]));
    double[] best = line.optimum();
    chart.contours(ContourMap.of(line, chart.box(), size.width(), size.height(), line.value(best)));
    chart.axes("intercept", "slope");
    chart.line(path[0], path[1], Trace.SGD, 1).steps(path[0], path[1], Trace.SGD, 1.5);
    chart.cross(best[0], best[1]);
    chart.handle("start", "Start", state.start()[0], state.start()[1]);
    return chart.panel("Where the steps lead", alternative);
  }

  /** How often a batch says how much of the full gradient. */
  private Panel histogram(TermGradients gradients, double[] estimates) {
    double wide = 4 * Math.sqrt(gradients.variance(1));
    double reach = Double.isFinite(wide) ? Math.max(0.02, wide) : 1;
    double[] count = new double[BINS];
    for (double estimate : estimates) {
      int bin = (int) Math.floor((estimate - 1 + reach) / (2 * reach) * BINS);
      count[Math.max(0, Math.min(BINS - 1, bin))]++;
    }
    double most = Arrays.stream(count).max().orElse(1);
    Size size = size();
    Chart chart =
        new Chart(
            size,
            Scale.linear(1 - reach, 1 + reach, 0, size.width()),
            Scale.linear(0, 1.2 * most, size.height(), 0));
    chart.rules();
    double[] xs = new double[2 * BINS];
    double[] ys = new double[2 * BINS];
    for (int i = 0; i < 2 * BINS; i++) {
      xs[i] = 1 - reach + 2 * reach * ((i + 1) / 2) / BINS;
      ys[i] = count[i / 2];
    }
    chart.band(xs, new double[2 * BINS], ys, "map-high");
    chart.hair(new double[] {1, 1}, new double[] {0, 1.2 * most}, "ink", "");
    chart.axes("part of the full gradient", "batches");
    return chart.panel(
        "What a batch says at the start",
        "A histogram of batch gradients along the full one, around 1.");
  }

  /** The cosine against the step, measured as dots and lines, and by the noise scale. */
  private Panel agreement(Cosines cosines) {
    Size size = size();
    double[] steps = Arrays.stream(cosines.steps()).mapToDouble(step -> step + 1).toArray();
    Chart chart =
        new Chart(
            size,
            Scale.logarithmic(0.8, 1250, 0, size.width()),
            Scale.linear(-0.15, 1.05, size.height(), 0));
    chart.rules();
    for (int s = 0; s < cosines.sizes().length; s++) {
      int batch = cosines.sizes()[s];
      Trace trace = TRACES.get(s);
      double[] theory =
          Arrays.stream(cosines.noise()).map(n -> BatchesExhibit.cosine(n, batch)).toArray();
      chart.hair(steps, theory, "ink-3", "2 3");
      chart.line(steps, cosines.measured()[s], trace).dots(steps, cosines.measured()[s], trace, 3);
      chart.word(Integer.toString(batch), steps[WORDS], cosines.measured()[s][WORDS], "start");
    }
    chart.axes("step", "cosine");
    return chart.panel(
        "Agreement with all, on digits",
        "The cosine of batch gradient and full gradient falls while a network is trained.");
  }
}
