package descent.content.directive;

import descent.content.directive.RunState.Row;
import descent.run.BadQuery;
import descent.run.Catalog;
import descent.run.Complaint;
import descent.run.sweep.Measure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a sweep figure's state from the fields of its form: those of a run, and {@code over},
 * {@code measure}, {@code spacing}, {@code device}, and the ends of each axis as {@code side-NAME}.
 */
record MapReader(Catalog catalog, MapState initial) {
  static final String SIDE = "side-";

  /**
   * The state that {@code values} write; absent keys are as in the initial state.
   *
   * @throws BadQuery with what is wrong
   */
  MapState read(Map<String, List<String>> values) {
    Map<String, List<String>> rest = new LinkedHashMap<>(values);
    Map<String, double[]> sides = new LinkedHashMap<>();
    for (String key : List.copyOf(rest.keySet())) {
      if (key.startsWith(SIDE)) {
        sides.put(key.substring(SIDE.length()), ends(key, rest.remove(key).get(0)));
      }
    }
    String over = take(rest, "over", initial.over());
    String spacing = take(rest, "spacing", initial.spacing());
    String word = take(rest, "measure", "");
    String device = take(rest, "device", initial.device());
    RunState run = one(RunReader.read(catalog, initial.run(), rest));
    if (over.equals(initial.over())) {
      initial.sides().forEach(sides::putIfAbsent);
    }
    MapState state =
        new MapState(run, over, measure(word, over), sides, spacing, initial.resolution(), device);
    state.sweep(catalog);
    return state;
  }

  private static String take(Map<String, List<String>> values, String key, String absent) {
    List<String> given = values.remove(key);
    return given == null || given.get(0).isBlank() ? absent : given.get(0).strip();
  }

  private static double[] ends(String key, String text) {
    try {
      double[] ends = Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
      if (ends.length == 2 && ends[0] < ends[1] && Double.isFinite(ends[1] - ends[0])) {
        return ends;
      }
    } catch (NumberFormatException e) {
      // answered below, like ends in the wrong order
    }
    throw new BadQuery(
        List.of(
            new Complaint(key, text, "An axis needs its two ends, the lower first: 0.001, 0.1.")));
  }

  /** The measure that was chosen; the first that fits, where it belonged to other axes. */
  private Measure measure(String word, String over) {
    List<Measure> fitting = Measure.of(over.equals("start"));
    String wanted = word.isEmpty() ? initial.measure().wire() : word.toLowerCase(Locale.ROOT);
    return fitting.stream()
        .filter(measure -> measure.wire().equals(wanted))
        .findFirst()
        .orElse(fitting.get(0));
  }

  /** A sweep is of one optimizer: the first that is on. */
  static RunState one(RunState run) {
    List<Row> on = run.on();
    return new RunState(
        run.problem(),
        run.ranges(),
        run.box(),
        run.start(),
        run.steps(),
        run.noise(),
        run.seed(),
        run.step(),
        run.view(),
        run.logarithmic(),
        on.isEmpty() ? run.rows().subList(0, 1) : on.subList(0, 1));
  }
}
