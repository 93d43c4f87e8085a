package descent.content.directive;

import descent.content.directive.RunState.Row;
import descent.content.directive.RunState.View;
import descent.objective.Box;
import descent.objective.Problem;
import descent.run.Catalog;
import descent.run.Query;
import descent.run.RunSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a figure's state from the fields of its form.
 *
 * <p>Beside the keys of a run there are {@code step}, {@code view}, {@code scale}, {@code box}, and
 * for each row its hyperparameters as {@code KEY.NAME}; {@code optimizer=KEY} says that a row is
 * on.
 */
final class RunReader {
  private final Catalog catalog;
  private final RunState initial;
  private final Query query;

  private RunReader(Catalog catalog, RunState initial, Map<String, List<String>> values) {
    this.catalog = catalog;
    this.initial = initial;
    query = new Query(values);
  }

  /**
   * The state that {@code values} write, whose keys carry no prefix; absent keys are as in {@code
   * initial}.
   *
   * @throws descent.run.BadQuery with everything that is wrong
   */
  static RunState read(Catalog catalog, RunState initial, Map<String, List<String>> values) {
    Map<String, List<String>> complete = new LinkedHashMap<>(values);
    complete.entrySet().removeIf(entry -> entry.getValue().equals(List.of("")));
    if (!complete.containsKey("objective")) {
      complete.put("objective", List.of(initial.problem().name()));
      initial
          .problem()
          .objective()
          .parameters()
          .forEach((k, v) -> complete.putIfAbsent("param." + k, List.of(v.toString())));
    }
    String objective = complete.get("objective").get(0);
    catalog
        .problems()
        .parameters(objective)
        .forEach(name -> complete.putIfAbsent("param." + name, List.of("1")));
    String formula = formula(catalog, objective);
    complete.keySet().removeIf(key -> key.startsWith("param.") && !mentions(formula, key));
    return new RunReader(catalog, initial, complete).read(complete.keySet());
  }

  private static String formula(Catalog catalog, String objective) {
    return catalog.problems().named(objective).map(p -> p.objective().text()).orElse(objective);
  }

  /** A form sends every field it has drawn, also of a formula that was typed over. */
  private static boolean mentions(String formula, String key) {
    String name = Pattern.quote(key.substring("param.".length()));
    return Pattern.compile("(?<!\\w)" + name + "(?!\\w)").matcher(formula).find();
  }

  private RunState read(Set<String> keys) {
    List<Row> rows = new RowReader(catalog.optimizers(), initial.rows(), query).read(keys);
    int most = initial.steps();
    int steps = (int) query.whole("steps", most, 1, catalog.limits().steps());
    View view =
        View.valueOf(
            query
                .word("view", initial.view().wire(), List.of("map", "curve", "surface"))
                .toUpperCase(java.util.Locale.ROOT));
    boolean logarithmic =
        query
            .word("scale", initial.logarithmic() ? "log" : "linear", List.of("log", "linear"))
            .equals("log");
    int step = (int) query.whole("step", Math.min(initial.step(), steps), 0, 1_000_000);
    double noise = query.number("noise", initial.noise(), 0, RunSpec.LARGEST_NOISE);
    long seed = query.whole("seed", initial.seed(), 0, Integer.MAX_VALUE);
    Box box = box(query.numbers("box", corners(initial.box()), 4));
    Problem problem = catalog.problem(query).withMinimumIn(box);
    boolean same = problem.objective().dimension() == initial.start().length;
    double[] start =
        query.numbers(
            "start", same ? initial.start() : problem.start(), problem.objective().dimension());
    query.finish();
    boolean plane = problem.objective().dimension() > 1;
    View shown = plane ? (view == View.CURVE ? View.MAP : view) : View.CURVE;
    return new RunState(
        problem,
        initial.ranges(),
        box,
        start,
        steps,
        noise,
        seed,
        Math.min(step, steps),
        shown,
        logarithmic,
        rows);
  }

  private Box box(double[] corners) {
    try {
      return new Box(corners[0], corners[1], corners[2], corners[3]);
    } catch (IllegalArgumentException e) {
      query.complain("box", Arrays.toString(corners), String.valueOf(e.getMessage()));
      return initial.box();
    }
  }

  private static double[] corners(Box box) {
    return new double[] {box.x0(), box.x1(), box.y0(), box.y1()};
  }
}
