package descent.content.exhibit;

import descent.content.exhibit.SpectrumExhibit.Spectra;
import descent.curvature.Spectrum.Density;
import descent.plot.Chart;
import descent.plot.Numbers;
import descent.plot.Panel;
import descent.plot.Scale;
import descent.plot.Size;
import descent.plot.Trace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures of a {@link SpectrumExhibit}: the density before and after training. */
record SpectrumPicture(SpectrumExhibit state, double width, String alternative) {
  private static final int POINTS = 400;
  private static final double WIDENED = 0.008;
  private static final double SHOWN = 1e-5;

  Drawing drawing() {
    Spectra start = state.spectra(0);
    Spectra end = state.spectra(state.steps());
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("parameters", (double) state.network().parameters());
    numbers(numbers, "start", start);
    numbers(numbers, "end", end);
    Readings readings =
        Readings.under("Hessian", "at the start", "after training")
            .row(Trace.ADAM, "Largest, Lanczos", largest(start), largest(end))
            .row("Smallest, Lanczos", smallest(start), smallest(end))
            .words("Largest, exact", exact(start, true), exact(end, true))
            .words("Smallest, exact", exact(start, false), exact(end, false))
            .row("Loss", start.loss(), end.loss());
    String news =
        "largest eigenvalue %s at the start, %s after training"
            .formatted(Numbers.reading(largest(start)), Numbers.reading(largest(end)));
    return new Drawing(
        List.of(
            panel("At the start", start, alternative),
            panel("After %d steps".formatted(state.steps()), end, "The same after training.")),
        readings,
        numbers,
        news);
  }

  private static void numbers(Map<String, Double> numbers, String when, Spectra spectra) {
    numbers.put("loss_" + when, spectra.loss());
    numbers.put("largest_" + when, largest(spectra));
    numbers.put("smallest_" + when, smallest(spectra));
    spectra.exact().ifPresent(values -> exact(numbers, when, values));
  }

  private static void exact(Map<String, Double> numbers, String when, double[] values) {
    double most = values[values.length - 1];
    numbers.put("exact_largest_" + when, most);
    numbers.put("exact_smallest_" + when, values[0]);
    long large = Arrays.stream(values).filter(v -> v > 0.1 * most).count();
    numbers.put("above_a_tenth_" + when, (double) large);
  }

  private static double largest(Spectra spectra) {
    return Arrays.stream(spectra.lanczos().nodes()).max().orElseThrow();
  }

  private static double smallest(Spectra spectra) {
    return Arrays.stream(spectra.lanczos().nodes()).min().orElseThrow();
  }

  private static String exact(Spectra spectra, boolean most) {
    return spectra
        .exact()
        .map(values -> Numbers.reading(values[most ? values.length - 1 : 0]))
        .orElse("too many weights");
  }

  /** Both densities, widened alike, on a logarithmic axis. */
  private Panel panel(String title, Spectra spectra, String words) {
    double high = largest(spectra);
    double low = Math.min(smallest(spectra), 0);
    double room = 0.08 * (high - low) + 1e-9;
    double[] xs = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      xs[i] = low - room + (high - low + 2 * room) * i / (POINTS - 1);
    }
    double widened = WIDENED * (high - low + 2 * room);
    double[] estimate = raised(spectra.lanczos().smooth(xs, widened));
    double most = Arrays.stream(estimate).max().orElse(1);
    Size size = new Size(width, Math.rint(0.72 * width));
    Chart chart =
        new Chart(
            size,
            Scale.linear(xs[0], xs[POINTS - 1], 0, size.width()),
            Scale.logarithmic(SHOWN, 10 * Math.max(most, 10 * SHOWN), size.height(), 0));
    chart.rules();
    spectra
        .exact()
        .ifPresent(
            values -> chart.hair(xs, raised(Density.of(values).smooth(xs, widened)), "ink-3", ""));
    chart.line(xs, estimate, Trace.ADAM).axes("eigenvalue", "density");
    return chart.panel(title, words);
  }

  private static double[] raised(double[] density) {
    return Arrays.stream(density).map(d -> Math.max(d, SHOWN)).toArray();
  }
}
