package descent.content.directive;

import descent.optimizer.OptimizerSpec;
import descent.run.Catalog;
import descent.run.sweep.Axis;
import descent.run.sweep.Measure;
import descent.run.sweep.SweepSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that a sweep figure shows.
 *
 * @param run the one that is picked: its start or its hyperparameters are a point of the sweep
 * @param over {@code start}, or one or two hyperparameters separated by a comma
 * @param measure what is shown of each run
 * @param sides the ends of axes that are not the usual ones, by the axis's name; never written
 * @param spacing {@code log} or {@code linear}, of hyperparameters
 * @param resolution cells along each axis; 0 for the finest that needs no patience
 * @param device where it is computed
 */
record MapState(
    RunState run,
    String over,
    Measure measure,
    Map<String, double[]> sides,
    String spacing,
    int resolution,
    String device) {

  MapState {
    sides = Map.copyOf(sides);
  }

  boolean overStarts() {
    return over.equals("start");
  }

  OptimizerSpec entrant() {
    return run.rows().get(0).optimizer();
  }

  /**
   * The sweep, which stays the same when another of its points is picked.
   *
   * @throws descent.run.BadQuery with everything that is wrong
   */
  SweepSpec sweep(Catalog catalog) {
    Map<String, List<String>> query = query();
    List<Axis> axes = SweepSpec.decode(query, catalog).axes();
    if (axes.stream().noneMatch(axis -> sides.containsKey(axis.name()))) {
      return SweepSpec.decode(query, catalog);
    }
    double[] corners = {0, 1, 0, 1};
    for (int i = 0; i < axes.size(); i++) {
      Axis axis = axes.get(i);
      double[] ends = sides.getOrDefault(axis.name(), new double[] {axis.low(), axis.high()});
      corners[2 * i] = ends[0];
      corners[2 * i + 1] = ends[1];
    }
    query.put("box", List.of(text(corners)));
    return SweepSpec.decode(query, catalog);
  }

  private Map<String, List<String>> query() {
    Map<String, List<String>> query = new LinkedHashMap<>();
    query.put("objective", List.of(run.problem().name()));
    run.problem()
        .objective()
        .parameters()
        .forEach((name, value) -> query.put("param." + name, List.of(value.toString())));
    query.put("steps", List.of(Integer.toString(run.steps())));
    query.put("optimizer", List.of(wire()));
    query.put("over", List.of(over));
    query.put("measure", List.of(measure.wire()));
    query.put("device", List.of(device));
    if (!overStarts()) {
      query.put("start", List.of(text(run.start())));
      query.put("scale", List.of(spacing));
    }
    if (run.noise() > 0 && !overStarts() && !over.contains(",") && measure == Measure.LOSS) {
      query.put("noise", List.of(Double.toString(run.noise())));
    }
    if (resolution > 0) {
      query.put("resolution", List.of(Integer.toString(resolution)));
    }
    return query;
  }

  /** The optimizer without the values of what is swept. */
  private String wire() {
    List<String> swept = overStarts() ? List.of() : List.of(over.split(","));
    OptimizerSpec entrant = entrant();
    return entrant.optimizer().hyperparameters().stream()
        .filter(h -> !swept.contains(h.name()))
        .map(h -> h.name() + "=" + h.wire(entrant.hyperparameters().get(h.name())))
        .collect(Collectors.joining(",", entrant.optimizer().name() + "(", ")"));
  }

  private static String text(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(","));
  }

  /** The coordinates on the sweep's axes of the run that is picked. */
  double[] picked() {
    return overStarts()
        ? run.start()
        : Arrays.stream(over.split(","))
            .mapToDouble(name -> entrant().hyperparameters().get(name))
            .toArray();
  }
}
