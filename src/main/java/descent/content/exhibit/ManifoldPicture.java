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

  /** The room for ticks below densities, as a part of their height. */
  private static final double FOOT = 0.18;

  private static final double[] CENTRES = {0.25, 0.5, 1, 2};
  private static final double[] MEANS = {-2.4, -1.2, 1.7, -1.5};
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

  Drawing balls() {
    Normal centre = state.start();
    Chart chart = plane().rules();
    for (int i = 0; i < CENTRES.length; i++) {
      balls(chart, new Normal(MEANS[i], CENTRES[i]));
    }
    balls(chart, centre);
    chart.axes("μ", "σ");
    chart.handle("start", "Centre", centre.mean(), centre.deviation());
    Readings readings =
        Readings.under("From the centre", "KL")
            .row(Trace.GD, "To the right of the circle", centre.divergence(state.right()))
            .row(Trace.GD, "To the top of the circle", centre.divergence(state.up()))
            .row(Trace.NATURAL, "To the ball", state.level())
            .words("Shift of μ on the ball", Numbers.reading(state.numbers().get("shift")));
    String title = "Circles of radius %s, and balls of KL %s";
    return new Drawing(
        List.of(
            chart.panel(
                title.formatted(Numbers.field(state.radius()), Numbers.field(state.level())),
                alternative),
            densities(
                centre,
                state.right(),
                new Normal(centre.mean() + state.numbers().get("shift"), centre.deviation()),
                "The centre, and shifts to the circle and to the ball",
                "Densities of the centre and of two that are shifted to the right.")),
        readings,
        state.numbers(),
        "KL " + Numbers.reading(centre.divergence(state.right())));
  }

  private void balls(Chart chart, Normal centre) {
    double[][] circle = new double[2][POINTS];
    for (int i = 0; i < POINTS; i++) {
      double angle = 2 * Math.PI * i / (POINTS - 1);
      circle[0][i] = centre.mean() + state.radius() * Math.cos(angle);
      circle[1][i] = centre.deviation() + state.radius() * Math.sin(angle);
    }
    double[][] ring = centre.ball(state.level(), POINTS);
    chart.line(circle[0], circle[1], Trace.GD, 1.5).line(ring[0], ring[1], Trace.NATURAL, 1.5);
  }

  /** The densities of both ends and of the middle of the geodesic. */
  private Panel densities(double[][] path) {
    return densities(
        state.start(),
        state.end(),
        new Normal(path[0][POINTS / 2], path[1][POINTS / 2]),
        "Both ends and half way",
        "Densities of both ends and of the middle of the geodesic.");
  }

  /** Two densities, and a third that belongs to the Fisher metric. */
  private Panel densities(Normal one, Normal other, Normal third, String title, String words) {
    Box box = state.box();
    double ratio = (box.y1() - box.y0()) / (box.x1() - box.x0());
    double least = Math.min(one.deviation(), other.deviation());
    double top = 0.45 / Math.max(0.1, Math.min(least, third.deviation()));
    double reach = 1.3 * Math.max(Math.abs(box.x0()), Math.abs(box.x1()));
    Chart chart =
        Chart.of(
            new Size(width, Math.rint(width * Math.min(1, ratio))),
            new Box(-reach, reach, -FOOT * top, top));
    chart.rules().axes("x", "density");
    chart.curve(x -> density(one, x), Trace.GD);
    chart.curve(x -> density(other, x), Trace.GD);
    chart.curve(x -> density(third, x), Trace.NATURAL);
    return chart.panel(title, words);
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
    boolean left = false;
    for (NormalCoordinates coordinates : NormalCoordinates.values()) {
      double[] plain = end(state.path(coordinates, false));
      double[] natural = end(state.path(coordinates, true));
      boolean arrived = natural[1] > 0;
      left |= !(arrived && plain[1] > 0);
      double rest = arrived ? best.divergence(new Normal(natural[0], natural[1])) : Double.NaN;
      readings =
          readings.row(
              TRACES.get(coordinates),
              NAMES.get(coordinates),
              plain[0],
              plain[1],
              natural[0],
              natural[1],
              rest);
    }
    if (left) {
      readings = readings.words("A path that leaves σ > 0 ends there.", "", "", "", "", "");
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
