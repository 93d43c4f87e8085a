package descent.plot;

import descent.objective.Box;
import descent.objective.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * A contour map in pixels, ready to be drawn by SVG or by a canvas.
 *
 * @param box what is visible, which may be more than was asked for: both axes have one scale
 * @param logarithmic whether bands are steps of log₁₀(f − floor) or of f
 * @param floor the known or found minimum
 * @param power of f − floor, for a surface over the map; see {@link Relief}
 * @param bands from the lowest level up; each covers those before it
 * @param undefined path data of where the objective has no value
 */
public record ContourMap(
    Box box,
    double width,
    double height,
    boolean logarithmic,
    double floor,
    double power,
    List<Band> bands,
    String undefined,
    List<Tick> xTicks,
    List<Tick> yTicks) {
  /** Distance of samples in pixels. */
  private static final double SPACING = 4;

  /**
   * The region above one level.
   *
   * @param value f on its edge
   * @param tint from 0 (lowest) to 1 (highest)
   * @param strong whether its edge is a decade
   * @param path its closed edge as path data
   * @param labels places for its label, the best first; empty if it has none
   */
  public record Band(double value, double tint, boolean strong, String path, List<Label> labels) {}

  /** A text centred at a pixel, turned by {@code angle} radians. */
  public record Label(double x, double y, double angle, String text) {}

  /** A text beside an axis at a pixel. */
  public record Tick(double at, String text) {}

  /**
   * The map of a 2-D objective.
   *
   * @param minimum its known smallest value, or +∞
   */
  public static ContourMap of(
      Objective objective, Box wanted, double width, double height, double minimum) {
    View view = View.of(wanted, width, height);
    Grid values = Grid.sample(objective, view, SPACING);
    Levels levels = Levels.of(values, minimum);
    Grid heights = values.map(levels::height);
    return new ContourMap(
        view.box(),
        width,
        height,
        levels.logarithmic(),
        levels.floor(),
        Relief.of(values, levels.floor()).power(),
        bands(levels, heights),
        Polyline.closed(Contours.rings(values.map(f -> Double.isNaN(f) ? 1 : 0), 0.5), 0.3),
        ticks(view.x(), width),
        ticks(view.y(), height));
  }

  private static List<Band> bands(Levels levels, Grid heights) {
    Labels labels = new Labels(heights, levels);
    Contours contours = new Contours(heights);
    List<Band> bands = new ArrayList<>();
    int count = levels.all().size();
    for (int i = count - 1; i >= 0; i--) {
      Levels.Level level = levels.all().get(i);
      List<double[]> rings = contours.rings(level.z());
      double value = levels.logarithmic() ? Math.pow(10, level.z()) + levels.floor() : level.z();
      bands.add(
          0,
          new Band(
              value,
              (i + 1.0) / count,
              level.strong(),
              Polyline.closed(rings, 0.75),
              level.label().isEmpty() ? List.of() : labels.places(rings, level.label())));
    }
    return bands;
  }

  /** Three to seven ticks of an axis {@code length} pixels long, none at its very ends. */
  static List<Tick> ticks(Scale scale, double length) {
    int count = Math.max(3, (int) Math.min(7, length / 90));
    List<Tick> ticks = ticks(scale, length, count);
    while (ticks.size() < 3 && count < 7 && length > 40 * count) {
      ticks = ticks(scale, length, ++count);
    }
    return ticks;
  }

  private static List<Tick> ticks(Scale scale, double length, int count) {
    double step = Scale.step(scale.high() - scale.low(), count);
    return scale.ticks(count).stream()
        .map(
            value ->
                new Tick(
                    scale.at(value),
                    scale.logarithmic()
                        ? Numbers.logarithmicTick(value)
                        : Numbers.tick(value, step)))
        .filter(tick -> tick.at() > 16 && tick.at() < length - 16)
        .toList();
  }
}
