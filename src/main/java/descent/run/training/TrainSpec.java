package descent.run.training;

import descent.linalg.Precision;
import descent.model.Network;
import descent.optimizer.Hyperparameters;
import descent.optimizer.OptimizerSpec;
import descent.run.BadQuery;
import descent.run.Query;
import descent.run.QueryText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that determines the trainings of one figure: the same network from the same weights on the
 * same batches, by each of its optimizers. Two are equal when their {@linkplain #query queries} and
 * the tables beside lessons are.
 *
 * @param batch examples a step
 * @param steps updates of each optimizer
 * @param every how many updates lie between two frames
 * @param seed of the weights and the batches
 * @param entrants the optimizers
 * @param edits values that hyperparameters take on the way, by step
 * @param device where it is computed
 * @param precision of its numbers
 */
public record TrainSpec(
    TrainData data,
    Network network,
    int batch,
    int steps,
    int every,
    long seed,
    List<OptimizerSpec> entrants,
    List<Edit> edits,
    String device,
    String precision) {

  public TrainSpec {
    entrants = List.copyOf(entrants);
    edits = List.copyOf(edits);
  }

  /**
   * The specification that a query writes; absent keys take their defaults.
   *
   * @throws BadQuery with everything that is wrong
   */
  public static TrainSpec decode(Map<String, List<String>> query, TrainCatalog catalog) {
    return decode(new Query(query), catalog, LessonTable.Shelf.EMPTY);
  }

  /**
   * As {@link #decode(Map, TrainCatalog)}, with the tables that may be named; keys asked for before
   * are nobody's mistake.
   */
  public static TrainSpec decode(Query query, TrainCatalog catalog, LessonTable.Shelf tables) {
    return new TrainReader(query, catalog, tables).read();
  }

  /** The key of each entrant: its name, {@code name-2} for the second of that name. */
  public static List<String> keys(List<OptimizerSpec> entrants) {
    Map<String, Integer> copies = new HashMap<>();
    List<String> keys = new ArrayList<>();
    for (OptimizerSpec entrant : entrants) {
      String name = entrant.optimizer().name();
      int copy = copies.merge(name, 1, Integer::sum);
      keys.add(copy == 1 ? name : name + "-" + copy);
    }
    return keys;
  }

  /** The widths of the network's layers, inputs and outputs among them. */
  public List<Integer> widths() {
    return network.widths();
  }

  /** How many weights and biases the network has. */
  public int parameters() {
    return network.parameters();
  }

  /** How many examples are learned from. */
  public int examples() {
    return data.train().size();
  }

  /** The training of each entrant, in order. */
  public List<TrainingSpec> trainings() {
    List<String> keys = keys(entrants);
    List<TrainingSpec> trainings = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      OptimizerSpec entrant = entrants.get(i);
      trainings.add(
          new TrainingSpec(
              network,
              data.train(),
              data.held(),
              batch,
              steps,
              every,
              seed,
              entrant,
              edits(keys.get(i), entrant)));
    }
    return trainings;
  }

  private SortedMap<Integer, Hyperparameters> edits(String key, OptimizerSpec entrant) {
    SortedMap<Integer, Hyperparameters> begun = new TreeMap<>();
    OptimizerSpec now = entrant;
    for (Edit edit : edits) {
      if (edit.entrant().equals(key)) {
        now = edit.apply(now);
        begun.put(edit.step(), now.hyperparameters());
      }
    }
    return begun;
  }

  /** The same network on the same batches by another optimizer. */
  public TrainSpec by(OptimizerSpec entrant) {
    return new TrainSpec(
        data, network, batch, steps, every, seed, List.of(entrant), List.of(), device, precision);
  }

  /** The same, with batches of another size. */
  TrainSpec withBatch(int size) {
    return new TrainSpec(
        data, network, size, steps, every, seed, entrants, edits, device, precision);
  }

  /** Of its numbers, where nothing is missing on this machine. */
  Precision numbers() {
    return precision.equals("double") ? Precision.DOUBLE : Precision.FLOAT;
  }

  /** The same, with one more edit. */
  TrainSpec with(Edit edit) {
    List<Edit> more = new ArrayList<>(edits);
    more.add(edit);
    return new TrainSpec(
        data, network, batch, steps, every, seed, entrants, more, device, precision);
  }

  /** The widths of the hidden layers between commas, or {@code none}. */
  private String hidden() {
    if (network.layers() == 1) {
      return "none";
    }
    return network.widths().subList(1, network.layers()).stream()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  /** The canonical query: every key in order, every default written out. */
  public String query() {
    QueryText text =
        data.query()
            .add("hidden", hidden())
            .add("activation", network.activation().name().toLowerCase(Locale.ROOT))
            .add("residual", network.residual() ? "1" : "0")
            .add("normalized", network.normalized() ? "1" : "0")
            .add("batch", Integer.toString(batch))
            .add("steps", Integer.toString(steps))
            .add("every", Integer.toString(every));
    entrants.forEach(entrant -> text.add("optimizer", entrant.wire()));
    edits.forEach(edit -> text.add("edit", edit.wire()));
    return text.add("seed", Long.toString(seed))
        .add("device", device)
        .add("precision", precision)
        .toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrainSpec spec
        && spec.query().equals(query())
        && spec.data.table().equals(data.table());
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
