package descent.content.exhibit;

import descent.content.exhibit.Setting.Choice;
import descent.content.exhibit.Setting.Fixed;
import descent.content.exhibit.Setting.Point;
import descent.content.exhibit.Setting.Scale;
import descent.content.exhibit.Setting.Seed;
import descent.content.exhibit.Setting.Slide;
import descent.content.exhibit.Setting.Text;
import descent.model.Family;
import descent.model.FormulaModel;
import descent.objective.Box;
import descent.run.Query;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ```{fisher}}: the curvature matrices of a small likelihood at a point.
 *
 * @param model z(θ, t) as a formula in x, y and t
 * @param at θ, one or two coordinates; never written
 * @param level ε of the ellipses ½δᵀMδ = ε
 * @param draws labels at each input of the sampled Fisher
 * @param angle of the direction of the divergence, in degrees
 * @param delta how far the divergence is read along it
 */
public record FisherExhibit(
    View view,
    FormulaModel model,
    String formula,
    double[] at,
    Box box,
    double level,
    int draws,
    long seed,
    double angle,
    double delta,
    double reach)
    implements Exhibit {
  private static final List<String> VIEWS = List.of("ellipses", "samples", "divergence");
  private static final List<String> FAMILIES =
      Arrays.stream(Family.values()).map(f -> f.name().toLowerCase(Locale.ROOT)).toList();
  private static final int MOST_DRAWS = 10_000;
  private static final int MOST_DATA = 60;

  /** What is shown. */
  enum View {
    ELLIPSES,
    SAMPLES,
    DIVERGENCE
  }

  /** y ~ N(a tanh bt, 1) with three examples. */
  public static FisherExhibit plain() {
    double[] inputs = {-1, 0.5, 2};
    double[] targets = {-0.5, 1, 1.5};
    String formula = "x*tanh(y*t)";
    return new FisherExhibit(
        View.ELLIPSES,
        new FormulaModel(2, formula, Family.GAUSSIAN, inputs, targets),
        formula,
        new double[] {1, 0.5},
        new Box(-0.5, 3.5, -0.75, 2),
        0.005,
        10,
        0,
        0,
        1,
        2);
  }

  @Override
  public String name() {
    return "fisher";
  }

  @Override
  public String doc() {
    return """
    Shows the Fisher matrix of a small likelihood beside its relatives at a point that can be \
    dragged. `model` is the output z as a formula in the parameters `x`, `y` and the input `t`; \
    `family` says how a label depends on z: `gaussian` (mean z), `bernoulli` (log odds z), \
    `probability` (z itself) or `poisson` (logarithm of the mean); `inputs` and `targets` are the \
    data. `view` is `ellipses` (½δᵀMδ = `level` on the map of the loss, with the fit beside \
    it), `samples` (the trace of the sampled Fisher as labels are drawn) or `divergence` (KL \
    against ½δᵀFδ along a direction; `at` with one number makes a model of `x` alone).\
    """;
  }

  @Override
  public String example() {
    return """
    ```{fisher}
    id: ellipses
    model: x*tanh(y*t)
    inputs: [-1, 0.5, 2]
    targets: [-0.5, 1, 1.5]
    at: [1, 0.5]
    alt: Ellipses of five curvature matrices around one point of the map of the loss.
    ```
    """;
  }

  @Override
  public FisherExhibit with(Query query) {
    String word = query.word("view", view.name().toLowerCase(Locale.ROOT), VIEWS);
    double[] point = query.numbers("at", at, 1, 2);
    Box shown = query.box("box", box);
    double epsilon = query.number("level", level, 1e-4, 10);
    int count = (int) query.whole("draws", draws, 1, MOST_DRAWS);
    long from = query.whole("seed", seed, 0, Long.MAX_VALUE);
    double direction = query.number("angle", angle, -180, 180);
    double far = query.number("reach", reach, 1e-3, 100);
    double probe = query.number("delta", delta, -far, far);
    String text = query.text("model", formula);
    return new FisherExhibit(
        View.valueOf(word.toUpperCase(Locale.ROOT)),
        model(query, text, point.length),
        text,
        point,
        shown,
        epsilon,
        count,
        from,
        direction,
        probe,
        far);
  }

  private FormulaModel model(Query query, String text, int dimension) {
    String family = query.word("family", word(model.family()), FAMILIES);
    double[] inputs = query.numbers("inputs", inputs(), 1, MOST_DATA);
    double[] targets = query.numbers("targets", targets(), 1, MOST_DATA);
    Family wanted = Family.valueOf(family.toUpperCase(Locale.ROOT));
    if (!admits(wanted, targets)) {
      query.complain(
          "targets",
          Setting.joined(targets),
          "A %s target is from 0 to %s.".formatted(family, most(wanted)));
    }
    try {
      return new FormulaModel(dimension, text, wanted, inputs, targets);
    } catch (IllegalArgumentException e) {
      boolean sizes = inputs.length != targets.length;
      query.complain(sizes ? "targets" : "model", text, String.valueOf(e.getMessage()));
      return model;
    }
  }

  private static boolean admits(Family family, double[] targets) {
    return family == Family.GAUSSIAN
        || Arrays.stream(targets).allMatch(y -> y >= 0 && y <= most(family));
  }

  private static double most(Family family) {
    return family == Family.POISSON ? 1e6 : 1;
  }

  private static String word(Family family) {
    return family.name().toLowerCase(Locale.ROOT);
  }

  double[] inputs() {
    double[] inputs = new double[model.size()];
    Arrays.setAll(inputs, model::input);
    return inputs;
  }

  double[] targets() {
    double[] targets = new double[model.size()];
    Arrays.setAll(targets, model::target);
    return targets;
  }

  @Override
  public List<Setting> settings() {
    boolean ellipses = view == View.ELLIPSES;
    boolean divergence = view == View.DIVERGENCE;
    boolean plane = at.length == 2;
    double[] low = plane ? new double[] {box.x0(), box.y0()} : new double[] {box.x0()};
    double[] high = plane ? new double[] {box.x1(), box.y1()} : new double[] {box.x1()};
    return List.of(
        new Fixed("view", word(view)),
        new Text("model", plane ? "z(x, y; t) =" : "z(x; t) =", formula),
        family(),
        new Fixed("inputs", Setting.joined(inputs())),
        new Fixed("targets", Setting.joined(targets())),
        new Point("at", "Parameters θ", at, low, high),
        new Fixed("box", Setting.joined(box.x0(), box.x1(), box.y0(), box.y1())),
        hide(!ellipses, new Slide("level", "Level ε", level, 0.0005, 0.5, Scale.LOG)),
        hide(
            divergence,
            new Slide(
                "draws", "Labels drawn at each input", draws, 1, MOST_DRAWS, Scale.INTEGER_LOG)),
        hide(divergence, new Seed("seed", seed)),
        hide(
            !divergence || !plane,
            new Slide("angle", "Direction in degrees", angle, -180, 180, Scale.LINEAR)),
        hide(!divergence, new Slide("delta", "Distance δ", delta, -reach, reach, Scale.LINEAR)),
        new Fixed("reach", Setting.joined(reach)));
  }

  /** The families that can give the labels of the data. */
  private Setting family() {
    Map<Family, String> labels = new EnumMap<>(Family.class);
    labels.put(Family.GAUSSIAN, "Gaussian with mean z");
    labels.put(Family.BERNOULLI, "Bernoulli with log odds z");
    labels.put(Family.PROBABILITY, "Bernoulli with probability z");
    labels.put(Family.POISSON, "Poisson with mean exp z");
    labels.keySet().removeIf(family -> !admits(family, targets()));
    List<Choice.Option> options =
        labels.entrySet().stream()
            .map(each -> new Choice.Option(word(each.getKey()), each.getValue()))
            .toList();
    return hide(options.size() == 1, new Choice("family", "Label", word(model.family()), options));
  }

  private static String word(View view) {
    return view.name().toLowerCase(Locale.ROOT);
  }

  private static Setting hide(boolean hidden, Setting setting) {
    return hidden ? new Fixed(setting.name(), setting.value()) : setting;
  }

  @Override
  public int columns() {
    return view == View.ELLIPSES ? 2 : 1;
  }

  /** θ + δ·u along the chosen direction. */
  double[] moved(double distance) {
    double radians = Math.toRadians(angle);
    double[] point = at.clone();
    point[0] += distance * (at.length == 1 ? 1 : Math.cos(radians));
    if (at.length == 2) {
      point[1] += distance * Math.sin(radians);
    }
    return point;
  }

  /** ½δᵀFδ along the chosen direction. */
  double quadratic(double distance) {
    double[][] fisher = model.fisher(at);
    double[] step = moved(distance);
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      for (int j = 0; j < at.length; j++) {
        sum += (step[i] - at[i]) * fisher[i][j] * (step[j] - at[j]) / 2;
      }
    }
    return sum;
  }

  /** What is read from the pictures. */
  Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    entries(numbers, "fisher", model.fisher(at));
    entries(numbers, "sampled", model.sampledFisher(at, draws, seed));
    entries(numbers, "gauss_newton", model.gaussNewton(at));
    entries(numbers, "hessian", model.hessian(at));
    entries(numbers, "empirical", model.empiricalFisher(at));
    numbers.put("loss", model.value(at));
    numbers.put("deviation", model.traceDeviation(at) / Math.sqrt(draws));
    numbers.put("divergence", model.divergence(at, moved(delta)));
    numbers.put("reverse", model.divergence(moved(delta), at));
    numbers.put("quadratic", quadratic(delta));
    return numbers;
  }

  /** {@code name_11}, {@code name_12}, {@code name_22}. */
  private static void entries(Map<String, Double> numbers, String name, double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = i; j < matrix.length; j++) {
        numbers.put("%s_%d%d".formatted(name, i + 1, j + 1), matrix[i][j]);
      }
    }
  }

  @Override
  public Drawing draw(double width, String alternative) {
    FisherPicture picture = new FisherPicture(this, width, alternative);
    return switch (view) {
      case ELLIPSES -> picture.ellipses();
      case SAMPLES -> picture.samples();
      case DIVERGENCE -> picture.divergence();
    };
  }
}
