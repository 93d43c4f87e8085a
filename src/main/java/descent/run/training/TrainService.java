package descent.run.training;

import descent.run.BadQuery;
import descent.run.Cache;
import descent.run.Complaint;
import descent.run.Stop.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Starts trainings inside their limits, lets all of them take turns on the machine, frame by frame,
 * and keeps the last results. Thread-safe.
 */
public final class TrainService {
  private static final int KEPT = 64;
  private static final Set<Reason> PARTIAL = Set.of(Reason.BUDGET, Reason.CANCELLED);

  private final TrainCatalog catalog;
  private final Semaphore turns;

  /** Kilobytes for trainings that begin. */
  private final Semaphore room;

  private final Cache<TrainSpec, FutureTask<TrainResult>> results = new Cache<>(KEPT);
  private final Map<String, TrainSession> watched = new ConcurrentHashMap<>();

  /**
   * @param atOnce how many frames may be computed at the same time
   */
  public TrainService(TrainCatalog catalog, int atOnce) {
    this.catalog = catalog;
    turns = new Semaphore(atOnce, true);
    room = new Semaphore((int) (catalog.limits().bytes() >> 10));
  }

  /** What a specification may name. */
  public TrainCatalog catalog() {
    return catalog;
  }

  /**
   * Takes the room that the trainings of {@code spec} need, until it is closed.
   *
   * @throws BadQuery if too much is under way
   */
  public Ticket reserve(TrainSpec spec) {
    long bytes = Memory.of(spec, catalog.algebra(spec).precision());
    int taken = (int) Math.min(Integer.MAX_VALUE, (bytes >> 10) + 1);
    if (!room.tryAcquire(taken)) {
      throw busy(taken);
    }
    return new Ticket(spec, () -> room.release(taken));
  }

  /** Room for the trainings of a specification. */
  public record Ticket(TrainSpec spec, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
      release.run();
    }
  }

  /**
   * Trains while {@code audience} watches, who may pause and edit it as {@code name}.
   *
   * @param name chosen by the reader, hard to guess; empty for nobody
   */
  public TrainResult watch(Ticket ticket, String name, TrainAudience audience) {
    TrainSpec spec = ticket.spec();
    TrainSession session = new TrainSession(spec, catalog, turns);
    if (!name.isEmpty()) {
      watched.put(name, session);
    }
    try {
      TrainResult result = session.to(audience);
      keep(result);
      return result;
    } finally {
      watched.remove(name, session);
    }
  }

  private BadQuery busy(int taken) {
    String message =
        "Too many trainings are under way: %,d of %,d MB of memory are free, this needs %,d MB. Try again in a minute, or a smaller network."
            .formatted(
                room.availablePermits() >> 10, catalog.limits().bytes() >> 20, (taken >> 10) + 1);
    return new BadQuery(List.of(new Complaint("hidden", "", message)));
  }

  /** What the reader who chose {@code name} watches, while it goes on. */
  public Optional<TrainSession> session(String name) {
    return Optional.ofNullable(watched.get(name));
  }

  /** For all who ask for the same later; edits on the way are in the specification. */
  private void keep(TrainResult result) {
    if (isWhole(result)) {
      FutureTask<TrainResult> done = new FutureTask<>(() -> result);
      done.run();
      results.put(result.spec(), done);
    }
  }

  /** Whether another computation would give the same. */
  private static boolean isWhole(TrainResult result) {
    return result.curves().stream()
        .allMatch(
            curve -> curve.computed().note().isEmpty() && !PARTIAL.contains(curve.stop().reason()));
  }

  private TrainResult compute(TrainSpec spec, BooleanSupplier wanted) {
    try (Ticket ticket = reserve(spec)) {
      return watch(ticket, "", (moments, edits, progress) -> wanted.getAsBoolean());
    }
  }

  /** The whole trainings, computed once for equal specifications. */
  public TrainResult result(TrainSpec spec) {
    return result(spec, () -> true);
  }

  /**
   * The whole trainings, computed once for equal specifications while they are {@code wanted}.
   * Where another who asked for the same left them undone, they begin anew.
   *
   * @param wanted asked by the thread of this call alone
   */
  public TrainResult result(TrainSpec spec, BooleanSupplier wanted) {
    TrainResult result = shared(spec, wanted);
    while (isCancelled(result) && wanted.getAsBoolean()) {
      result = shared(spec, wanted);
    }
    return result;
  }

  private static boolean isCancelled(TrainResult result) {
    return result.curves().stream().anyMatch(c -> c.stop().reason() == Reason.CANCELLED);
  }

  private TrainResult shared(TrainSpec spec, BooleanSupplier wanted) {
    FutureTask<TrainResult> task =
        results.computeIfAbsent(spec, q -> new FutureTask<>(() -> compute(spec, wanted)));
    task.run();
    try {
      TrainResult result = task.get();
      if (!isWhole(result)) {
        results.remove(spec);
      }
      return result;
    } catch (ExecutionException e) {
      results.remove(spec);
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
