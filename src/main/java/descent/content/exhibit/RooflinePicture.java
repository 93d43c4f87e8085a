package descent.content.exhibit;

import descent.device.Rates;
import descent.device.Roofline;
import descent.device.Roofline.Timed;
import descent.plot.Chart;
import descent.plot.Numbers;
import descent.plot.Panel;
import descent.plot.Scale;
import descent.plot.Size;
import descent.plot.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** The pictures of a {@link RooflineExhibit}: the roof, the batches and the two products. */
record RooflinePicture(RooflineExhibit state, Roofline measured, double width, String alternative) {
  private static final double GIGA = 1e9;
  private static final double MICRO = 1e-6;
  private static final List<String> TITLES =
      List.of("The roof", "Time of an example", "Naive and tiled");

  /** Frames without anything in them. */
  static List<Panel> empty(double width, String alternative) {
    return TITLES.stream()
        .map(title -> chart(width, 0.1, 1000, 0.1, 1000).axes("", "").panel(title, alternative))
        .toList();
  }

  private static Chart chart(double width, double x0, double x1, double y0, double y1) {
    Size size = new Size(width, Math.rint(0.85 * width));
    return new Chart(
        size,
        Scale.logarithmic(x0, x1, 0, size.width()),
        Scale.logarithmic(y0, y1, size.height(), 0));
  }

  Drawing drawing() {
    String news =
        "batch %d: %s operations a byte, %s microseconds an example by the roof"
            .formatted(
                state.batch(),
                Numbers.reading(state.intensity()),
                Numbers.reading(bound(state.batch()) / state.batch() / MICRO));
    return new Drawing(
        List.of(roof(), batches(), products()), readings(), state.quantities(), news);
  }

  private Rates rates() {
    return measured.rates();
  }

  /** Seconds of the layer that the roof allows. */
  private double bound(double batch) {
    double work = Roofline.operations(batch);
    return work / measured.roof(work / Roofline.bytes(batch));
  }

  private static double intensity(double batch) {
    return Roofline.operations(batch) / Roofline.bytes(batch);
  }

  private static double speed(Timed layer) {
    return Roofline.operations(layer.size()) / layer.seconds() / GIGA;
  }

  private static double squareSpeed(Timed square) {
    return Roofline.squareSpeed(square) / GIGA;
  }

  private static double example(Timed layer) {
    return layer.seconds() / layer.size() / MICRO;
  }

  private Panel roof() {
    double peak = rates().operations() / GIGA;
    double low = Math.min(measured.roof(0.25), slowest()) / GIGA / 2;
    Chart chart = chart(width, 0.25, 1000, low, 3 * peak);
    chart.rules().axes("operations a byte", "GFLOP/s");
    chart.curve(x -> measured.roof(x) / GIGA, Trace.GD);
    double[] xs = column(measured.layers(), layer -> intensity(layer.size()));
    double[] ys = column(measured.layers(), RooflinePicture::speed);
    chart.dots(xs, ys, Trace.ADAM, 3.5);
    chart.head(state.intensity(), measured.roof(state.intensity()) / GIGA, Trace.GD);
    return chart.panel(TITLES.get(0), alternative);
  }

  private double slowest() {
    return measured.layers().stream().mapToDouble(l -> speed(l) * GIGA).min().orElse(1);
  }

  private Panel batches() {
    double[] xs = column(measured.layers(), Timed::size);
    double[] ys = column(measured.layers(), RooflinePicture::example);
    DoubleUnaryOperator bound = batch -> bound(batch) / batch / MICRO;
    double low = bound.applyAsDouble(RooflineExhibit.MOST);
    double high = Math.max(bound.applyAsDouble(1), max(ys));
    Chart chart = chart(width, 0.8, 1.25 * RooflineExhibit.MOST, low / 2, 3 * high);
    chart.rules().axes("batch", "µs an example");
    chart.curve(bound, Trace.GD);
    chart.dots(xs, ys, Trace.ADAM, 3.5);
    chart.head(state.batch(), bound.applyAsDouble(state.batch()), Trace.GD);
    return chart.panel(TITLES.get(1), "What the roof allows, falling and then level, and dots.");
  }

  private Panel products() {
    double[] naive = column(measured.naive(), RooflinePicture::squareSpeed);
    double[] tiled = column(measured.tiled(), RooflinePicture::squareSpeed);
    double low = Math.min(min(naive), min(tiled)) / 2;
    Chart chart = chart(width, 28, 1200, low, 2 * Math.max(max(naive), max(tiled)));
    chart.rules().axes("rows of a square matrix", "GFLOP/s");
    curve(chart, measured.naive(), naive, Trace.MOMENTUM, "naive");
    curve(chart, measured.tiled(), tiled, Trace.NATURAL, "tiled");
    return chart.panel(TITLES.get(2), "The speeds of two ways to multiply, the tiled one higher.");
  }

  private static void curve(
      Chart chart, List<Timed> squares, double[] speeds, Trace trace, String name) {
    double[] sizes = column(squares, Timed::size);
    chart.line(sizes, speeds, trace);
    int last = sizes.length - 1;
    chart.word(name, sizes[last], speeds[last], "end");
  }

  private Readings readings() {
    Readings table =
        Readings.under("Measured on " + state.device(), "measured", "by the roof")
            .words("Copies in memory, GB/s", number(rates().bandwidth() / GIGA), "–")
            .words("Operations, GFLOP/s", number(rates().operations() / GIGA), "–")
            .words("Ridge, operations a byte", number(rates().ridge()), "–");
    if (rates().launch() > 0) {
      table = table.words("Start of a kernel, µs", number(rates().launch() / MICRO), "–");
    }
    for (Timed layer : measured.layers()) {
      double bound = bound(layer.size()) / layer.size() / MICRO;
      table = table.row("Batch %d, µs an example".formatted(layer.size()), example(layer), bound);
    }
    table = table.words("Product of squares, GFLOP/s", "naive", "tiled");
    for (Timed square : measured.tiled()) {
      String naive =
          measured.naive().stream()
              .filter(other -> other.size() == square.size())
              .map(other -> number(squareSpeed(other)))
              .findFirst()
              .orElse("–");
      String name = "%1$d × %1$d".formatted(square.size());
      table = table.words(name, naive, number(squareSpeed(square)));
    }
    return table;
  }

  private static String number(double value) {
    return Numbers.significant(value, 3);
  }

  private static double[] column(List<Timed> all, ToDoubleFunction<Timed> number) {
    return all.stream().mapToDouble(number).toArray();
  }

  private static double min(double[] values) {
    return Arrays.stream(values).min().orElse(1);
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(1);
  }
}
