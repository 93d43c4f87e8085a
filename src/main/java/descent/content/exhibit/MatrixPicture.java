package descent.content.exhibit;

import descent.curvature.Elimination;
import descent.curvature.Kronecker;
import descent.objective.Box;
import descent.plot.Chart;
import descent.plot.Numbers;
import descent.plot.Panel;
import descent.plot.Size;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Matrices as heat maps. */
record MatrixPicture(double width, String alternative) {
  private static final int MOST_WRITTEN = 6;
  private static final int CELLS = 130;

  Drawing product(KroneckerPair pair) {
    int block = pair.b().length;
    double[][] product = pair.product();
    double[][] inverse = pair.inverse();
    double[][] inverses = pair.inverses();
    double most = most(inverses);
    Readings readings = Readings.under("Quantity", "A", "B", "A⊗B");
    readings =
        readings
            .words("Size", size(pair.a().length), size(block), size(product.length))
            .row(
                "Trace",
                Kronecker.trace(pair.a()),
                Kronecker.trace(pair.b()),
                Kronecker.trace(product))
            .row(
                "Determinant",
                Elimination.of(pair.a()).determinant(),
                Elimination.of(pair.b()).determinant(),
                Elimination.of(product).determinant())
            .words(
                "Largest difference of the inverses", "", "", Numbers.reading(pair.difference()));
    Map<String, Double> numbers = new LinkedHashMap<>();
    pair.addTo(numbers);
    return new Drawing(
        List.of(
            map("A⊗B", product, block, most(product)),
            map("(A⊗B)⁻¹", inverse, block, most),
            map("A⁻¹⊗B⁻¹", inverses, block, most)),
        readings,
        numbers,
        "largest difference " + Numbers.reading(pair.difference()));
  }

  Drawing fisher(FisherBlocks.Comparison both) {
    int n = both.fisher().length;
    double[][] difference = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        difference[i][j] = both.product()[i][j] - both.fisher()[i][j];
      }
    }
    double most = Math.max(most(both.fisher()), most(both.product()));
    double error = Kronecker.relativeError(both.product(), both.fisher());
    Readings readings =
        Readings.under("Quantity", "F", "G⊗A")
            .words("Size", size(n), size(both.outputs()) + " ⊗ " + size(both.inputs()))
            .row("Trace", Kronecker.trace(both.fisher()), Kronecker.trace(both.product()))
            .words("Relative error ‖G⊗A − F‖ ÷ ‖F‖", "", Numbers.reading(error))
            .words("Loss", "", Numbers.reading(both.loss()));
    Map<String, Double> numbers = new LinkedHashMap<>();
    both.addTo(numbers);
    return new Drawing(
        List.of(
            map("Exact block F", both.fisher(), both.inputs(), most),
            map("G⊗A", both.product(), both.inputs(), most),
            map("Difference", difference, both.inputs(), most)),
        readings,
        numbers,
        "relative error " + Numbers.reading(error));
  }

  Drawing factors(FisherBlocks.Factors factors) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    factors.addTo(numbers);
    double[][] g = factors.g();
    double[][] small = downsampled(factors.a(), Math.max(1, CELLS / g.length));
    double[][] product = Kronecker.product(g, small);
    String whole = size(g.length * factors.a().length);
    Readings readings =
        Readings.under("Quantity", "G⊗A", "factors")
            .words("Size", whole, size(g.length) + " and " + size(factors.a().length))
            .row("Numbers to store", numbers.get("entries"), numbers.get("entries_factors"))
            .row(
                "Rows cubed, to invert",
                numbers.get("cubes"),
                numbers.get("cubes") / numbers.get("cubes_ratio"))
            .words("Loss", Numbers.reading(factors.loss()), "");
    double[][] shown = downsampled(factors.a(), 100);
    return new Drawing(
        List.of(
            map("A, " + size(factors.a().length), shown, shown.length, most(shown)),
            map("G, " + size(g.length), g, g.length, most(g)),
            map("G⊗A, " + whole + ", downsampled", product, small.length, most(product))),
        readings,
        numbers,
        "loss " + Numbers.reading(factors.loss()));
  }

  private static String size(int n) {
    String text = n < 1000 ? Integer.toString(n) : "%,d".formatted(n);
    return text + " × " + text;
  }

  /** Means over at most {@code most} bins in each direction. */
  static double[][] downsampled(double[][] matrix, int most) {
    int n = matrix.length;
    int bins = Math.min(n, most);
    double[][] sums = new double[bins][bins];
    double[][] counts = new double[bins][bins];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sums[i * bins / n][j * bins / n] += matrix[i][j];
        counts[i * bins / n][j * bins / n]++;
      }
    }
    for (int i = 0; i < bins; i++) {
      for (int j = 0; j < bins; j++) {
        sums[i][j] /= counts[i][j];
      }
    }
    return sums;
  }

  private static double most(double[][] matrix) {
    return Arrays.stream(matrix)
        .flatMapToDouble(Arrays::stream)
        .map(Math::abs)
        .filter(Double::isFinite)
        .max()
        .orElse(1);
  }

  /** A heat map with lines between blocks; few entries are written out. */
  private Panel map(String title, double[][] matrix, int block, double most) {
    int n = matrix.length;
    Chart chart = Chart.of(new Size(width, width), new Box(0, n, 0, n));
    double strongest = most > 0 ? most : 1;
    chart.heat(roots(matrix, strongest), 1);
    for (int k = block; k < n; k += block) {
      chart.hair(new double[] {k, k}, new double[] {0, n}, "ink-3", "");
      chart.hair(new double[] {0, n}, new double[] {n - k, n - k}, "ink-3", "");
    }
    for (int i = 0; n <= MOST_WRITTEN && i < n * n; i++) {
      double value = matrix[i / n][i % n];
      chart.text(Double.isNaN(value) ? "–" : brief(value), i % n + 0.5, n - i / n - 0.5);
    }
    return chart.panel(title, alternative);
  }

  /** Smaller entries get more of the colours: ±√(|entry| ÷ most). */
  private static double[][] roots(double[][] matrix, double most) {
    return Arrays.stream(matrix)
        .map(
            row ->
                Arrays.stream(row)
                    .map(entry -> Math.signum(entry) * Math.sqrt(Math.abs(entry) / most))
                    .toArray())
        .toArray(double[][]::new);
  }

  private static String brief(double value) {
    double rounded = new BigDecimal(value).round(new MathContext(3)).doubleValue();
    return Numbers.field(rounded == 0 ? 0 : rounded).replace('-', '−');
  }
}
