package descent.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts words beside the points of one picture, so that they cover neither each other, nor a mark,
 * nor the border, and as little of the paths as they can; {@code beside.js} does the same.
 */
final class Beside {
  /** The first place that is tried, right of a point. */
  static final int RIGHT = 0;

  /** The first place that is tried, left of a point and above it. */
  static final int ABOVE = 1;

  private static final double[][] PLACES = {
    {15, 4}, {-14, -7}, {-15, 4}, {14, -7}, {14, 19}, {-14, 19}
  };
  private static final double LETTER = 7.5;
  private static final double ASCENT = 11;
  private static final double DESCENT = 4;
  private static final double MENU_WIDTH = 90;
  private static final double MENU_HEIGHT = 34;

  private final double width;
  private final double height;
  private final List<Area> taken = new ArrayList<>();
  private final List<double[]> paths = new ArrayList<>();

  /** What is covered, in pixels. */
  record Area(double left, double top, double right, double bottom) {
    static Area around(double x, double y, double half) {
      return new Area(x - half, y - half, x + half, y + half);
    }

    boolean meets(Area other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** Whether the line between two points goes through. */
    boolean isCrossed(double x0, double y0, double x1, double y1) {
      double[] across = between(x0, x1, left, right);
      double[] down = between(y0, y1, top, bottom);
      double enters = Math.max(0, Math.max(across[0], down[0]));
      return enters < Math.min(1, Math.min(across[1], down[1]));
    }

    /** The part of a line between two sides. */
    private static double[] between(double from, double to, double low, double high) {
      if (from == to) {
        return from > low && from < high ? new double[] {0, 1} : new double[] {1, 0};
      }
      double a = (low - from) / (to - from);
      double b = (high - from) / (to - from);
      return new double[] {Math.min(a, b), Math.max(a, b)};
    }
  }

  /**
   * Where words stand.
   *
   * @param x their end that is nearer to the point
   * @param y their baseline
   * @param right whether they begin there
   */
  record Place(double x, double y, boolean right, Area area) {}

  /** The menu of views stands in the upper right corner. */
  Beside(double width, double height) {
    this.width = width;
    this.height = height;
    taken.add(new Area(width - MENU_WIDTH, 0, width, MENU_HEIGHT));
  }

  /** Keeps words off a mark. */
  void mark(double x, double y, double half) {
    taken.add(Area.around(x, y, half));
  }

  /**
   * Keeps words off a path where there is a choice.
   *
   * @param points x₀, y₀, x₁, y₁, … in pixels; never written
   */
  void path(double[] points) {
    paths.add(points);
  }

  /** How many pieces of the paths go through {@code area}. */
  int crossings(Area area) {
    int count = 0;
    for (double[] points : paths) {
      for (int i = 2; i < points.length; i += 2) {
        count += area.isCrossed(points[i - 2], points[i - 1], points[i], points[i + 1]) ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * The free place for {@code words} that the paths cross least, tried from the place {@code first}
   * on, which is then taken.
   */
  Optional<Place> place(String words, double x, double y, int first) {
    Optional<Place> best =
        places(words, x, y, first).stream()
            .min(Comparator.comparingInt(place -> crossings(place.area())));
    best.ifPresent(place -> taken.add(place.area()));
    return best;
  }

  private List<Place> places(String words, double x, double y, int first) {
    List<Place> free = new ArrayList<>();
    for (int i = 0; i < PLACES.length; i++) {
      double[] offset = PLACES[(first + i) % PLACES.length];
      double length = LETTER * words.length();
      double at = x + offset[0];
      double base = y + offset[1];
      boolean right = offset[0] > 0;
      Area area =
          new Area(
              right ? at : at - length, base - ASCENT, right ? at + length : at, base + DESCENT);
      boolean inside =
          area.left() >= 0 && area.top() >= 0 && area.right() <= width && area.bottom() <= height;
      if (inside && isFree(area)) {
        free.add(new Place(at, base, right, area));
      }
    }
    return free;
  }

  boolean isFree(Area area) {
    return taken.stream().noneMatch(area::meets);
  }
}
