package descent.plot;

import descent.objective.Box;
import descent.objective.Formula;
import descent.objective.Taylor;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A function with its first two Taylor polynomials: as curves, as errors against the distance, or
 * as surfaces, as SVG for a page.
 *
 * @param at where the polynomials touch, n coordinates; never written
 * @param probe where they are read, n coordinates; never written
 * @param box what is shown
 */
public record TaylorPicture(Formula formula, Taylor taylor, double[] at, double[] probe, Box box) {
  private static final Size SIZE = new Size(716, 464);
  private static final Palette PALETTE = Palette.PAGE;
  private static final int CELLS = 24;

  /** Over one variable: the curve, the line and the parabola. */
  public String curve(String alternative) {
    Scale x = Scale.linear(box.x0(), box.x1(), 0, SIZE.width());
    Scale y = Scale.linear(box.y0(), box.y1(), SIZE.height(), 0);
    Svg svg = new Svg();
    grid(svg, x, y);
    line(svg, x, y, taylor::exact, "ink", "", "2");
    line(svg, x, y, taylor::first, Trace.ADAM, "2");
    line(svg, x, y, taylor::second, Trace.MOMENTUM, "2");
    dot(svg, x.at(at[0]), y.at(taylor.exact(at)), "ink");
    svg.element(
        "path",
        "d",
        "M%.1f 0V%.0f".formatted(x.at(probe[0]), SIZE.height()),
        "stroke",
        PALETTE.colour("ink-3"));
    return RunPicture.frame("map", SIZE, alternative, "xMidYMid slice", svg.toString());
  }

  private void grid(Svg svg, Scale x, Scale y) {
    svg.open("g", "class", "ticks", "fill", PALETTE.colour("ink-3"));
    for (double tick : x.ticks(7)) {
      String text =
          x.logarithmic()
              ? Numbers.logarithmicTick(tick)
              : Numbers.tick(tick, Scale.step(x.high() - x.low(), 7));
      svg.text(text, "x", x.at(tick), "y", SIZE.height() - 9, "text-anchor", "middle");
    }
    for (double tick : y.ticks(8)) {
      String text =
          y.logarithmic()
              ? Numbers.logarithmicTick(tick)
              : Numbers.tick(tick, Scale.step(y.high() - y.low(), 8));
      svg.element(
          "path", "d", "M0 " + Math.round(y.at(tick)) + ".5H716", "stroke", PALETTE.colour("line"));
      svg.text(text, "x", 8.0, "y", y.at(tick) - 4);
    }
    svg.close("g");
  }

  private void line(
      Svg svg, Scale x, Scale y, ToDoubleFunction<double[]> f, Trace trace, String width) {
    line(svg, x, y, f, PALETTE.colour(trace), trace.dash(), width);
  }

  private void line(
      Svg svg,
      Scale x,
      Scale y,
      ToDoubleFunction<double[]> f,
      String colour,
      String dash,
      String width) {
    double[] points = new double[2 * 239];
    for (int i = 0; i < 239; i++) {
      points[2 * i] = 3.0 * i;
      points[2 * i + 1] = Svg.clamp(y.at(f.applyAsDouble(new double[] {x.value(3.0 * i)})));
    }
    draw(svg, points, colour, dash, width);
  }

  private static void draw(Svg svg, double[] points, String colour, String dash, String width) {
    String paint = colour.startsWith("var") ? colour : PALETTE.colour(colour);
    svg.element(
        "path",
        "d",
        Polyline.open(points),
        "fill",
        "none",
        "stroke",
        paint,
        "stroke-width",
        width,
        "stroke-dasharray",
        dash,
        "stroke-linejoin",
        "round");
  }

  private static void dot(Svg svg, double x, double y, String token) {
    svg.element(
        "circle",
        "cx",
        x,
        "cy",
        y,
        "r",
        "5.5",
        "fill",
        PALETTE.colour(token),
        "stroke",
        PALETTE.colour("halo"),
        "stroke-width",
        "2");
  }

  /** What each polynomial misses against the distance, both axes logarithmic. */
  public String errors(String alternative) {
    Taylor.Errors errors = taylor.errors(probe);
    Scale x = Scale.logarithmic(1e-6, 1, 44, SIZE.width() - 14);
    Scale y = Scale.logarithmic(1e-16, 100, SIZE.height() - 30, 16);
    Svg svg = new Svg();
    grid(svg, x, y);
    error(svg, x, y, errors.distance(), errors.first(), Trace.ADAM);
    error(svg, x, y, errors.distance(), errors.second(), Trace.MOMENTUM);
    return RunPicture.frame("map", SIZE, alternative, "xMidYMid meet", svg.toString());
  }

  private static void error(Svg svg, Scale x, Scale y, double[] h, double[] e, Trace trace) {
    double[] points = new double[2 * h.length];
    for (int i = 0; i < h.length; i++) {
      points[2 * i] = x.at(h[i]);
      points[2 * i + 1] = y.at(Math.max(e[i], 1e-16));
    }
    draw(svg, points, PALETTE.colour(trace), trace.dash(), "2");
  }

  /** Over two variables: the surface, the plane and the quadric, seen from aside. */
  public String surface(String alternative) {
    return surface(alternative, true);
  }

  /** The surface and the quadric alone. */
  public String quadric(String alternative) {
    return surface(alternative, false);
  }

  private String surface(String alternative, boolean hasPlane) {
    double[] f = sample(taylor::exact);
    double low = Arrays.stream(f).min().orElse(0);
    double high = Math.max(low + 1e-9, Arrays.stream(f).max().orElse(1));
    Projection projection = new Projection(box, low, high, SIZE);
    Svg svg = new Svg();
    mesh(svg, projection, f, low, high, "");
    if (hasPlane) {
      mesh(svg, projection, sample(taylor::first), low, high, PALETTE.colour(Trace.ADAM));
    }
    mesh(svg, projection, sample(taylor::second), low, high, PALETTE.colour(Trace.MOMENTUM));
    double[] touch = projection.at(at[0], at[1], taylor.exact(at));
    dot(svg, touch[0], touch[1], "ink");
    return RunPicture.frame("map", SIZE, alternative, "xMidYMid meet", svg.toString());
  }

  private double[] sample(ToDoubleFunction<double[]> f) {
    double[] values = new double[(CELLS + 1) * (CELLS + 1)];
    for (int k = 0; k < values.length; k++) {
      values[k] = f.applyAsDouble(new double[] {x(k % (CELLS + 1)), y(k / (CELLS + 1))});
    }
    return values;
  }

  private double x(int i) {
    return box.x0() + (box.x1() - box.x0()) * i / CELLS;
  }

  private double y(int j) {
    return box.y0() + (box.y1() - box.y0()) * j / CELLS;
  }

  /** Every third line of a net, or the tinted surface where no colour is given. */
  private void mesh(
      Svg svg, Projection projection, double[] z, double low, double high, String colour) {
    int row = CELLS + 1;
    if (colour.isEmpty()) {
      for (int j = CELLS - 1; j >= 0; j--) {
        for (int i = 0; i < CELLS; i++) {
          int k = j * row + i;
          double mean = (z[k] + z[k + 1] + z[k + row] + z[k + row + 1]) / 4;
          double[] points = new double[8];
          List<int[]> corners =
              List.of(
                  new int[] {i, j},
                  new int[] {i + 1, j},
                  new int[] {i + 1, j + 1},
                  new int[] {i, j + 1});
          for (int c = 0; c < 4; c++) {
            int[] corner = corners.get(c);
            double[] p = projection.at(x(corner[0]), y(corner[1]), z[corner[1] * row + corner[0]]);
            points[2 * c] = p[0];
            points[2 * c + 1] = p[1];
          }
          svg.element(
              "path",
              "d",
              Polyline.open(points) + "Z",
              "fill",
              PALETTE.tint(Math.rint(16 * (mean - low) / (high - low)) / 16),
              "stroke",
              PALETTE.colour("map-line"),
              "stroke-width",
              ".5",
              "stroke-opacity",
              ".3");
        }
      }
      return;
    }
    for (int k = 0; k <= CELLS; k += 4) {
      net(svg, projection, z, k, true, low, high, colour);
      net(svg, projection, z, k, false, low, high, colour);
    }
  }

  private void net(
      Svg svg,
      Projection projection,
      double[] z,
      int fixed,
      boolean isRow,
      double low,
      double high,
      String colour) {
    double[] points = new double[2 * (CELLS + 1)];
    double room = 0.25 * (high - low);
    for (int k = 0; k <= CELLS; k++) {
      int i = isRow ? k : fixed;
      int j = isRow ? fixed : k;
      double height = z[j * (CELLS + 1) + i];
      boolean visible = height > low - room && height < high + room;
      double[] p = projection.at(x(i), y(j), visible ? height : Double.NaN);
      points[2 * k] = p[0];
      points[2 * k + 1] = p[1];
    }
    draw(svg, points, colour, "", "1.25");
  }
}
