package descent.content.directive;

import descent.content.source.Source;
import descent.device.Device;
import descent.run.BadQuery;
import descent.run.Complaint;
import descent.run.RunService;
import descent.run.sweep.Axis;
import descent.run.sweep.Measure;
import descent.run.sweep.SweepService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ```{map}}: thousands of runs as one picture, any of which is a click away. */
public final class MapDirective implements Directive {
  private static final List<String> OWN = List.of("over", "measure", "sides", "resolution");

  private final RunService runs;
  private final SweepService sweeps;

  public MapDirective(RunService runs, SweepService sweeps) {
    this.runs = runs;
    this.sweeps = sweeps;
  }

  @Override
  public String name() {
    return "map";
  }

  @Override
  public String doc() {
    return """
    Runs one optimizer from every start, or with every value of one or two hyperparameters, and \
    draws what became of each run; the run of the point that is picked stands beside it. \
    `over` is `start`, one hyperparameter (a curve, with the edge of stability where one is \
    known) or two separated by a comma. `measure` is `basin`, `steps` or `loss` over starts, \
    `loss`, `rate` or `theory` over hyperparameters. `sides` are the ends of the axes, \
    `[x0, x1]` or `[x0, x1, y0, y1]`; `spacing` of hyperparameters is `log` or `linear`; \
    `resolution` is the number of cells along an axis. \
    With `noise` the loss over one hyperparameter is the median of 16 runs with other random \
    numbers, in the band that holds half of them. \
    All keys of `run` belong to the run that is picked first, with one optimizer.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{map}
    id: basins
    title: Where each start ends
    objective: himmelblau
    optimizer: gd(learning_rate=0.01)
    start: [0, 0.5]
    steps: 100
    over: start
    alt: A square divided into four regions, one around each minimum.
    ```
    """;
  }

  @Override
  public Block parse(Source source, Caption caption) {
    RunState run = new RunDirective(runs).state(source);
    if (run.rows().isEmpty()) {
      OWN.forEach(source::allow);
      source.allow("spacing");
      return new MapBlock(caption, empty(run), empty(run), "", runs, sweeps, Controls.of(source));
    }
    if (run.rows().size() > 1) {
      source.error("optimizer", "a map takes one optimizer, not " + run.rows().size());
    }
    MapState state = state(source, MapReader.one(run));
    return new MapBlock(caption, state, state, "", runs, sweeps, Controls.of(source));
  }

  private static MapState empty(RunState run) {
    return new MapState(run, "start", Measure.BASIN, Map.of(), "log", 0, Device.CPU);
  }

  private MapState state(Source source, RunState run) {
    String over = source.text("over", "start").replace(" ", "");
    List<Measure> fitting = Measure.of(over.equals("start"));
    List<String> words = fitting.stream().map(Measure::wire).toList();
    Measure measure = fitting.get(words.indexOf(source.word("measure", words.get(0), words)));
    String spacing = source.word("spacing", "log", List.of("log", "linear"));
    int most = runs.catalog().limits().resolution();
    int resolution = source.integer("resolution", 0, 0, most);
    MapState usual = new MapState(run, over, measure, Map.of(), spacing, resolution, Device.CPU);
    double[] given = source.numbers("sides");
    try {
      List<Axis> axes = usual.sweep(runs.catalog()).axes();
      MapState state =
          new MapState(
              run, over, measure, sides(source, axes, given), spacing, resolution, Device.CPU);
      state.sweep(runs.catalog());
      return state;
    } catch (BadQuery e) {
      e.complaints().forEach(complaint -> report(source, complaint));
      return usual;
    }
  }

  private static Map<String, double[]> sides(Source source, List<Axis> axes, double[] given) {
    Map<String, double[]> sides = new LinkedHashMap<>();
    if (given.length != 0 && given.length != 2 * axes.size()) {
      source.error(
          "sides",
          "sides has %d numbers; %d would be right".formatted(given.length, 2 * axes.size()));
      return sides;
    }
    for (int i = 0; 2 * i < given.length; i++) {
      sides.put(axes.get(i).name(), new double[] {given[2 * i], given[2 * i + 1]});
    }
    return sides;
  }

  private static void report(Source source, Complaint complaint) {
    source.error(OWN.contains(complaint.key()) ? complaint.key() : "sides", complaint.message());
  }
}
