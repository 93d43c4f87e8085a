package descent.content.exhibit;

import descent.model.Normal;
import descent.model.NormalCoordinates;
import descent.objective.Box;
import descent.plot.Chart;
import descent.plot.ContourMap;
import descent.plot.Numbers;
import descent.plot.Panel;
import descent.plot.Size;
import descent.plot.Trace;
import java.util.List;
import java.util.Map;

/** The pictures of a {@link ManifoldExhibit}. */
record ManifoldPicture(ManifoldExhibit state, double width, String alternative) {
  private static final int POINTS = 121;
  private static final double[] CENTRES = {0.25, 0.5, 1, 2};
  private static final Map<NormalCoordinates, Trace> TRACES =
      Map.of(
          NormalCoordinates.DEVIATION, Trace.GD,
          NormalCoordinates.LOGARITHM, Trace.MOMENTUM,
          NormalCoordinates.MEANS, Trace.ADAM,
          NormalCoordinates.NATURAL, Trace.NATURAL);
  private static final Map<NormalCoordinates, String> NAMES =
      Map.of(
          NormalCoordinates.DEVIATION, "(μ, σ)",
          NormalCoordinates.LOGARITHM, "(μ, log σ)",
          NormalCoordinates.MEANS, "(μ, μ² + σ²)",
          NormalCoordinates.NATURAL, "(μ/σ², −1/(2σ²))");

  private Chart plane() {
    Box box = state.box();
    double ratio = (box.y1() - box.y0()) / (box.x1() - box.x0());
    return Chart.plane(new Size(width, Math.rint(width * Math.min(1, ratio))), box);
  }

  Drawing geodesic() {
    Normal a = state.start();
    Normal b = state.end();
    Chart chart = plane().rules();
    for (double sigma : CENTRES) {
      double[][] ring = new Normal(0, sigma).ball(state.level(), POINTS);
      chart.hair(ring[0], ring[1], "ink-3", "2 3");
    }
    double[][] path = a.geodesic(b, POINTS);
    chart.line(
        new double[] {a.mean(), b.mean()}, new double[] {a.deviation(), b.deviation()}, Trace.GD);
    chart.line(path[0], path[1], Trace.NATURAL).axes("μ", "σ");
    chart.handle("start", "One end", a.mean(), a.deviation());
    chart.handle("end", "Other end", b.mean(), b.deviation());
    Readings readings =
        Readings.under("From one end to the other", "length")
            .row(Trace.NATURAL, "Geodesic", a.distance(b))
            .row(Trace.GD, "Straight in (μ, σ)", a.straightLength(b))
            .row("Largest σ on the geodesic", a.apex(b))
            .row("½ distance²", a.distance(b) * a.distance(b) / 2)
            .row("KL(one ‖ other)", a.divergence(b))
            .row("KL(other ‖ one)", b.divergence(a));
    String title = "Normal distributions, with balls of KL " + Numbers.field(state.level());
    return new Drawing(
        List.of(chart.panel(title, alternative), densities(path)),
        readings,
        state.numbers(),
        "distance " + Numbers.reading(a.distance(b)));
  }

  /** The densities of both ends and of the middle of the geodesic. */
  private Panel densities(double[][] path) {
    Box box = state.box();
    Normal middle = new Normal(path[0][POINTS / 2], path[1][POINTS / 2]);
    double ratio = (box.y1() - box.y0()) / (box.x1() - box.x0());
    double least = Math.min(state.start().deviation(), state.end().deviation());
    double top = 0.45 / Math.max(0.1, Math.min(least, middle.deviation()));
    double reach = 1.3 * Math.max(Math.abs(box.x0()), Math.abs(box.x1()));
    Chart chart =
        Chart.of(
            new Size(width, Math.rint(width * Math.min(1, ratio))),
            new Box(-reach, reach, -0.06 * top, top));
    chart.rules().axes("x", "density");
    chart.curve(x -> density(state.start(), x), Trace.GD);
    chart.curve(x -> density(state.end(), x), Trace.GD);
    chart.curve(x -> density(middle, x), Trace.NATURAL);
    return chart.panel(
        "Both ends and half way", "Densities of both ends and of the middle of the geodesic.");
  }

  private static double density(Normal p, double x) {
    double z = (x - p.mean()) / p.deviation();
    return Math.exp(-z * z / 2) / (p.deviation() * Math.sqrt(2 * Math.PI));
  }

  Drawing fits() {
    Chart frame = plane();
    double ratio = (frame.box().y1() - frame.box().y0()) / (frame.box().x1() - frame.box().x0());
    Normal best = state.fit().best();
    double least = state.fit().value(new double[] {best.mean(), best.deviation()});
    ContourMap map =
        ContourMap.of(state.fit(), frame.box(), width, Math.rint(ratio * width), least);
    Readings readings =
        Readings.under("After " + state.steps() + " steps", "GD μ", "σ", "NGD μ", "σ", "KL left");
    for (NormalCoordinates coordinates : NormalCoordinates.values()) {
      double[] plain = end(state.path(coordinates, false));
      double[] natural = end(state.path(coordinates, true));
      boolean arrived = natural[1] > 0;
      double left = arrived ? best.divergence(new Normal(natural[0], natural[1])) : Double.NaN;
      readings =
          readings.row(
              TRACES.get(coordinates),
              NAMES.get(coordinates),
              plain[0],
              plain[1],
              natural[0],
              natural[1],
              left);
    }
    return new Drawing(
        List.of(
            paths(map, false, "Gradient descent"), paths(map, true, "Natural gradient descent")),
        readings,
        state.numbers(),
        "drawn after " + state.steps() + " steps");
  }

  private double[] end(double[][] path) {
    return new double[] {path[0][state.steps()], path[1][state.steps()]};
  }

  private Panel paths(ContourMap map, boolean natural, String title) {
    Chart chart = plane().contours(map);
    for (NormalCoordinates coordinates : NormalCoordinates.values()) {
      double[][] path = state.path(coordinates, natural);
      chart.line(path[0], path[1], TRACES.get(coordinates));
      chart.head(path[0][state.steps()], path[1][state.steps()], TRACES.get(coordinates));
    }
    Normal best = state.fit().best();
    chart.cross(best.mean(), best.deviation()).axes("μ", "σ");
    chart.handle("start", "Start, " + title, state.start().mean(), state.start().deviation());
    return chart.panel(title, alternative);
  }
}
