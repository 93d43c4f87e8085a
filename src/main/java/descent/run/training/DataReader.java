package descent.run.training;

import descent.model.LabelledCsv;
import descent.run.Query;
import java.util.List;
import java.util.Optional;

/** Reads from a query what networks learn from: a named set, or a table beside a lesson. */
record DataReader(Query query, TrainCatalog catalog, LessonTable.Shelf tables) {
  private static final double DEFAULT_HELD = 0.2;
  private static final String DIGITS = "digits";
  private static final List<String> TASKS = List.of("classify", "reconstruct");

  TrainData read() {
    String name = query.text("data", DIGITS);
    boolean reconstructs = query.word("task", "classify", TASKS).equals("reconstruct");
    double held = query.numbers("held", new double[] {DEFAULT_HELD}, 1)[0];
    if (!(held >= 0 && held <= 0.9)) {
      query.complain("held", query.text("held", ""), "The share held out should be from 0 to 0.9.");
      held = DEFAULT_HELD;
    }
    return name.endsWith(".csv") ? table(name, reconstructs, held) : named(reconstructs, held);
  }

  private TrainData named(boolean reconstructs, double held) {
    String name = query.word("data", DIGITS, catalog.datasets().names());
    if (query.has("label")) {
      query.complain(
          "label", query.text("label", ""), "Only a CSV file beside a lesson has labels.");
    }
    String key = "data";
    try {
      catalog.whole(name);
      key = "task";
      return catalog.data(name, reconstructs, held);
    } catch (IllegalArgumentException e) {
      query.complain(key, query.text(key, name), String.valueOf(e.getMessage()));
      return catalog.data(DIGITS, false, DEFAULT_HELD);
    }
  }

  private TrainData table(String name, boolean reconstructs, double held) {
    String label = query.text("label", "");
    Optional<LessonTable> table = tables.named(name);
    if (table.isEmpty()) {
      String right = "'%s' is the table of no figure; SLUG/NAME.csv of one, or %s would be right.";
      query.complain(
          "data", name, right.formatted(name, String.join(", ", catalog.datasets().names())));
    } else if (reconstructs) {
      query.complain("task", "reconstruct", name + " has classes; classify would be right.");
    } else {
      return table(table.get(), label, held);
    }
    return catalog.data(DIGITS, false, DEFAULT_HELD);
  }

  private TrainData table(LessonTable table, String label, double held) {
    String key = "label";
    try {
      LessonTable labelled = table.labelled(label);
      key = "held";
      return catalog.data(labelled, held);
    } catch (LabelledCsv.Flaw e) {
      query.complain("data", table.name(), table.name() + ":" + e.getMessage());
    } catch (IllegalArgumentException e) {
      query.complain(key, query.text(key, ""), table.name() + ": " + e.getMessage());
    }
    return catalog.data(DIGITS, false, DEFAULT_HELD);
  }
}
