package descent.content.directive;

import descent.objective.Box;
import descent.objective.Problem;
import descent.optimizer.OptimizerSpec;
import descent.plot.Trace;
import descent.run.RunSpec;
import descent.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a run figure shows: what its form holds and its address writes.
 *
 * @param ranges of the sliders of parameters, where the author wrote one
 * @param box what the plane shows at least
 * @param start n coordinates; never written
 * @param step up to which the paths are drawn
 * @param rows optimizers, on or off
 */
record RunState(
    Problem problem,
    Map<String, Parameters.Range> ranges,
    Box box,
    double[] start,
    int steps,
    double noise,
    long seed,
    int step,
    View view,
    boolean logarithmic,
    List<Row> rows) {

  /** Up to so many steps a figure keeps each one. */
  static final int FRAMES = 1000;

  /** How the objective is shown. */
  enum View {
    MAP,
    CURVE,
    SURFACE;

    String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One optimizer of the figure.
   *
   * @param key its name in the figure: {@code momentum}, {@code momentum-2}
   */
  record Row(String key, OptimizerSpec optimizer, Trace trace, boolean on) {
    String title(Words words) {
      String title = words.say(optimizer.optimizer().title());
      int copy = key.lastIndexOf('-');
      return copy < 0 ? title : title + " " + key.substring(copy + 1);
    }
  }

  RunState {
    ranges = Map.copyOf(ranges);
    rows = List.copyOf(rows);
  }

  /** A row for each entrant, all on, with keys and traces. */
  static List<Row> rows(List<OptimizerSpec> entrants) {
    List<Trace> traces = Trace.of(entrants.stream().map(e -> e.optimizer().name()).toList());
    Map<String, Integer> copies = new LinkedHashMap<>();
    List<Row> rows = new ArrayList<>();
    for (OptimizerSpec entrant : entrants) {
      String name = entrant.optimizer().name();
      int copy = copies.merge(name, 1, Integer::sum);
      String key = copy == 1 ? name : name + "-" + copy;
      rows.add(new Row(key, entrant, traces.get(rows.size()), true));
    }
    return rows;
  }

  /** The same where the plane shows {@code box}. */
  RunState in(Box box) {
    return new RunState(
        problem.withMinimumIn(box),
        ranges,
        box,
        start,
        steps,
        noise,
        seed,
        step,
        view,
        logarithmic,
        rows);
  }

  List<Row> on() {
    return rows.stream().filter(Row::on).toList();
  }

  /** The values of each hyperparameter by its label. */
  Map<String, List<Double>> settings() {
    return settings(rows);
  }

  static Map<String, List<Double>> settings(List<Row> rows) {
    Map<String, List<Double>> values = new TreeMap<>();
    for (Row row : rows) {
      row.optimizer()
          .optimizer()
          .hyperparameters()
          .forEach(
              h ->
                  values
                      .computeIfAbsent(h.label(), label -> new ArrayList<>())
                      .add(row.optimizer().hyperparameters().get(h.name())));
    }
    return values;
  }

  /** The run of the rows that are on, if any is. */
  Optional<RunSpec> spec() {
    List<OptimizerSpec> entrants = on().stream().map(Row::optimizer).toList();
    return entrants.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RunSpec(problem, start, steps, every(), entrants, noise, seed, "cpu", "double"));
  }

  /** Whether both show one run, at whichever step and in whichever view. */
  boolean sharesRunWith(RunState other) {
    return spec().equals(other.spec());
  }

  private int every() {
    return Math.max(1, (steps + FRAMES - 1) / FRAMES);
  }
}
