package descent.content.exhibit;

import descent.content.exhibit.MomentsExhibit.Moment;
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
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The pictures of a {@link MomentsExhibit}. */
record MomentsPicture(MomentsExhibit state, double width, String alternative) {
  /** Every so many weights are drawn. */
  private static final int APART = 5;

  private static final double LEAST = 1e-7;
  private static final Trace ADAM = Trace.ADAM;
  private static final Trace EMPIRICAL = Trace.MOMENTUM;

  Drawing drawing() {
    Moment now = state.now();
    Map<String, Double> numbers = numbers(now);
    Readings readings =
        Readings.under("After %d steps".formatted(now.step()), "cosine", "size")
            .row(ADAM, "v̂ of Adam", numbers.get("cosine_adam"), numbers.get("size_adam"))
            .row(
                EMPIRICAL,
                "Diagonal of the empirical Fisher",
                numbers.get("cosine_empirical"),
                numbers.get("size_empirical"))
            .words("v̂ times the batch", "", Numbers.reading(numbers.get("size_times_batch")));
    String news = "cosine " + Numbers.reading(numbers.get("cosine_adam"));
    return new Drawing(List.of(weights(now), cosines(), sizes()), readings, numbers, news);
  }

  private Map<String, Double> numbers(Moment now) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("cosine_adam", cosine(now.adam(), now.fisher()));
    numbers.put("cosine_empirical", cosine(now.empirical(), now.fisher()));
    numbers.put("size_adam", size(now.adam(), now.fisher()));
    numbers.put("size_empirical", size(now.empirical(), now.fisher()));
    numbers.put("size_times_batch", state.batch() * size(now.adam(), now.fisher()));
    return numbers;
  }

  private static double cosine(double[] a, double[] b) {
    return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
  }

  private static double product(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  /** The sum of one diagonal in units of that of another. */
  private static double size(double[] a, double[] b) {
    return Arrays.stream(a).sum() / Arrays.stream(b).sum();
  }

  private Size size() {
    return new Size(width, Math.rint(0.9 * width));
  }

  /** Both against the Fisher information, weight by weight. */
  private Panel weights(Moment now) {
    Size size = size();
    double most = Math.max(max(now.fisher()), Math.max(max(now.adam()), max(now.empirical()))) * 3;
    double least = Math.min(LEAST, most / 1e5);
    Chart chart =
        new Chart(
            size,
            Scale.logarithmic(least, most, 0, size.width()),
            Scale.logarithmic(least, most, size.height(), 0));
    chart.rules();
    double[] ends = {least, most};
    chart.hair(ends, ends, "ink-3", "");
    double[] part = {least / state.batch(), most / state.batch()};
    chart.hair(ends, part, "ink-3", "2 3");
    chart.dots(some(now.fisher()), some(now.empirical()), EMPIRICAL, 1.75);
    chart.dots(some(now.fisher()), some(now.adam()), ADAM, 1.75);
    chart.axes("diagonal of F", "v̂ and the diagonal of the empirical Fisher");
    return chart.panel("Weight by weight, after %d steps".formatted(now.step()), alternative);
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(1);
  }

  private static double[] some(double[] values) {
    return IntStream.range(0, values.length / APART).mapToDouble(i -> values[APART * i]).toArray();
  }

  private Panel cosines() {
    Chart chart = along(Scale.linear(0, 1.1, size().height(), 0));
    return curves(chart, MomentsPicture::cosine, "cosine with the diagonal of F")
        .panel("Direction", "The cosine of both with the diagonal of the Fisher, by steps.");
  }

  private Panel sizes() {
    Chart chart = along(Scale.logarithmic(1e-3, 1e3, size().height(), 0));
    chart.hair(new double[] {0.8, 1250}, new double[] {1, 1}, "ink-3", "");
    double part = 1.0 / state.batch();
    chart.hair(new double[] {0.8, 1250}, new double[] {part, part}, "ink-3", "2 3");
    return curves(chart, MomentsPicture::size, "sum beside that of F")
        .panel("Size", "The sum of both in units of that of the Fisher, by steps.");
  }

  private Chart along(Scale up) {
    return new Chart(size(), Scale.logarithmic(0.8, 1250, 0, size().width()), up).rules();
  }

  private Chart curves(Chart chart, ToDoubleBiFunction<double[], double[]> comparison, String up) {
    List<Moment> all = state.moments();
    double[] steps = row(all, Moment::step);
    double[] first = row(all, m -> comparison.applyAsDouble(m.empirical(), m.fisher()));
    double[] second = row(all, m -> comparison.applyAsDouble(m.adam(), m.fisher()));
    chart.line(steps, first, EMPIRICAL).dots(steps, first, EMPIRICAL, 3);
    chart.line(steps, second, ADAM).dots(steps, second, ADAM, 3);
    Moment now = state.now();
    chart.head(now.step(), comparison.applyAsDouble(now.adam(), now.fisher()), ADAM);
    return chart.axes("step", up);
  }

  private static double[] row(List<Moment> all, ToDoubleFunction<Moment> of) {
    return all.stream().mapToDouble(of).toArray();
  }
}
