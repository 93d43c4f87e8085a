package descent.run.sweep;

import descent.device.Device;
import descent.expr.Precision;
import descent.objective.Box;
import descent.objective.Problem;
import descent.optimizer.Hyperparameter;
import descent.optimizer.OptimizerSpec;
import descent.run.Catalog;
import descent.run.Query;
import descent.run.QueryText;
import descent.run.Theory;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All that determines a sweep; two are equal when their {@linkplain #query queries} are.
 *
 * @param problem whose objective is minimised
 * @param entrant the optimizer; the values of swept hyperparameters are not used
 * @param start where every run begins, unless starts are swept; never written
 * @param steps updates of each run
 * @param axes one or two; the first runs along rows
 * @param overStarts whether the axes are coordinates of the start, not hyperparameters
 * @param measure what is shown of each run
 * @param resolution cells along each axis
 * @param device where it is computed
 * @param precision of the numbers of elementwise rules
 * @param noise on the gradients, and how often each run is made; over one hyperparameter only
 */
public record SweepSpec(
    Problem problem,
    OptimizerSpec entrant,
    double[] start,
    int steps,
    List<Axis> axes,
    boolean overStarts,
    Measure measure,
    int resolution,
    String device,
    Precision precision,
    Noise noise) {
  private static final int DEFAULT_STEPS = 200;
  private static final int DEFAULT_CELLS = 16_384;
  private static final int MOST_ALONG_A_LINE = 512;

  public SweepSpec {
    axes = List.copyOf(axes);
  }

  /**
   * The specification that a query writes.
   *
   * @throws descent.run.BadQuery with everything that is wrong
   */
  public static SweepSpec decode(Map<String, List<String>> query, Catalog catalog) {
    return decode(new Query(query), catalog);
  }

  /** As {@link #decode(Map, Catalog)}; keys asked for before are nobody's mistake. */
  public static SweepSpec decode(Query query, Catalog catalog) {
    Problem problem = catalog.problem(query);
    List<OptimizerSpec> entrants = catalog.entrants(query);
    if (entrants.size() > 1) {
      query.complain("optimizer", "", "A sweep takes one optimizer, got " + entrants.size() + ".");
    }
    String over = query.text("over", "start");
    boolean overStarts = over.equals("start");
    double[] start = query.numbers("start", problem.start(), problem.objective().dimension());
    int steps = (int) query.whole("steps", DEFAULT_STEPS, 1, catalog.limits().steps());
    Noise noise = Noise.of(query);
    int absent =
        entrants.isEmpty()
            ? 1
            : usual(catalog, entrants.get(0), sides(over, problem), steps, noise);
    int resolution = (int) query.whole("resolution", absent, 1, catalog.limits().resolution());
    Measure measure = measure(query, overStarts);
    String device = query.device();
    String usual = overStarts && !device.equals(Device.REFERENCE) ? "single" : "double";
    String precision = query.word("precision", usual, List.of("single", "double"));
    Axes axes = new Axes(query, problem);
    List<Axis> sides =
        overStarts
            ? axes.coordinates()
            : entrants.isEmpty()
                ? List.of()
                : axes.hyperparameters(over, entrants.get(0), resolution);
    if (!entrants.isEmpty() && !sides.isEmpty()) {
      boolean elementwise =
          Stepper.isElementwise(entrants.get(0))
              && noise.isAbsent()
              && !device.equals(Device.REFERENCE);
      long most = catalog.limits().updates(elementwise);
      budget(query, most, entrants.get(0), sides.size(), resolution, steps, noise.seeds());
    }
    if (!noise.isAbsent() && (overStarts || sides.size() != 1 || measure != Measure.LOSS)) {
      query.complain(
          "noise",
          Double.toString(noise.deviation()),
          "Noise and seeds are for the loss over one hyperparameter.");
    }
    query.finish();
    SweepSpec spec =
        new SweepSpec(
            problem,
            entrants.get(0),
            start,
            steps,
            sides,
            overStarts,
            measure,
            resolution,
            device,
            precision.equals("single") ? Precision.SINGLE : Precision.DOUBLE,
            noise);
    if (measure == Measure.THEORY) {
      theory(query, spec);
      query.finish();
    }
    return spec;
  }

  /** The hyperparameters of an optimizer that can be an axis. */
  public static List<Hyperparameter> sweepable(OptimizerSpec entrant) {
    return entrant.optimizer().hyperparameters().stream().filter(Axes::slides).toList();
  }

  private static int sides(String over, Problem problem) {
    return over.equals("start") ? problem.objective().dimension() : over.split(",", -1).length;
  }

  /** The finest resolution that needs no patience and no more than the budget. */
  private static int usual(
      Catalog catalog, OptimizerSpec entrant, int axes, int steps, Noise noise) {
    boolean elementwise = Stepper.isElementwise(entrant) && noise.isAbsent();
    long most = catalog.limits().updates(elementwise) / steps / noise.seeds();
    long cells = Math.max(1, Math.min(most, axes == 1 ? MOST_ALONG_A_LINE : DEFAULT_CELLS));
    return (int) Math.floor(Math.pow(cells, 1.0 / axes) + 1e-9);
  }

  private static Measure measure(Query query, boolean overStarts) {
    List<Measure> known = Measure.of(overStarts);
    List<String> words = known.stream().map(Measure::wire).toList();
    return known.get(words.indexOf(query.word("measure", words.get(0), words)));
  }

  private static void theory(Query query, SweepSpec spec) {
    if (Theory.of(spec.entrant).isEmpty()) {
      query.complain(
          "measure", "theory", "Theory is known for gd, momentum and nesterov without dampening.");
    } else if (!Overlay.isValley(spec)) {
      query.complain("measure", "theory", "Theory needs a minimum with positive curvature.");
    }
  }

  private static void budget(
      Query query,
      long most,
      OptimizerSpec entrant,
      int axes,
      int resolution,
      int steps,
      int seeds) {
    long cells = (long) Math.pow(resolution, axes);
    long ofOne = (long) steps * seeds;
    if (cells * ofOne > most) {
      String run =
          "%,d steps".formatted(steps) + (seeds == 1 ? "" : " with %d seeds".formatted(seeds));
      query.complain(
          "resolution",
          Integer.toString(resolution),
          String.format(
              Locale.ROOT,
              "%,d cells of %s are %,d updates; at most %,d are allowed for %s: at %s, resolution %d.",
              cells,
              run,
              cells * ofOne,
              most,
              entrant.optimizer().name(),
              run,
              (int) Math.pow((double) most / ofOne, 1.0 / axes)));
    }
  }

  /** Whether all runs can be stepped at once. */
  public boolean isElementwise() {
    return Stepper.isElementwise(entrant) && noise.isAbsent();
  }

  /** Cells along the first axis. */
  public int columns() {
    return resolution;
  }

  /** Cells along the second axis; 1 if there is none. */
  public int rows() {
    return axes.size() == 1 ? 1 : resolution;
  }

  /** How many runs it takes. */
  int runs() {
    return columns() * rows() * noise.seeds();
  }

  /** The same sweep in coarser or finer cells. */
  public SweepSpec at(int cells) {
    return with(cells, device);
  }

  /** The same sweep on another device. */
  SweepSpec on(String other) {
    return with(resolution, other);
  }

  private SweepSpec with(int cells, String place) {
    return new SweepSpec(
        problem, entrant, start, steps, axes, overStarts, measure, cells, place, precision, noise);
  }

  /** The box of the axes, where the second is absent from 0 to 1. */
  public Box box() {
    Axis x = axes.get(0);
    return axes.size() == 1
        ? new Box(x.low(), x.high(), 0, 1)
        : new Box(x.low(), x.high(), axes.get(1).low(), axes.get(1).high());
  }

  /** The canonical query: every key in order, every default written out. */
  public String query() {
    boolean linear = axes.stream().noneMatch(Axis::logarithmic);
    String over = overStarts ? "start" : String.join(",", axes.stream().map(Axis::name).toList());
    return new QueryText()
        .problem(problem)
        .add("start", start)
        .add("steps", Integer.toString(steps))
        .add("optimizer", entrant.wire())
        .add("over", over)
        .add("box", box().x0(), box().x1(), box().y0(), box().y1())
        .add("scale", linear ? "linear" : "log")
        .add("measure", measure.wire())
        .add("resolution", Integer.toString(resolution))
        .add("device", device)
        .add("precision", precision.name().toLowerCase(Locale.ROOT))
        .add("noise", noise.deviation())
        .add("seeds", Integer.toString(noise.seeds()))
        .toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SweepSpec spec && spec.query().equals(query());
  }

  @Override
  public int hashCode() {
    return query().hashCode();
  }
}
