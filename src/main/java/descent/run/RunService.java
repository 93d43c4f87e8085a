package descent.run;

import descent.run.Stop.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Starts runs inside their limits and keeps the last results; the only place with a clock, a limit
 * and a cache. Thread-safe.
 */
public final class RunService {
  private static final int KEPT = 64;

  private final Catalog catalog;
  private final Cache<String, Result> results = new Cache<>(KEPT);

  public RunService(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What a specification may name. */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * The runs of the specification's optimizers, in order; together they may take the time limit,
   * counted from now.
   *
   * @throws BadQuery if an optimizer needs what the objective lacks
   */
  public List<Run> start(RunSpec spec) {
    Budget budget = budget();
    List<Run> runs = spec.entrants().stream().map(e -> new Run(spec, e, budget)).toList();
    runs.forEach(RunService::tryFirstStep);
    return runs;
  }

  private static void tryFirstStep(Run run) {
    try {
      run.iterator().next();
    } catch (IllegalArgumentException e) {
      String wire = run.entrant().wire();
      throw new BadQuery(List.of(new Complaint("optimizer", wire, String.valueOf(e.getMessage()))));
    }
  }

  /**
   * The same, to be watched while it is computed.
   *
   * @throws BadQuery if an optimizer needs what the objective lacks
   */
  public Broadcast broadcast(RunSpec spec) {
    return new Broadcast(spec, start(spec));
  }

  /**
   * The whole run, computed once for equal specifications, of which one may know a minimum of its
   * problem and the other not.
   */
  public Result result(RunSpec spec) {
    String query = spec.query();
    return results
        .get(query)
        .map(known -> new Result(spec, known.paths()))
        .orElseGet(() -> compute(query, spec));
  }

  private Result compute(String query, RunSpec spec) {
    Result result = new Result(spec, start(spec).stream().map(Run::path).toList());
    if (result.paths().stream().noneMatch(path -> path.stop().reason() == Reason.BUDGET)) {
      results.put(query, result);
    }
    return result;
  }

  private Budget budget() {
    long seconds = catalog.limits().time().toSeconds();
    long end = System.nanoTime() + catalog.limits().time().toNanos();
    return step ->
        System.nanoTime() < end ? Optional.empty() : Optional.of(Stops.budget(step, seconds));
  }
}
