package descent.content.exhibit;

import descent.model.LineFit;
import descent.model.LineFit.Direction;
import descent.objective.Box;
import descent.plot.Chart;
import descent.plot.ContourMap;
import descent.plot.Numbers;
import descent.plot.Panel;
import descent.plot.Size;
import descent.plot.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The pictures of a {@link FieldExhibit}. */
record FieldPicture(FieldExhibit state, LineFit fit, double width, String alternative) {
  private static final int ARROWS = 13;
  private static final int CELLS = 48;
  private static final Map<Direction, String> NAMES =
      Map.of(
          Direction.GRADIENT, "Gradient",
          Direction.NATURAL, "Natural gradient",
          Direction.EMPIRICAL, "Empirical Fisher");
  private static final Map<Direction, Trace> TRACES =
      Map.of(
          Direction.GRADIENT, Trace.GD,
          Direction.NATURAL, Trace.NATURAL,
          Direction.EMPIRICAL, Trace.MOMENTUM);

  Drawing drawing() {
    ContourMap map = ContourMap.of(fit, plane().box(), width, width, fit.value(fit.optimum()));
    List<Panel> panels = new ArrayList<>();
    Map<String, Double> numbers = state.numbers();
    Readings readings = Readings.under("At the start", "θ₀", "θ₁", "excess after " + state.steps());
    for (Direction direction : Direction.values()) {
      panels.add(field(direction, map));
      String key = direction.name().toLowerCase(java.util.Locale.ROOT);
      readings =
          readings.row(
              TRACES.get(direction),
              NAMES.get(direction),
              numbers.get(key + "_1"),
              numbers.get(key + "_2"),
              numbers.get(key + "_excess"));
    }
    panels.add(cosines());
    String cosine = Numbers.reading(numbers.get("cosine"));
    readings =
        readings
            .words("Cosine of the last two", "", "", cosine)
            .words("tr F̃ ÷ tr F at the start", "", "", written(numbers, "trace_ratio"))
            .words("… at the best line", "", "", written(numbers, "optimum_trace_ratio"));
    return new Drawing(panels, readings, numbers, "cosine " + cosine);
  }

  private static String written(Map<String, Double> numbers, String name) {
    return Numbers.reading(numbers.get(name));
  }

  private Chart plane() {
    return Chart.plane(new Size(width, width), state.box());
  }

  private Panel field(Direction direction, ContourMap map) {
    Trace trace = TRACES.get(direction);
    Chart chart = plane().contours(map);
    double[][] at = new double[ARROWS * ARROWS][];
    Arrays.setAll(at, i -> cell(chart.box(), i % ARROWS, i / ARROWS, ARROWS));
    double[][] way =
        Arrays.stream(at).map(theta -> fit.direction(direction, theta, 0)).toArray(double[][]::new);
    chart.arrows(at, way, 0.7 * width / ARROWS, trace);
    double[][] path = state.path(fit, direction);
    double[] best = fit.optimum();
    chart.line(path[0], path[1], trace, 2.5).steps(path[0], path[1], trace, 2);
    chart.cross(best[0], best[1]).axes("θ₀", "θ₁");
    chart.handle("start", "Start, " + NAMES.get(direction), state.start()[0], state.start()[1]);
    return chart.panel(NAMES.get(direction), alternative);
  }

  private Panel cosines() {
    Chart chart = plane();
    double[][] values = new double[CELLS][CELLS];
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        double[] at = cell(chart.box(), column, CELLS - 1 - row, CELLS);
        values[row][column] = FieldExhibit.cosine(fit, at);
      }
    }
    double[] best = fit.optimum();
    chart.heat(values, 1).cross(best[0], best[1]).axes("θ₀", "θ₁");
    chart.handle("start", "Start, on the cosines", state.start()[0], state.start()[1]);
    return chart.panel(
        "Cosine of the last two: blue −1, red 1",
        "A map of the cosine between natural gradient and empirical Fisher direction.");
  }

  private static double[] cell(Box box, int column, int row, int count) {
    return new double[] {
      box.x0() + (box.x1() - box.x0()) * (column + 0.5) / count,
      box.y0() + (box.y1() - box.y0()) * (row + 0.5) / count
    };
  }
}
