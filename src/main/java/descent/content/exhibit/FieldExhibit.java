package descent.content.exhibit;

import descent.content.exhibit.Setting.Fixed;
import descent.content.exhibit.Setting.Point;
import descent.content.exhibit.Setting.Scale;
import descent.content.exhibit.Setting.Seed;
import descent.content.exhibit.Setting.Slide;
import descent.model.LineFit;
import descent.model.LineFit.Direction;
import descent.model.LinearTruth;
import descent.objective.Box;
import descent.run.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ```{field}}: where gradient, natural gradient and empirical Fisher lead on a straight line
 * fitted to data.
 *
 * @param truth what the data come from
 * @param scale σ of the model
 * @param size how many examples; 0 for the whole distribution
 * @param start (θ₀, θ₁); never written
 * @param rates learning rates in the order of {@link Direction}; never written
 */
public record FieldExhibit(
    LinearTruth truth,
    double scale,
    int size,
    long seed,
    double[] start,
    double[] rates,
    int steps,
    Box box)
    implements Exhibit {
  private static final int MOST_EXAMPLES = 2000;
  private static final int MOST_STEPS = 500;

  /** The distribution with little noise, seen from its best line. */
  public static FieldExhibit plain() {
    return new FieldExhibit(
        new LinearTruth(1, 2, 0, 0.3),
        1,
        0,
        0,
        new double[] {-1, 5},
        new double[] {0.8, 0.5, 0.1},
        40,
        new Box(-3, 5, -2, 6));
  }

  @Override
  public String name() {
    return "field";
  }

  @Override
  public String doc() {
    return """
    Shows side by side where gradient descent, natural gradient descent and empirical Fisher \
    descent lead when y ~ N(θ₀ + θ₁x, `model_noise`²) is fitted, with x uniform on [0, 2] and \
    y = `intercept` + `slope`·x + `misfit`·(x − 1)² with Gaussian noise of deviation `noise`; a \
    map of the cosine between the last two stands beside them. `size` examples are drawn from \
    `seed`; 0 takes the whole distribution. `start`, `steps` and the three learning rates \
    `gradient_rate`, `natural_rate`, `empirical_rate` make the paths.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{field}
    id: fields
    noise: 0.3
    start: [-1, 5]
    alt: Three fields of arrows with a path each, and a map of the cosine between two of them.
    ```
    """;
  }

  @Override
  public FieldExhibit with(Query query) {
    LinearTruth next =
        new LinearTruth(
            query.number("intercept", truth.intercept(), -100, 100),
            query.number("slope", truth.slope(), -100, 100),
            query.number("misfit", truth.misfit(), -10, 10),
            query.number("noise", truth.noise(), 0, 10));
    double[] learning = rates.clone();
    for (Direction direction : Direction.values()) {
      int i = direction.ordinal();
      learning[i] = query.number(rate(direction), rates[i], 1e-4, 10);
    }
    return new FieldExhibit(
        next,
        query.number("model_noise", scale, 0.05, 10),
        (int) query.whole("size", size, 0, MOST_EXAMPLES),
        query.whole("seed", seed, 0, Long.MAX_VALUE),
        query.numbers("start", start, 2),
        learning,
        (int) query.whole("steps", steps, 1, MOST_STEPS),
        query.box("box", box));
  }

  private static String rate(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT) + "_rate";
  }

  @Override
  public List<Setting> settings() {
    double[] low = {box.x0(), box.y0()};
    double[] high = {box.x1(), box.y1()};
    return List.of(
        new Slide("noise", "Noise of the data σ*", truth.noise(), 0.01, 3, Scale.LOG),
        new Slide("model_noise", "Noise of the model σ", scale, 0.1, 3, Scale.LOG),
        new Slide("misfit", "Misfit", truth.misfit(), -3, 3, Scale.LINEAR),
        new Slide("size", "Examples, 0 for all", size, 0, 500, Scale.INTEGER),
        new Seed("seed", seed),
        new Point("start", "Start (θ₀, θ₁)", start, low, high),
        learning(Direction.GRADIENT, "Rate, gradient"),
        learning(Direction.NATURAL, "Rate, natural gradient"),
        learning(Direction.EMPIRICAL, "Rate, empirical Fisher"),
        new Slide("steps", "Steps", steps, 1, 200, Scale.INTEGER),
        new Fixed("intercept", Setting.joined(truth.intercept())),
        new Fixed("slope", Setting.joined(truth.slope())),
        new Fixed("box", Setting.joined(box.x0(), box.x1(), box.y0(), box.y1())));
  }

  private Slide learning(Direction direction, String words) {
    return new Slide(rate(direction), words, rates[direction.ordinal()], 0.001, 2, Scale.LOG);
  }

  @Override
  public int columns() {
    return 4;
  }

  LineFit fit() {
    return size == 0 ? LineFit.of(truth, scale) : LineFit.of(truth, size, seed, scale);
  }

  double[][] path(LineFit fit, Direction direction) {
    return fit.path(direction, start, rates[direction.ordinal()], 0, steps);
  }

  /** The cosine between the directions of natural gradient and empirical Fisher. */
  static double cosine(LineFit fit, double[] theta) {
    double[] a = fit.direction(Direction.NATURAL, theta, 0);
    double[] b = fit.direction(Direction.EMPIRICAL, theta, 0);
    return (a[0] * b[0] + a[1] * b[1]) / (Math.hypot(a[0], a[1]) * Math.hypot(b[0], b[1]));
  }

  /** What is read from the pictures. */
  Map<String, Double> numbers() {
    LineFit fit = fit();
    Map<String, Double> numbers = new LinkedHashMap<>();
    double[] best = fit.optimum();
    numbers.put("optimum_1", best[0]);
    numbers.put("optimum_2", best[1]);
    for (Direction direction : Direction.values()) {
      String name = direction.name().toLowerCase(Locale.ROOT);
      double[] way = fit.direction(direction, start, 0);
      double[][] path = path(fit, direction);
      double[] end = {path[0][steps], path[1][steps]};
      numbers.put(name + "_1", way[0]);
      numbers.put(name + "_2", way[1]);
      numbers.put(name + "_excess", fit.value(end) - fit.value(best));
    }
    numbers.put("cosine", cosine(fit, start));
    numbers.put("trace_ratio", traceRatio(fit, start));
    numbers.put("optimum_trace_ratio", traceRatio(fit, best));
    return numbers;
  }

  /** tr EF / tr F. */
  private static double traceRatio(LineFit fit, double[] theta) {
    double[][] empirical = fit.empiricalFisher(theta);
    double[][] fisher = fit.fisher();
    return (empirical[0][0] + empirical[1][1]) / (fisher[0][0] + fisher[1][1]);
  }

  @Override
  public Drawing draw(double width, String alternative) {
    return new FieldPicture(this, fit(), width, alternative).drawing();
  }
}
