package descent.run.sweep;

import descent.objective.Box;
import descent.objective.Problem;
import descent.optimizer.Hyperparameter;
import descent.optimizer.Hyperparameter.Scale;
import descent.optimizer.OptimizerSpec;
import descent.run.Query;
import java.util.ArrayList;
import java.util.List;

/** Reads the sides of a map from a query. */
record Axes(Query query, Problem problem) {

  /** The coordinates of the start, inside {@code box} or the problem's box. */
  List<Axis> coordinates() {
    Box box = query.box("box", problem.box());
    query.word("scale", "linear", List.of("linear"));
    List<String> names = problem.objective().variables();
    if (names.size() > 2) {
      query.complain("over", "start", "A map has two sides; the objective has three coordinates.");
    }
    Axis x = new Axis(names.get(0), names.get(0), box.x0(), box.x1(), false);
    return names.size() == 1
        ? List.of(x)
        : List.of(x, new Axis(names.get(1), names.get(1), box.y0(), box.y1(), false));
  }

  /** One or two hyperparameters, inside {@code box} or their sliders' ranges. */
  List<Axis> hyperparameters(String over, OptimizerSpec entrant, int resolution) {
    List<Hyperparameter> swept = new ArrayList<>();
    for (String name : over.split(",", -1)) {
      entrant.optimizer().hyperparameters().stream()
          .filter(h -> h.name().equals(name) && slides(h))
          .findFirst()
          .ifPresentOrElse(swept::add, () -> unknown(over, name, entrant));
    }
    if (swept.isEmpty() || swept.size() > 2 || swept.stream().distinct().count() < swept.size()) {
      query.complain("over", over, "One or two different hyperparameters would be right.");
      return List.of();
    }
    boolean linear = query.word("scale", "log", List.of("log", "linear")).equals("linear");
    double[] ends = ends(swept);
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < swept.size(); i++) {
      axes.add(axis(swept.get(i), ends[2 * i], ends[2 * i + 1], linear, resolution));
    }
    return axes;
  }

  /** Whether a hyperparameter can be an axis. */
  static boolean slides(Hyperparameter h) {
    return h.scale() == Scale.LOG || h.scale() == Scale.LINEAR || h.scale() == Scale.ONE_MINUS_LOG;
  }

  private void unknown(String over, String name, OptimizerSpec entrant) {
    List<String> known =
        entrant.optimizer().hyperparameters().stream()
            .filter(Axes::slides)
            .map(Hyperparameter::name)
            .toList();
    query.complain(
        "over",
        over,
        "'%s' cannot be swept; give start, or one or two of: %s."
            .formatted(name, String.join(", ", known)));
  }

  private double[] ends(List<Hyperparameter> swept) {
    double[] absent = {0, 1, 0, 1};
    for (int i = 0; i < swept.size(); i++) {
      boolean fraction = swept.get(i).scale() == Scale.ONE_MINUS_LOG;
      absent[2 * i] = fraction ? 0 : swept.get(i).low();
      absent[2 * i + 1] = fraction ? 1 : swept.get(i).high();
    }
    Box box = query.box("box", new Box(absent[0], absent[1], absent[2], absent[3]));
    return new double[] {box.x0(), box.x1(), box.y0(), box.y1()};
  }

  private Axis axis(Hyperparameter h, double low, double high, boolean linear, int resolution) {
    boolean logarithmic = !linear && h.scale() == Scale.LOG;
    Axis axis = new Axis(h.name(), h.symbol(), low, high, logarithmic && low > 0);
    if (logarithmic && low <= 0) {
      query.complain(
          "box",
          "",
          "The %s has a logarithmic scale; its side must begin above 0.".formatted(h.label()));
    }
    try {
      h.check(axis.centre(0, resolution));
      h.check(axis.centre(resolution - 1, resolution));
    } catch (IllegalArgumentException e) {
      query.complain("box", "", String.valueOf(e.getMessage()));
    }
    return axis;
  }
}
