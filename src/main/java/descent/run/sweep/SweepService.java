package descent.run.sweep;

import descent.device.Card;
import descent.device.Device;
import descent.device.DeviceException;
import descent.device.Devices;
import descent.optimizer.RuleOptimizer;
import descent.run.BadQuery;
import descent.run.Cache;
import descent.run.Catalog;
import descent.run.Complaint;
import descent.run.Computed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Computes sweeps on a few worker threads, keeps the last results and compiled steps. Thread-safe.
 */
public final class SweepService implements AutoCloseable {
  private static final int CHUNK = 4096;
  private static final int RESULTS = 16;
  private static final int COARSEST = 16;
  private static final long ASK_MILLISECONDS = 20;

  private final Catalog catalog;
  private final ExecutorService workers;
  private final Cache<String, Cells> results = new Cache<>(RESULTS);
  private final Map<String, CountDownLatch> running = new ConcurrentHashMap<>();
  private final Steppers steppers = new Steppers();
  private final Devices devices;

  /**
   * @param threads workers on this processor
   * @param devices where else sweeps may be computed; stays open
   */
  public SweepService(Catalog catalog, int threads, Devices devices) {
    this.catalog = catalog;
    this.devices = devices;
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

  /** Where sweeps can be computed: the ids of devices with their names, the processor first. */
  public Map<String, String> devices() {
    return devices.names();
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
    long end = end();
    while (watched.getAsBoolean()) {
      Optional<Cells> known = results.get(query);
      if (known.isPresent()) {
        return known;
      }
      CountDownLatch mine = new CountDownLatch(1);
      CountDownLatch other = running.putIfAbsent(query, mine);
      if (other == null) {
        return lead(spec, query, mine, watched);
      }
      if (System.nanoTime() > end) {
        throw tooLong();
      }
      if (!pause(other)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Computes for all who asked for the same; if this one leaves, another goes on. */
  private Optional<Cells> lead(
      SweepSpec spec, String query, CountDownLatch mine, BooleanSupplier watched) {
    try {
      Optional<Cells> known = results.get(query);
      if (known.isPresent()) {
        return known;
      }
      Optional<Cells> computed = compute(spec, watched);
      computed
          .filter(cells -> cells.computed().note().isEmpty())
          .ifPresent(cells -> results.put(query, cells));
      return computed;
    } finally {
      running.remove(query);
      mine.countDown();
    }
  }

  private static boolean pause(CountDownLatch until) {
    try {
      until.await(ASK_MILLISECONDS, TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<Cells> compute(SweepSpec spec, BooleanSupplier watched) {
    long begun = System.nanoTime();
    double small = Small.norm(spec);
    int cells = spec.runs();
    Ends ends = new Ends(spec.problem().objective().dimension(), cells);
    Patience patience = new Patience(watched);
    Computed computed = onCard(spec, small, ends, patience);
    if (!computed.note().isEmpty()) {
      return cells(spec.on(Device.CPU), watched)
          .map(found -> found.of(spec, computed.in(found.computed().milliseconds())));
    }
    boolean done = Device.isCard(computed.device());
    Stepper stepper = done ? (from, to, all, stop) -> {} : steppers.of(spec, small);
    Reader reader = spec.measure().findsBasins() ? new Basins(spec, small) : values(spec, small);
    AtomicBoolean cancelled = new AtomicBoolean();
    List<Future<?>> chunks = new ArrayList<>();
    int size = spec.isElementwise() ? CHUNK : Math.max(1, CHUNK / 64);
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
    if (!await(chunks, patience, cancelled)) {
      return Optional.empty();
    }
    Cells read = reader.finish(ends);
    return Optional.of(read.of(spec, computed.in((System.nanoTime() - begun) / 1e6)));
  }

  private static Reader values(SweepSpec spec, double small) {
    ValueReader values = new ValueReader(spec, small, eigenvalues(spec));
    return spec.noise().isAbsent() ? values : new Bands(spec, values);
  }

  /** Steps all cells on the device that is asked for, if it is a card; says what was done. */
  private Computed onCard(SweepSpec spec, double small, Ends ends, Patience patience) {
    if (!Device.isCard(spec.device())) {
      return Computed.on(spec.device());
    }
    if (spec.measure() == Measure.THEORY
        || !spec.noise().isAbsent()
        || !(spec.entrant().optimizer() instanceof RuleOptimizer optimizer)) {
      return Computed.instead("Devices step elementwise rules without noise only.");
    }
    try {
      Card card = devices.card(spec.device());
      Steppers.on(card, spec, optimizer, small).run(0, ends.cells(), ends, stop(patience));
      return Computed.on(spec.device());
    } catch (DeviceException failed) {
      return Computed.instead(failed.reason());
    }
  }

  /** Counts the time from the first step on, not that of the device's compiler. */
  private BooleanSupplier stop(Patience patience) {
    AtomicLong end = new AtomicLong();
    return () -> {
      end.compareAndSet(0, end());
      if (System.nanoTime() > end.get()) {
        throw tooLong();
      }
      return patience.isOver();
    };
  }

  private long end() {
    return System.nanoTime() + catalog.limits().time().toNanos();
  }

  private boolean await(List<Future<?>> chunks, Patience patience, AtomicBoolean cancelled) {
    long end = end();
    try {
      for (Future<?> chunk : chunks) {
        boolean done;
        do {
          done = isDone(chunk);
          if (System.nanoTime() > end) {
            throw tooLong();
          }
          if (patience.isOver()) {
            return false;
          }
        } while (!done);
      }
      return !patience.isOver();
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

  private static double[] eigenvalues(SweepSpec spec) {
    return spec.measure() == Measure.THEORY ? Overlay.curvature(spec).eigenvalues() : new double[0];
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
