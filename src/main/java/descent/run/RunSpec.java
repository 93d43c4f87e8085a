package descent.run;

import descent.objective.Formula;
import descent.objective.NoisyGradient;
import descent.objective.Problem;
import descent.objective.TwiceDifferentiable;
import descent.optimizer.OptimizerSpec;
import java.util.List;
import java.util.Map;

/**
 * All that determines a run; two are equal when their {@linkplain #query queries} are.
 *
 * @param problem named, or typed: then its name is the expression
 * @param start where every optimizer begins, n coordinates; never written
 * @param steps updates of each optimizer
 * @param every how many updates lie between two frames
 * @param entrants one to {@link Limits#entrants} optimizers
 * @param noise standard deviation of what is added to each coordinate of the gradient
 * @param seed of everything random
 * @param device where it is computed
 * @param precision of its numbers
 */
public record RunSpec(
    Problem problem,
    double[] start,
    int steps,
    int every,
    List<OptimizerSpec> entrants,
    double noise,
    long seed,
    String device,
    String precision) {
  /** The largest noise that may be asked for. */
  public static final double LARGEST_NOISE = 1e6;

  private static final int DEFAULT_STEPS = 100;

  public RunSpec {
    entrants = List.copyOf(entrants);
  }

  /** One optimizer without noise, every step a frame. */
  public static RunSpec of(Problem problem, double[] start, int steps, OptimizerSpec entrant) {
    return new RunSpec(problem, start, steps, 1, List.of(entrant), 0, 0, "cpu", "double");
  }

  /**
   * The specification that a query writes; absent keys take their defaults.
   *
   * @throws BadQuery with everything that is wrong
   */
  public static RunSpec decode(Map<String, List<String>> query, Catalog catalog) {
    Query keys = new Query(query);
    return decode(keys, catalog);
  }

  /** As {@link #decode(Map, Catalog)}; keys asked for before are nobody's mistake. */
  public static RunSpec decode(Query query, Catalog catalog) {
    Limits limits = catalog.limits();
    Problem problem = catalog.problem(query);
    double[] start = query.numbers("start", problem.start(), problem.objective().dimension());
    int steps = (int) query.whole("steps", DEFAULT_STEPS, 0, limits.steps());
    int every = every(query, steps, limits);
    List<OptimizerSpec> entrants = catalog.entrants(query);
    double noise = query.number("noise", 0, 0, LARGEST_NOISE);
    long seed = query.whole("seed", 0, 0, Integer.MAX_VALUE);
    String device = query.word("device", "cpu", List.of("cpu"));
    String precision = query.word("precision", "double", List.of("double"));
    query.finish();
    return new RunSpec(problem, start, steps, every, entrants, noise, seed, device, precision);
  }

  /** What is minimised, as the optimizers see it. */
  TwiceDifferentiable objective() {
    Formula exact = problem.objective();
    return noise == 0 ? exact : new NoisyGradient(exact, noise, seed);
  }

  private static int every(Query query, int steps, Limits limits) {
    long every = query.whole("every", limits.every(steps), 1, limits.steps());
    if (steps / every >= limits.frames()) {
      query.complain(
          "every",
          Long.toString(every),
          "%d steps would make %d frames; at most %d are allowed, so %d or more would be right."
              .formatted(
                  steps, steps / every + 1, limits.frames(), steps / (limits.frames() - 1) + 1));
    }
    return (int) every;
  }

  /** The canonical query: every key in order, every default written out. */
  public String query() {
    QueryText text =
        new QueryText()
            .problem(problem)
            .add("start", start)
            .add("steps", Integer.toString(steps))
            .add("every", Integer.toString(every));
    entrants.forEach(entrant -> text.add("optimizer", entrant.wire()));
    return text.add("noise", noise)
        .add("seed", Long.toString(seed))
        .add("device", device)
        .add("precision", precision)
        .toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RunSpec spec && spec.query().equals(query());
  }

  @Override
  public int hashCode() {
    return query().hashCode();
  }

  @Override
  public String toString() {
    return query();
  }
}
