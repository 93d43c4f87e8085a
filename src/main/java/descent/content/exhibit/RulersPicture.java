package descent.content.exhibit;

import descent.objective.Norm;
import descent.plot.Chart;
import descent.plot.Numbers;
import descent.plot.Panel;
import descent.plot.Scale;
import descent.plot.Size;
import descent.plot.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The pictures of a {@link RulersExhibit}. */
record RulersPicture(RulersExhibit state, double width, String alternative) {
  private static final int ANGLES = 720;

  /** The radius of a ball as a part of the width of what is visible. */
  private static final double REACH = 0.16;

  /** A norm, how it is drawn and what it is called. */
  private record Ruler(Norm norm, Trace trace, String name) {}

  private List<Ruler> rulers() {
    List<Ruler> rulers = new ArrayList<>();
    rulers.add(new Ruler(new Norm.Euclidean(), Trace.GD, "Euclidean"));
    if (!state.all()) {
      return rulers;
    }
    rulers.add(new Ruler(new Norm.Largest(), Trace.ADAM, "Largest coordinate"));
    rulers.add(new Ruler(new Norm.Sum(), Trace.MOMENTUM, "Sum of coordinates"));
    state.hessian().ifPresent(norm -> rulers.add(new Ruler(norm, Trace.NATURAL, "By the Hessian")));
    return rulers;
  }

  Drawing drawing() {
    double[] g = state.gradient();
    Readings readings = Readings.under("Length one", "step in x", "step in y", "slope");
    for (Ruler ruler : rulers()) {
      double[] d = ruler.norm().steepest(g);
      readings = readings.row(ruler.trace(), ruler.name(), d[0], d[1], state.slope(d));
    }
    Map<String, Double> numbers = state.numbers();
    readings =
        readings
            .words("Gradient", Numbers.reading(g[0]), Numbers.reading(g[1]), "")
            .words("Second term over first", "", "", Numbers.reading(numbers.get("ratio")))
            .words("Exact step", "", "", Numbers.reading(numbers.get("exact_rate")));
    String news = "slope " + Numbers.reading(numbers.get("euclidean_slope"));
    return new Drawing(List.of(balls(), slopes(), ratios()), readings, numbers, news);
  }

  private Size size() {
    return new Size(width, Math.rint(0.85 * width));
  }

  /** The map with the ball of each norm and where its steepest direction leaves it. */
  private Panel balls() {
    Chart chart = Chart.plane(size(), state.box());
    chart.contours(state.objective()).axes("x", "y");
    double reach = REACH * (chart.box().x1() - chart.box().x0());
    double[] at = state.at();
    for (Ruler ruler : rulers()) {
      double[][] ball = new double[2][ANGLES + 1];
      for (int k = 0; k <= ANGLES; k++) {
        double[] d = direction(k);
        double length = ruler.norm().length(d);
        ball[0][k] = at[0] + reach * d[0] / length;
        ball[1][k] = at[1] + reach * d[1] / length;
      }
      double[] way = ruler.norm().steepest(state.gradient());
      double[] tip = {at[0] + reach * way[0], at[1] + reach * way[1]};
      chart.line(ball[0], ball[1], ruler.trace(), 1.25);
      chart.line(new double[] {at[0], tip[0]}, new double[] {at[1], tip[1]}, ruler.trace(), 2.5);
      chart.head(tip[0], tip[1], ruler.trace());
    }
    chart.handle("at", "Point", at[0], at[1]);
    return chart.panel("Balls of length one", alternative);
  }

  /** A positive number, or {@code instead} where there is none. */
  private static double known(double number, double instead) {
    return number > 0 && Double.isFinite(number) ? number : instead;
  }

  private static double[] direction(int k) {
    double angle = 2 * Math.PI * k / ANGLES - Math.PI;
    return new double[] {Math.cos(angle), Math.sin(angle)};
  }

  /** gᵀd over all d of length one, in degrees from the x axis. */
  private Panel slopes() {
    double[] g = state.gradient();
    List<Ruler> rulers = rulers();
    double steepest =
        rulers.stream()
            .mapToDouble(ruler -> -state.slope(ruler.norm().steepest(g)))
            .max()
            .orElse(1);
    double most = 1.15 * known(steepest, 1);
    Size size = size();
    Chart chart =
        new Chart(
            size,
            Scale.linear(-180, 180, 0, size.width()),
            Scale.linear(-most, most, size.height(), 0));
    chart.rules();
    double[] angles = new double[ANGLES + 1];
    Arrays.setAll(angles, k -> 360.0 * k / ANGLES - 180);
    for (Ruler ruler : rulers) {
      double[] slope = new double[ANGLES + 1];
      Arrays.setAll(slope, k -> state.slope(direction(k)) / ruler.norm().length(direction(k)));
      double[] way = ruler.norm().steepest(g);
      chart.line(angles, slope, ruler.trace());
      chart.head(Math.toDegrees(Math.atan2(way[1], way[0])), state.slope(way), ruler.trace());
    }
    chart.axes("angle in °", "slope");
    return chart.panel(
        "Slope of a step of length one",
        "The slope against the angle of the step, one curve for each way to measure its length.");
  }

  /** The second-order term of the step −ηg over the first, against η. */
  private Panel ratios() {
    Size size = size();
    double whole = known(state.ratio(1), 1);
    double low = Math.min(0.1, RulersExhibit.LEAST_RATE * whole);
    double high = Math.max(2, whole);
    Chart chart =
        new Chart(
            size,
            Scale.logarithmic(RulersExhibit.LEAST_RATE, 1, 0, size.width()),
            Scale.logarithmic(low, high, size.height(), 0));
    chart.rules().axes("learning rate", "ratio");
    chart.hair(new double[] {RulersExhibit.LEAST_RATE, 1}, new double[] {1, 1}, "ink-3", "2 3");
    chart.curve(state::ratio, Trace.GD);
    chart.head(state.rate(), state.ratio(state.rate()), Trace.GD);
    return chart.panel(
        "Second term over first",
        "A straight line on logarithmic axes: a tenth of the step is a tenth of the ratio.");
  }
}
