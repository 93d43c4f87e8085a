package descent.plot;

import descent.objective.Box;
import descent.objective.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A picture with two axes, drawn mark by mark in the axes' own numbers; used once. */
public final class Chart {
  private static final Palette PALETTE = Palette.PAGE;
  private static final double CASING = 2.5;
  private static final double NAMED = 28;
  private static final double DOT_DISTANCE = 9;

  private final Size size;
  private final Scale x;
  private final Scale y;
  private final Svg svg = new Svg();
  private final Svg names = new Svg();
  private final List<Handle> handles = new ArrayList<>();

  /**
   * An empty picture; scales map to pixels of {@code size}.
   *
   * @param x across, from the left edge
   * @param y up, from the lower edge
   */
  public Chart(Size size, Scale x, Scale y) {
    this.size = size;
    this.x = x;
    this.y = y;
  }

  /** A picture that fills {@code size} with a box, each axis with its own scale. */
  public static Chart of(Size size, Box box) {
    return new Chart(
        size,
        Scale.linear(box.x0(), box.x1(), 0, size.width()),
        Scale.linear(box.y0(), box.y1(), size.height(), 0));
  }

  /** A part of the plane with one scale on both axes, at least {@code wanted}. */
  public static Chart plane(Size size, Box wanted) {
    View view = View.of(wanted, size.width(), size.height());
    return new Chart(size, view.x(), view.y());
  }

  /** What is visible. */
  public Box box() {
    return new Box(x.low(), x.high(), y.low(), y.high());
  }

  /** The contour map of an objective of two coordinates, under all that follows. */
  public Chart contours(Objective objective) {
    return contours(
        ContourMap.of(objective, box(), size.width(), size.height(), Double.POSITIVE_INFINITY));
  }

  /** A contour map of this very box and size. */
  public Chart contours(ContourMap map) {
    MapPicture.bands(svg, map, PALETTE);
    return this;
  }

  /**
   * A field of signed numbers that fills the picture.
   *
   * @param values rows from the top
   * @param most what the strongest colour means
   */
  public Chart heat(double[][] values, double most) {
    String cells =
        "scale(%s %s)".formatted(size.width() / values[0].length, size.height() / values.length);
    Heat.draw(svg, values, most, cells, PALETTE);
    return this;
  }

  /** Ticks and names of both axes, above all lines. */
  public Chart axes(String across, String up) {
    names.open("g", "class", "axes", "fill", PALETTE.colour("ink-2"));
    MapPicture.axes(names, ContourMap.ticks(x, size.width()), clear(), size, PALETTE);
    names.cased(across, size.width() - 8, size.height() - 24, "end", PALETTE);
    names.cased(up, 8, 16, "start", PALETTE);
    names.close("g");
    return this;
  }

  /** The ticks of the axis up that are clear of its name and of the ticks across. */
  private List<ContourMap.Tick> clear() {
    return ContourMap.ticks(y, size.height()).stream()
        .filter(tick -> tick.at() > NAMED && tick.at() < size.height() - NAMED)
        .toList();
  }

  /** Hairlines at the ticks of the axis up. */
  public Chart rules() {
    for (ContourMap.Tick tick : ContourMap.ticks(y, size.height())) {
      String at = "M0 " + Math.round(tick.at()) + ".5H" + Math.round(size.width());
      svg.element("path", "d", at, "stroke", PALETTE.colour("line"));
    }
    return this;
  }

  /** A line in the colour and dash of {@code trace}, cased. */
  public Chart line(double[] xs, double[] ys, Trace trace) {
    return line(xs, ys, trace, 2);
  }

  /** A line {@code width} pixels wide. */
  public Chart line(double[] xs, double[] ys, Trace trace, double width) {
    String path = Polyline.open(pixels(xs, ys));
    svg.open("g", "fill", "none", "stroke-linejoin", "round");
    svg.element(
        "path",
        "d",
        path,
        "stroke",
        PALETTE.colour("halo"),
        "stroke-width",
        width + CASING,
        "stroke-opacity",
        ".8");
    svg.element(
        "path",
        "d",
        path,
        "stroke",
        PALETTE.colour(trace),
        "stroke-width",
        width,
        "stroke-dasharray",
        trace.dash());
    svg.close("g");
    return this;
  }

  /** The curve of a function of the axis across. */
  public Chart curve(DoubleUnaryOperator f, Trace trace) {
    int count = (int) size.width() / 2 + 1;
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = x.value(x.from() + (x.to() - x.from()) * i / (count - 1));
      ys[i] = f.applyAsDouble(xs[i]);
    }
    return line(xs, ys, trace);
  }

  /** A thin line without casing, in a colour of the style sheet. */
  public Chart hair(double[] xs, double[] ys, String token, String dash) {
    svg.element(
        "path",
        "d",
        Polyline.open(pixels(xs, ys)),
        "fill",
        "none",
        "stroke",
        PALETTE.colour(token),
        "stroke-width",
        "1.25",
        "stroke-dasharray",
        dash);
    return this;
  }

  /** The region between two curves over the same points, where they are finite. */
  public Chart band(double[] xs, double[] low, double[] high, String token) {
    int n = xs.length;
    double[] ring = new double[4 * n];
    for (int i = 0; i < n; i++) {
      ring[2 * i] = Svg.clamp(x.at(xs[i]));
      ring[2 * i + 1] = Svg.clamp(y.at(low[i]));
      ring[2 * (2 * n - 1 - i)] = Svg.clamp(x.at(xs[i]));
      ring[2 * (2 * n - 1 - i) + 1] = Svg.clamp(y.at(high[i]));
    }
    String outline = Polyline.open(ring);
    if (!outline.isEmpty()) {
      svg.element("path", "d", outline + "Z", "fill", PALETTE.colour(token));
    }
    return this;
  }

  /** A filled dot for each point. */
  public Chart dots(double[] xs, double[] ys, String token, double radius) {
    svg.open(
        "g", "fill", PALETTE.colour(token), "stroke", PALETTE.colour("halo"), "stroke-width", "1");
    for (int i = 0; i < xs.length; i++) {
      if (isVisible(xs[i], ys[i])) {
        svg.element("circle", "cx", x.at(xs[i]), "cy", y.at(ys[i]), "r", radius);
      }
    }
    svg.close("g");
    return this;
  }

  /** A dot for each point in the colour of {@code trace}. */
  public Chart dots(double[] xs, double[] ys, Trace trace, double radius) {
    return dots(xs, ys, "optimizer-" + trace.name().toLowerCase(Locale.ROOT), radius);
  }

  /** A dot for each point of a path that is far enough from the one before to be told apart. */
  public Chart steps(double[] xs, double[] ys, Trace trace, double radius) {
    int[] apart =
        IntStream.range(1, xs.length)
            .filter(i -> distance(xs[i - 1], ys[i - 1], xs[i], ys[i]) >= DOT_DISTANCE)
            .toArray();
    return dots(
        IntStream.of(apart).mapToDouble(i -> xs[i]).toArray(),
        IntStream.of(apart).mapToDouble(i -> ys[i]).toArray(),
        trace,
        radius);
  }

  /** In pixels. */
  private double distance(double x0, double y0, double x1, double y1) {
    return Math.hypot(x.at(x1) - x.at(x0), y.at(y1) - y.at(y0));
  }

  /** The head of a trace. */
  public Chart head(double atX, double atY, Trace trace) {
    return shape(trace.head(), atX, atY, PALETTE.colour(trace));
  }

  /** A small cross, as of a minimum. */
  public Chart cross(double atX, double atY) {
    if (isVisible(atX, atY)) {
      svg.element(
          "path",
          "d",
          "M-6 0h12M0-6v12",
          "transform",
          translate(atX, atY),
          "stroke",
          PALETTE.colour("ink"),
          "stroke-width",
          "1.5");
    }
    return this;
  }

  /** A dashed ring, where somebody thought that something would be. */
  public Chart ring(double atX, double atY) {
    svg.element(
        "circle",
        "cx",
        x.at(atX),
        "cy",
        y.at(atY),
        "r",
        "9",
        "fill",
        "none",
        "stroke",
        PALETTE.colour("ink"),
        "stroke-width",
        "2",
        "stroke-dasharray",
        "4 3");
    return this;
  }

  private boolean isVisible(double atX, double atY) {
    return atX >= x.low() && atX <= x.high() && atY >= y.low() && atY <= y.high();
  }

  private Chart shape(String path, double atX, double atY, String colour) {
    if (Double.isFinite(x.at(atX) + y.at(atY))) {
      svg.element(
          "path",
          "d",
          path,
          "transform",
          translate(atX, atY),
          "fill",
          colour,
          "stroke",
          PALETTE.colour("halo"),
          "stroke-width",
          "2",
          "paint-order",
          "stroke");
    }
    return this;
  }

  /**
   * Arrows of one length, from the points {@code at} along the directions {@code way}, each a row
   * of two coordinates.
   *
   * @param length in pixels
   */
  public Chart arrows(double[][] at, double[][] way, double length, Trace trace) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < at.length; i++) {
      double right = x.at(at[i][0] + way[i][0]) - x.at(at[i][0]);
      double down = y.at(at[i][1] + way[i][1]) - y.at(at[i][1]);
      double whole = Math.hypot(right, down);
      if (whole > 0 && Double.isFinite(whole)) {
        arrow(path, x.at(at[i][0]), y.at(at[i][1]), length * right / whole, length * down / whole);
      }
    }
    svg.element(
        "path", "d", path, "fill", "none", "stroke", PALETTE.colour(trace), "stroke-opacity", ".6");
    return this;
  }

  /** A shaft of (dx, dy) pixels and a head of two strokes, a third as long. */
  private static void arrow(StringBuilder path, double atX, double atY, double dx, double dy) {
    double back = 0.3;
    double aside = 0.17;
    path.append("M%s %sl%s %s".formatted(px(atX), px(atY), px(dx), px(dy)));
    for (int side = -1; side <= 1; side += 2) {
      path.append(
          "m%s %sl%s %s"
              .formatted(
                  px(-back * dx - side * aside * dy),
                  px(-back * dy + side * aside * dx),
                  px(back * dx + side * aside * dy),
                  px(back * dy - side * aside * dx)));
    }
  }

  /** A text around a point. */
  public Chart text(String text, double atX, double atY) {
    svg.open("g", "fill", PALETTE.colour("ink"));
    svg.cased(text, x.at(atX), y.at(atY) + 4, "middle", PALETTE);
    svg.close("g");
    return this;
  }

  /** A word beside a point. */
  public Chart word(String text, double atX, double atY, String anchor) {
    svg.open("g", "fill", PALETTE.colour("ink-2"));
    double aside = anchor.equals("middle") ? 0 : anchor.equals("end") ? -8 : 8;
    svg.cased(text, x.at(atX) + aside, y.at(atY) - 8, anchor, PALETTE);
    svg.close("g");
    return this;
  }

  /** A ring that may be dragged. */
  public Chart handle(String moves, String words, double atX, double atY) {
    handles.add(new Handle(moves, words, atX, atY));
    return this;
  }

  /** The finished picture. */
  public Panel panel(String title, String alternative) {
    handles.forEach(at -> names.ring(x.at(at.x()), y.at(at.y()), PALETTE));
    String drawn =
        RunPicture.frame("chart", size, alternative, "xMidYMid meet", svg + names.toString());
    return new Panel(title, drawn, x, y, handles);
  }

  private double[] pixels(double[] xs, double[] ys) {
    double[] points = new double[2 * xs.length];
    for (int i = 0; i < xs.length; i++) {
      points[2 * i] = Svg.clamp(x.at(xs[i]));
      points[2 * i + 1] = Svg.clamp(y.at(ys[i]));
    }
    return points;
  }

  private String translate(double atX, double atY) {
    return "translate(" + px(x.at(atX)) + " " + px(y.at(atY)) + ")";
  }

  private static String px(double value) {
    return String.format(Locale.ROOT, "%.1f", Svg.clamp(value));
  }
}
