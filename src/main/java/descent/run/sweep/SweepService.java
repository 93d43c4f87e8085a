package descent.run.sweep;

import descent.expr.Kernel;
import descent.objective.Box;
import descent.objective.Formula;
import descent.optimizer.Rule;
import descent.optimizer.RuleOptimizer;
import descent.run.BadQuery;
import descent.run.Cache;
import descent.run.Catalog;
import descent.run.Complaint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Computes sweeps on a few worker threads, keeps the last results and compiled steps. Thread-safe.
 */
public final class SweepService implements AutoCloseable {
  private static final int CHUNK = 4096;
  private static final int RESULTS = 16;
  private static final int KERNELS = 32;
  private static final int COARSEST = 16;
  private static final long ASK_MILLISECONDS = 20;
  private static final double SETTLED = 1e-4;
  private static final double ROUNDING = 1e-10;

  private final Catalog catalog;
  private final ExecutorService workers;
  private final Cache<String, Cells> results = new Cache<>(RESULTS);
  private final Cache<RuleKey, Compiled> kernels = new Cache<>(KERNELS);

  private record RuleKey(String objective, Rule rule, List<String> swept, boolean counted) {}

  private record Compiled(RuleProgram program, Kernel<?> kernel) {}

  public SweepService(Catalog catalog, int threads) {
    this.catalog = catalog;
    workers =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "sweep");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** What a specification may name. */
  public Catalog catalog() {
    return catalog;
  }

  /** The resolutions at which a sweep is shown one after the other, the last one its own. */
  public static List<Integer> resolutions(int finest) {
    List<Integer> resolutions = new ArrayList<>();
    for (int cells = COARSEST; cells < finest; cells *= 4) {
      resolutions.add(cells);
    }
    resolutions.add(finest);
    return resolutions;
  }

  /**
   * The whole sweep, computed once for equal specifications.
   *
   * @param watched asked now and then; once false, nobody waits and the workers are free
   * @return nothing if nobody waited
   * @throws BadQuery if it takes longer than the time limit
   */
  public Optional<Cells> cells(SweepSpec spec, BooleanSupplier watched) {
    String query = spec.query();
    Optional<Cells> known = results.get(query);
    if (known.isPresent()) {
      return known;
    }
    Optional<Cells> computed = compute(spec, watched);
    computed.ifPresent(cells -> results.put(query, cells));
    return computed;
  }

  private Optional<Cells> compute(SweepSpec spec, BooleanSupplier watched) {
    double small = small(spec);
    Stepper stepper = stepper(spec, small);
    Reader reader =
        spec.measure() == Measure.BASIN
            ? new Basins(spec, small)
            : new ValueReader(spec, small, eigenvalues(spec));
    int cells = spec.columns() * spec.rows();
    Ends ends = new Ends(spec.problem().objective().dimension(), cells);
    AtomicBoolean cancelled = new AtomicBoolean();
    List<Future<?>> chunks = new ArrayList<>();
    int size = Stepper.isElementwise(spec.entrant()) ? CHUNK : Math.max(1, CHUNK / 64);
    for (int from = 0; from < cells; from += size) {
      int begin = from;
      int end = Math.min(cells, from + size);
      chunks.add(
          workers.submit(
              () -> {
                if (!cancelled.get()) {
                  stepper.run(begin, end, ends, cancelled::get);
                  reader.read(begin, end, ends);
                }
              }));
    }
    return await(chunks, watched, cancelled) ? Optional.of(reader.finish(ends)) : Optional.empty();
  }

  private boolean await(List<Future<?>> chunks, BooleanSupplier watched, AtomicBoolean cancelled) {
    long end = System.nanoTime() + catalog.limits().time().toNanos();
    try {
      long asked = System.nanoTime();
      for (Future<?> chunk : chunks) {
        boolean done;
        do {
          done = isDone(chunk);
          long now = System.nanoTime();
          if (now > end) {
            throw tooLong();
          }
          if (now - asked > TimeUnit.MILLISECONDS.toNanos(ASK_MILLISECONDS)) {
            asked = now;
            if (!watched.getAsBoolean()) {
              return false;
            }
          }
        } while (!done);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      cancelled.set(true);
    }
  }

  private static boolean isDone(Future<?> chunk) throws InterruptedException {
    try {
      chunk.get(ASK_MILLISECONDS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private BadQuery tooLong() {
    String message =
        "The sweep reached the %d s limit. Fewer steps or a lower resolution would be right."
            .formatted(catalog.limits().time().toSeconds());
    return new BadQuery(List.of(new Complaint("steps", "", message)));
  }

  private Stepper stepper(SweepSpec spec, double small) {
    if (spec.measure() == Measure.THEORY) {
      return (from, to, ends, cancelled) -> {};
    }
    if (!(spec.entrant().optimizer() instanceof RuleOptimizer optimizer)) {
      return new RunStepper(spec, small);
    }
    Rule rule = rule(optimizer, spec);
    boolean counted = spec.measure() != Measure.LOSS;
    List<String> swept =
        spec.overStarts() ? List.of() : spec.axes().stream().map(Axis::name).toList();
    Formula objective = spec.problem().objective();
    RuleKey key = new RuleKey(objective.text() + objective.parameters(), rule, swept, counted);
    Compiled compiled =
        kernels
            .get(key)
            .orElseGet(
                () -> {
                  RuleProgram program = new RuleProgram(objective, rule, swept, counted);
                  var source = program.program(spec.entrant().hyperparameters());
                  Kernel<?> kernel = spec.overStarts() ? source.floats() : source.doubles();
                  Compiled made = new Compiled(program, kernel);
                  kernels.put(key, made);
                  return made;
                });
    return new RuleStepper(spec, compiled.program(), compiled.kernel(), small);
  }

  /** The rule where what is swept is not switched off by its present value. */
  private static Rule rule(RuleOptimizer optimizer, SweepSpec spec) {
    var hyperparameters = spec.entrant().hyperparameters();
    if (!spec.overStarts()) {
      for (Axis axis : spec.axes()) {
        hyperparameters = hyperparameters.with(axis.name(), axis.centre(0, spec.resolution()));
      }
    }
    return optimizer.rule(hyperparameters);
  }

  /** The norm under which a gradient counts as small. */
  private static double small(SweepSpec spec) {
    Formula objective = spec.problem().objective();
    if (!spec.overStarts()) {
      return ROUNDING * objective.at(spec.start()).gradientNorm();
    }
    Box box = spec.box();
    int n = 17;
    double[] norms = new double[n * n];
    for (int cell = 0; cell < norms.length; cell++) {
      double x = box.x0() + (box.x1() - box.x0()) * (cell % n) / (n - 1);
      double y = box.y0() + (box.y1() - box.y0()) * (cell / n) / (n - 1);
      norms[cell] =
          objective
              .at(objective.dimension() == 1 ? new double[] {x} : new double[] {x, y})
              .gradientNorm();
    }
    double[] sorted = Arrays.stream(norms).filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0 ? 0 : SETTLED * sorted[sorted.length / 2];
  }

  private static double[] eigenvalues(SweepSpec spec) {
    return spec.measure() == Measure.THEORY ? Overlay.curvature(spec).eigenvalues() : new double[0];
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
