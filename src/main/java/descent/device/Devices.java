package descent.device;

import descent.linalg.Algebras;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The devices of this machine, looked for when first asked; thread-safe. Without OpenCL there are
 * the processor and the reference, and a sentence that says why.
 */
public final class Devices implements AutoCloseable {
  private static final int UNITS = Runtime.getRuntime().availableProcessors();

  private final Map<String, Rates> rates = new ConcurrentHashMap<>();
  private final Map<String, FutureTask<Roofline>> rooflines = new ConcurrentHashMap<>();
  private final Supplier<Algebras> algebras;
  private List<Card> cards = List.of();
  private String check = "";

  /** Devices whose processor computes with kernels of its own. */
  public Devices() {
    this(Algebras.onDemand());
  }

  /** Devices whose processor computes with {@code algebras}. */
  public Devices(Supplier<Algebras> algebras) {
    this.algebras = algebras;
  }

  /** Every device, the processor first. */
  public List<Device> all() {
    List<Device> all = new ArrayList<>();
    String name = processor();
    all.add(
        new Device(
            Device.CPU, name, 0, UNITS, true, "compiled loops and OpenBLAS, measured on one core"));
    all.add(new Device(Device.REFERENCE, name, 0, 1, true, "plain double code and EJML"));
    cards().forEach(card -> all.add(card.device()));
    return List.copyOf(all);
  }

  /** Where figures can be computed: ids with their names, the processor first. */
  public Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(Device.CPU, "processor");
    names.put(Device.REFERENCE, "reference");
    cards().forEach(card -> names.put(card.device().id(), card.device().name()));
    return names;
  }

  /** The processor's name where Linux tells it, else its kind. */
  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException | UncheckedIOException none) {
      return System.getProperty("os.arch");
    }
  }

  /**
   * How fast a device is: measured when first asked, which takes a second.
   *
   * @throws DeviceException if there is no such device, or it fails
   */
  public Rates rates(String id) {
    return rates.computeIfAbsent(
        id,
        place ->
            switch (place) {
              case Device.CPU -> Meter.of(algebras.get().fast());
              case Device.REFERENCE -> Meter.of(algebras.get().reference());
              default -> Meter.of(card(place));
            });
  }

  /**
   * The roofline of the processor or a card, if it is known; else it is measured meanwhile, once.
   *
   * @throws DeviceException if there is no such device, or it failed
   */
  public Optional<Roofline> knownRoofline(String id) {
    FutureTask<Roofline> task = measuring(id);
    return task.isDone() ? Optional.of(roofline(id)) : Optional.empty();
  }

  /**
   * The same, waiting some seconds where it is being measured.
   *
   * @throws DeviceException if there is no such device, or it failed
   */
  public Roofline roofline(String id) {
    try {
      return measuring(id).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof DeviceException failed ? failed : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException("Nobody waits for the measurement of %s.".formatted(id));
    }
  }

  /** Forgets a measured roofline, so that it is measured anew; one that is under way goes on. */
  public void forgetRoofline(String id) {
    rooflines.computeIfPresent(id, (known, task) -> task.isDone() ? null : task);
  }

  private FutureTask<Roofline> measuring(String id) {
    if (!id.equals(Device.CPU)) {
      card(id);
    }
    FutureTask<Roofline> mine = new FutureTask<>(() -> measure(id));
    FutureTask<Roofline> task = Optional.ofNullable(rooflines.putIfAbsent(id, mine)).orElse(mine);
    if (task == mine) {
      Thread thread = new Thread(mine, "roofline " + id);
      thread.setDaemon(true);
      thread.start();
    }
    return task;
  }

  private Roofline measure(String id) {
    Trials trials =
        id.equals(Device.CPU) ? new ProcessorTrials(algebras.get().fast()) : Trials.of(card(id));
    return Roofline.of(rates(id), trials);
  }

  /** The OpenCL devices, in the order of their ids. */
  public synchronized List<Card> cards() {
    if (check.isEmpty()) {
      Platforms found = Platforms.find();
      cards = found.cards();
      check = found.check();
    }
    return cards;
  }

  /** One sentence: how many OpenCL devices there are, or why there is none. */
  public String check() {
    cards();
    return check;
  }

  /**
   * The OpenCL device written {@code id}, ready to work.
   *
   * @throws DeviceException if there is none or it has failed, saying why
   */
  public Card card(String id) {
    Optional<Card> found = cards().stream().filter(c -> c.device().id().equals(id)).findFirst();
    Card card =
        found.orElseThrow(
            () -> new DeviceException("There is no %s here (%s).".formatted(id, check)));
    card.checkAlive();
    return card;
  }

  @Override
  public synchronized void close() {
    cards.forEach(Card::close);
  }
}
