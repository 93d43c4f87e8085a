package descent.content.exhibit;

import descent.content.exhibit.Setting.Fixed;
import descent.content.exhibit.Setting.Point;
import descent.content.exhibit.Setting.Scale;
import descent.content.exhibit.Setting.Slide;
import descent.model.Normal;
import descent.model.NormalCoordinates;
import descent.model.NormalFit;
import descent.objective.Box;
import descent.run.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ```{manifold}}: normal distributions as points of a half-plane: their distances, their
 * neighbours by two rulers, or the paths on which one is fitted.
 *
 * @param start an end of the geodesic, the centre of the balls, or where the fits begin
 * @param end the other end of the geodesic
 * @param level KL of the balls
 * @param radius of the Euclidean balls
 * @param fit what is fitted
 */
public record ManifoldExhibit(
    View view,
    Normal start,
    Normal end,
    double level,
    double radius,
    NormalFit fit,
    double gradientRate,
    double naturalRate,
    int steps,
    Box box)
    implements Exhibit {
  private static final List<String> VIEWS = List.of("geodesic", "balls", "fit");
  private static final double LEAST = 0.02;

  /** What is shown. */
  enum View {
    GEODESIC,
    BALLS,
    FIT
  }

  /** Two distributions apart in their means. */
  public static ManifoldExhibit plain() {
    return new ManifoldExhibit(
        View.GEODESIC,
        new Normal(-2, 0.5),
        new Normal(2, 0.5),
        0.1,
        0.25,
        new NormalFit(2, 0.25),
        0.05,
        0.1,
        40,
        new Box(-3, 3, 0, 3));
  }

  @Override
  public String name() {
    return "manifold";
  }

  @Override
  public String doc() {
    return """
    Shows normal distributions as points (μ, σ). `view: geodesic` draws the shortest path of the \
    Fisher metric between `start` and `end`, both to be dragged, beside the straight one, and \
    balls of KL divergence `level` at several σ. `view: balls` draws those balls beside Euclidean \
    ones of `radius`, and compares both at `start`. `view: fit` fits data with `mean` and `variance` \
    from `start` by gradient descent and by natural gradient descent, in four ways to write a \
    normal distribution; `gradient_rate`, `natural_rate` and `steps` make the paths.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{manifold}
    id: halfplane
    start: [-2, 0.5]
    end: [2, 0.5]
    alt: A half-plane of normal distributions with a tall arch between two points.
    ```
    """;
  }

  @Override
  public ManifoldExhibit with(Query query) {
    String word = query.word("view", word(view), VIEWS);
    View next = View.valueOf(word.toUpperCase(Locale.ROOT));
    boolean fits = next == View.FIT && view != View.FIT;
    boolean kept = next == view || next == View.GEODESIC;
    Normal absent = kept ? start : new Normal(0, fits ? 1.5 : 0.5);
    Normal from = normal(query, "start", absent);
    return new ManifoldExhibit(
        next,
        from,
        normal(query, "end", end),
        query.number("level", level, 0.001, 2),
        query.number("radius", radius, 0.01, 1),
        new NormalFit(
            query.number("mean", fit.mean(), -100, 100),
            query.number("variance", fit.variance(), 1e-4, 1e4)),
        query.number("gradient_rate", gradientRate, 1e-4, 2),
        query.number("natural_rate", naturalRate, 1e-4, 2),
        (int) query.whole("steps", steps, 1, 500),
        query.box("box", fits ? new Box(-1, 3, 0, 2.5) : box));
  }

  private static Normal normal(Query query, String key, Normal absent) {
    double[] point = query.numbers(key, new double[] {absent.mean(), absent.deviation()}, 2);
    if (Math.abs(point[0]) <= 1000 && point[1] >= LEAST && point[1] <= 1000) {
      return new Normal(point[0], point[1]);
    }
    query.complain(
        key,
        Setting.joined(point),
        "The mean is from −1000 to 1000 and the deviation from %s to 1000.".formatted(LEAST));
    return absent;
  }

  private static String word(View view) {
    return view.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Setting> settings() {
    boolean fits = view == View.FIT;
    boolean balls = view == View.BALLS;
    String first = fits ? "Start (μ, σ)" : balls ? "Centre (μ, σ)" : "One end (μ, σ)";
    return List.of(
        new Fixed("view", word(view)),
        point("start", first, start),
        shown(view == View.GEODESIC, point("end", "Other end (μ, σ)", end)),
        shown(!fits, new Slide("level", "KL of the balls", level, 0.005, 1, Scale.LOG)),
        shown(balls, new Slide("radius", "Radius of the circles", radius, 0.02, 1, Scale.LOG)),
        shown(
            fits, new Slide("gradient_rate", "Rate, gradient", gradientRate, 0.001, 1, Scale.LOG)),
        shown(
            fits,
            new Slide("natural_rate", "Rate, natural gradient", naturalRate, 0.001, 1, Scale.LOG)),
        shown(fits, new Slide("steps", "Steps", steps, 1, 200, Scale.INTEGER)),
        shown(fits, new Slide("mean", "Mean of the data", fit.mean(), -2, 3, Scale.LINEAR)),
        shown(
            fits,
            new Slide("variance", "Variance of the data", fit.variance(), 0.05, 4, Scale.LOG)),
        new Fixed("box", Setting.joined(box.x0(), box.x1(), box.y0(), box.y1())));
  }

  private Point point(String name, String words, Normal at) {
    return new Point(
        name,
        words,
        new double[] {at.mean(), at.deviation()},
        new double[] {box.x0(), Math.max(box.y0(), LEAST)},
        new double[] {box.x1(), box.y1()});
  }

  private static Setting shown(boolean shown, Setting setting) {
    return shown ? setting : new Fixed(setting.name(), setting.value());
  }

  @Override
  public int columns() {
    return 2;
  }

  double[][] path(NormalCoordinates coordinates, boolean natural) {
    return fit.path(coordinates, natural, start, natural ? naturalRate : gradientRate, steps);
  }

  /** The rightmost point of the circle around the centre. */
  Normal right() {
    return new Normal(start.mean() + radius, start.deviation());
  }

  /** The uppermost point of the circle around the centre. */
  Normal up() {
    return new Normal(start.mean(), start.deviation() + radius);
  }

  /** What is read from the pictures. */
  Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    if (view == View.GEODESIC) {
      numbers.put("distance", start.distance(end));
      numbers.put("straight", start.straightLength(end));
      numbers.put("apex", start.apex(end));
      numbers.put("divergence", start.divergence(end));
      numbers.put("reverse", end.divergence(start));
      return numbers;
    }
    if (view == View.BALLS) {
      numbers.put("right", start.divergence(right()));
      numbers.put("up", start.divergence(up()));
      numbers.put("shift", start.deviation() * Math.sqrt(2 * level));
      return numbers;
    }
    for (NormalCoordinates coordinates : NormalCoordinates.values()) {
      for (boolean natural : new boolean[] {false, true}) {
        double[][] path = path(coordinates, natural);
        String name =
            (natural ? "natural_" : "gradient_") + coordinates.name().toLowerCase(Locale.ROOT);
        numbers.put(name + "_mean", path[0][steps]);
        numbers.put(name + "_deviation", path[1][steps]);
      }
    }
    return numbers;
  }

  @Override
  public Drawing draw(double width, String alternative) {
    ManifoldPicture picture = new ManifoldPicture(this, width, alternative);
    return switch (view) {
      case GEODESIC -> picture.geodesic();
      case BALLS -> picture.balls();
      case FIT -> picture.fits();
    };
  }
}
