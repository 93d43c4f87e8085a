package descent.run.training;

import descent.device.Device;
import descent.linalg.Activation;
import descent.model.Likelihood;
import descent.model.Network;
import descent.optimizer.Optimizer;
import descent.optimizer.OptimizerSpec;
import descent.run.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Reads a {@link TrainSpec} from its query, key by key. */
final class TrainReader {
  private static final int DEFAULT_STEPS = 300;
  private static final int DEFAULT_BATCH = 128;
  private static final List<String> SWITCH = List.of("0", "1");
  private static final List<String> PRECISIONS = List.of("single", "double");
  private static final List<String> ACTIVATIONS =
      Arrays.stream(Activation.values()).map(a -> a.name().toLowerCase(Locale.ROOT)).toList();

  private final Query query;
  private final TrainCatalog catalog;
  private final LessonTable.Shelf tables;
  private final TrainLimits limits;

  TrainReader(Query query, TrainCatalog catalog, LessonTable.Shelf tables) {
    this.query = query;
    this.catalog = catalog;
    this.tables = tables;
    limits = catalog.limits();
  }

  TrainSpec read() {
    TrainData data = new DataReader(query, catalog, tables).read();
    Network network = network(data);
    int batch = batch(data);
    int steps = steps(data, batch);
    int every = every(steps);
    List<OptimizerSpec> entrants = entrants();
    List<Edit> edits = edits(entrants, steps);
    long seed = query.whole("seed", 0, 0, Integer.MAX_VALUE);
    String device = query.device();
    String precision = precision(device);
    entrants.forEach(entrant -> checkMatrix(network, entrant.optimizer()));
    TrainSpec spec =
        new TrainSpec(data, network, batch, steps, every, seed, entrants, edits, device, precision);
    if (!query.isFlawed()) {
      checkMemory(spec);
    }
    query.finish();
    return spec;
  }

  private String precision(String device) {
    boolean reference = device.equals(Device.REFERENCE);
    List<String> known = reference ? List.of("double") : PRECISIONS;
    return query.word("precision", known.get(0), known);
  }

  private Network network(TrainData data) {
    List<Integer> widths = new ArrayList<>(List.of(data.train().inputs().columns()));
    widths.addAll(hidden());
    int inputs = widths.get(0);
    widths.add(data.reconstructs() ? inputs : data.train().classes());
    String activation = query.word("activation", "tanh", ACTIVATIONS);
    boolean residual = query.word("residual", "0", SWITCH).equals("1");
    boolean normalized = query.word("normalized", "0", SWITCH).equals("1");
    Likelihood likelihood =
        data.reconstructs() ? new Likelihood.Bernoulli() : new Likelihood.Categorical();
    return new Network(
        widths,
        Activation.valueOf(activation.toUpperCase(Locale.ROOT)),
        likelihood,
        residual,
        normalized);
  }

  private void checkMemory(TrainSpec spec) {
    long data = Memory.of(spec.data());
    long needed = data + Memory.of(spec, spec.numbers());
    if (needed <= limits.bytes()) {
      return;
    }
    OptionalInt batch =
        Memory.batch(
            spec.batch(),
            limits.bytes() - data,
            size -> Memory.of(spec.withBatch(size), spec.numbers()));
    query.complain(
        batch.isPresent() ? "batch" : "hidden",
        batch.isPresent() ? Integer.toString(spec.batch()) : query.text("hidden", ""),
        "%s on %,d weights with batches of %d need %,d MB of memory, %,d MB of it data; at most %,d MB are allowed here: %s"
            .formatted(
                String.join(", ", TrainSpec.keys(spec.entrants())),
                spec.parameters(),
                spec.batch(),
                Memory.megabytes(needed),
                Memory.megabytes(data),
                limits.bytes() >> 20,
                Memory.cure(batch)));
  }

  private void checkMatrix(Network network, Optimizer<?> optimizer) {
    int n = network.parameters();
    if (optimizer.buildsMatrix() && n > limits.matrix()) {
      query.complain(
          "optimizer",
          optimizer.name(),
          "%s keeps a matrix of n columns; n is %,d here, at most %,d would be right."
              .formatted(optimizer.name(), n, limits.matrix()));
    }
  }

  private List<Integer> hidden() {
    String text = query.text("hidden", "32,16").strip();
    String[] words = text.isEmpty() || text.equals("none") ? new String[0] : text.split("[,-]", -1);
    List<Integer> widths = new ArrayList<>();
    for (String word : words) {
      if (word.strip().matches("\\d{1,6}")) {
        widths.add(Integer.parseInt(word.strip()));
      }
    }
    boolean fits = widths.stream().allMatch(w -> w >= 1 && w <= limits.width());
    if (widths.size() != words.length || words.length > limits.layers() || !fits) {
      query.complain(
          "hidden",
          text,
          "'%s' should be the widths of at most %d hidden layers, each from 1 to %d, such as 32,16."
              .formatted(text, limits.layers(), limits.width()));
      return List.of();
    }
    return widths;
  }

  private int batch(TrainData data) {
    int all = data.train().size();
    int largest = Math.min(all, limits.batch());
    int batch = (int) query.whole("batch", Math.min(DEFAULT_BATCH, all), 1, 100_000_000);
    if (batch > largest) {
      query.complain(
          "batch",
          Integer.toString(batch),
          "A batch of %d is too large: there are %d examples to learn from, and at most %d make a batch."
              .formatted(batch, all, limits.batch()));
    }
    return Math.min(batch, largest);
  }

  /** Said as such, or as times through the data. */
  private int steps(TrainData data, int batch) {
    if (!query.has("epochs")) {
      return (int) query.whole("steps", DEFAULT_STEPS, 1, limits.steps());
    }
    int each = data.train().size() / batch;
    long epochs = query.whole("epochs", 1, 1, Math.max(1, limits.steps() / each));
    if (query.has("steps")) {
      query.complain("steps", query.text("steps", ""), "Give steps or epochs, not both.");
    }
    return (int) Math.min(limits.steps(), epochs * each);
  }

  private int every(int steps) {
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

  private List<OptimizerSpec> entrants() {
    List<String> wires = query.all("optimizer");
    if (wires.isEmpty() || wires.size() > limits.entrants()) {
      query.complain(
          "optimizer",
          String.join(" ", wires),
          "%d optimizers given; 1 to %d are allowed, such as kfac or adam(learning_rate=0.01)."
              .formatted(wires.size(), limits.entrants()));
    }
    List<OptimizerSpec> entrants = new ArrayList<>();
    for (String wire : wires.subList(0, Math.min(wires.size(), limits.entrants()))) {
      try {
        entrants.add(catalog.optimizers().parse(wire));
      } catch (IllegalArgumentException e) {
        query.complain("optimizer", wire, String.valueOf(e.getMessage()));
      }
    }
    return entrants;
  }

  private List<Edit> edits(List<OptimizerSpec> entrants, int steps) {
    List<String> texts = query.all("edit");
    if (texts.size() > limits.edits()) {
      query.complain(
          "edit",
          "",
          "%d edits given; at most %d are allowed.".formatted(texts.size(), limits.edits()));
    }
    List<Edit> edits = new ArrayList<>();
    for (String text : texts) {
      Edit.read(text)
          .ifPresentOrElse(
              edit -> check(edit, entrants, steps, edits),
              () ->
                  query.complain(
                      "edit",
                      text,
                      "'%s' should look like 120:adam.learning_rate=0.001.".formatted(text)));
    }
    edits.sort(Comparator.comparingInt(Edit::step));
    return edits;
  }

  private void check(Edit edit, List<OptimizerSpec> entrants, int steps, List<Edit> edits) {
    try {
      int index = edit.indexIn(entrants);
      if (edit.step() >= steps) {
        throw new IllegalArgumentException(
            "Step %d is not before the last, which is %d.".formatted(edit.step(), steps));
      }
      edit.apply(entrants.get(index));
      edits.add(edit);
    } catch (IllegalArgumentException e) {
      query.complain("edit", edit.wire(), String.valueOf(e.getMessage()));
    }
  }
}
