package descent.content.directive;

import descent.content.directive.RunState.Row;
import descent.plot.TrainPicture.Axis;
import descent.plot.TrainPicture.Measure;
import descent.run.BadQuery;
import descent.run.Query;
import descent.run.training.Edit;
import descent.run.training.TrainCatalog;
import descent.run.training.TrainSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a training figure's state from the fields of its form. */
final class TrainForm {
  private final TrainCatalog catalog;
  private final TrainState initial;

  TrainForm(TrainCatalog catalog, TrainState initial) {
    this.catalog = catalog;
    this.initial = initial;
  }

  /**
   * The state that {@code values} write, whose keys carry no prefix; absent keys are as in the
   * initial one.
   *
   * @throws BadQuery with everything that is wrong
   */
  TrainState read(Map<String, List<String>> values) {
    Query query = new Query(values);
    Axis axis = Axis.valueOf(word(query, "axis", Axis.words(), initial.axis().wire()));
    Measure measure =
        Measure.valueOf(word(query, "measure", Measure.words(), initial.measure().wire()));
    String scale = initial.logarithmic() ? "log" : "linear";
    boolean logarithmic = query.word("scale", scale, List.of("log", "linear")).equals("log");
    Set<String> keys = values.keySet();
    List<Row> rows = new RowReader(catalog.optimizers(), initial.rows(), query).read(keys);
    List<Edit> edits =
        query.all("edit").stream().flatMap(text -> Edit.read(text).stream()).toList();
    Map<String, List<String>> wire = new LinkedHashMap<>();
    for (String key : List.of("hidden", "activation", "batch", "steps", "seed", "device")) {
      query.text(key, "");
      wire.put(key, values.getOrDefault(key, List.of(absent(key))));
    }
    query.finish();
    TrainSpec spec = spec(wire, rows, edits);
    return new TrainState(
        spec.data(),
        spec.network(),
        spec.batch(),
        spec.steps(),
        spec.seed(),
        axis,
        measure,
        logarithmic,
        rows,
        edits,
        spec.device());
  }

  private static String word(Query query, String key, List<String> known, String absent) {
    return query.word(key, absent, known).toUpperCase(Locale.ROOT);
  }

  private String absent(String key) {
    return switch (key) {
      case "hidden" -> initial.hidden();
      case "activation" -> initial.network().activation().name().toLowerCase(Locale.ROOT);
      case "batch" -> Integer.toString(initial.batch());
      case "steps" -> Integer.toString(initial.steps());
      case "device" -> initial.device();
      default -> Long.toString(initial.seed());
    };
  }

  /** Checked as any specification is, with every row. */
  private TrainSpec spec(Map<String, List<String>> wire, List<Row> rows, List<Edit> edits) {
    wire.put("data", List.of(initial.data().name()));
    initial.data().table().ifPresent(table -> wire.put("label", List.of(table.label())));
    wire.put("task", List.of(initial.data().reconstructs() ? "reconstruct" : "classify"));
    wire.put("held", List.of(Double.toString(initial.data().fraction())));
    wire.put("residual", List.of(initial.network().residual() ? "1" : "0"));
    wire.put("normalized", List.of(initial.network().normalized() ? "1" : "0"));
    wire.put("optimizer", rows.stream().map(row -> row.optimizer().wire()).toList());
    List<String> keys = rows.stream().map(Row::key).toList();
    List<String> names = TrainSpec.keys(rows.stream().map(Row::optimizer).toList());
    wire.put(
        "edit",
        edits.stream()
            .filter(e -> keys.contains(e.entrant()))
            .map(
                e ->
                    new Edit(e.step(), names.get(keys.indexOf(e.entrant())), e.name(), e.value())
                        .wire())
            .toList());
    return TrainSpec.decode(new Query(wire), catalog, name -> initial.data().table());
  }
}
