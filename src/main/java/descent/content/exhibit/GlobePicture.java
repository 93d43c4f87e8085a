package descent.content.exhibit;

import descent.model.SpherePoint;
import descent.objective.Box;
import descent.plot.Chart;
import descent.plot.Numbers;
import descent.plot.Panel;
import descent.plot.Size;
import descent.plot.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The pictures of a {@link GlobeExhibit}: the globe from afar, and its map in degrees. */
record GlobePicture(GlobeExhibit state, double width, String alternative) {
  private static final int POINTS = 121;
  private static final double TILT = Math.toRadians(40);
  private static final double RATIO = 110 / 180.0;
  private static final Box VIEW = new Box(-1.72, 1.72, -1.05, 1.05);
  private static final double PLANE = 0.42;

  Drawing drawing() {
    Map<String, Double> numbers = state.numbers();
    Readings readings =
        Readings.under("From one town to the other", "km")
            .row(Trace.NATURAL, "Great circle", km(numbers, "distance"))
            .row(Trace.GD, "Straight on the map", km(numbers, "straight"))
            .row("Largest latitude on the great circle", numbers.get("apex"));
    return new Drawing(
        List.of(globe(), map()),
        readings,
        numbers,
        "distance " + Numbers.reading(numbers.get("distance")));
  }

  private static String km(Map<String, Double> numbers, String name) {
    return Numbers.tick(numbers.get(name), 1);
  }

  private Size size() {
    return new Size(width, Math.rint(width * RATIO));
  }

  private Panel globe() {
    Chart chart = Chart.of(size(), VIEW);
    for (int degrees = -60; degrees <= 60; degrees += 30) {
      double parallel = degrees;
      mesh(chart, k -> new SpherePoint(3 * k - 180, parallel));
    }
    for (int degrees = -180; degrees < 180; degrees += 30) {
      double meridian = degrees;
      mesh(chart, k -> new SpherePoint(meridian, 1.5 * k - 90));
    }
    double[][] edge = new double[2][POINTS];
    for (int k = 0; k < POINTS; k++) {
      edge[0][k] = Math.cos(2 * Math.PI * k / (POINTS - 1));
      edge[1][k] = Math.sin(2 * Math.PI * k / (POINTS - 1));
    }
    chart.hair(edge[0], edge[1], "edge", "none");
    way(chart, state.straight(), Trace.GD);
    way(chart, state.shortest(), Trace.NATURAL);
    plane(chart);
    return chart.panel("The globe, with the plane of velocities at one town", alternative);
  }

  /** The tangent plane at the first town, and the direction of the shortest way in it. */
  private void plane(Chart chart) {
    double[] at = state.start().vector();
    double[][] tangents = state.start().tangents();
    double[][] corners = new double[5][];
    for (int k = 0; k < corners.length; k++) {
      double east = k == 1 || k == 2 ? PLANE : -PLANE;
      double north = k == 2 || k == 3 ? PLANE : -PLANE;
      double[] corner = new double[3];
      for (int i = 0; i < corner.length; i++) {
        corner[i] = at[i] + east * tangents[0][i] + north * tangents[1][i];
      }
      corners[k] = seen(corner);
    }
    chart.hair(column(corners, 0), column(corners, 1), "ink-2", "none");
    double[] way = state.start().direction(state.end());
    chart.arrows(
        new double[][] {Arrays.copyOf(seen(at), 2)},
        new double[][] {Arrays.copyOf(seen(way), 2)},
        PLANE * size().height() / 2,
        Trace.NATURAL);
    for (SpherePoint town : List.of(state.start(), state.end())) {
      double[] place = seen(town.vector());
      chart.ring(place[0], place[1]);
    }
  }

  private static void mesh(Chart chart, IntFunction<SpherePoint> point) {
    double[][] places = visible(IntStream.range(0, POINTS).mapToObj(point).toList());
    chart.hair(column(places, 0), column(places, 1), "line", "none");
  }

  private static void way(Chart chart, SpherePoint[] points, Trace trace) {
    double[][] places = visible(List.of(points));
    chart.line(column(places, 0), column(places, 1), trace);
  }

  /** Where points are seen; those behind the edge are no numbers. */
  private static double[][] visible(List<SpherePoint> points) {
    return points.stream()
        .map(point -> seen(point.vector()))
        .map(place -> place[2] < 0 ? new double[] {Double.NaN, Double.NaN} : place)
        .toArray(double[][]::new);
  }

  /** From far above latitude 40 of the meridian zero: to the right, up, and towards the eye. */
  private static double[] seen(double[] v) {
    return new double[] {
      v[1],
      Math.cos(TILT) * v[2] - Math.sin(TILT) * v[0],
      Math.cos(TILT) * v[0] + Math.sin(TILT) * v[2]
    };
  }

  private static double[] column(double[][] rows, int index) {
    return Arrays.stream(rows).mapToDouble(row -> row[index]).toArray();
  }

  private Panel map() {
    Chart chart = Chart.plane(size(), GlobeExhibit.MAP).rules();
    onMap(chart, state.straight(), Trace.GD);
    onMap(chart, state.shortest(), Trace.NATURAL);
    chart.axes("longitude", "latitude");
    chart.handle("start", "One town", state.start().longitude(), state.start().latitude());
    chart.handle("end", "Other town", state.end().longitude(), state.end().latitude());
    return chart.panel("The same in degrees", "A map in degrees with the same two ways.");
  }

  private static void onMap(Chart chart, SpherePoint[] points, Trace trace) {
    chart.line(
        Arrays.stream(points).mapToDouble(SpherePoint::longitude).toArray(),
        Arrays.stream(points).mapToDouble(SpherePoint::latitude).toArray(),
        trace);
  }
}
