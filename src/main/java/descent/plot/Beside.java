package descent.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts words beside the points of one picture, so that they cover neither each other, nor a mark,
 * nor the border; {@code beside.js} does the same.
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

  private final double width;
  private final double height;
  private final List<Area> taken = new ArrayList<>();

  /** What is covered, in pixels. */
  record Area(double left, double top, double right, double bottom) {
    static Area around(double x, double y, double half) {
      return new Area(x - half, y - half, x + half, y + half);
    }

    boolean meets(Area other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
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

  Beside(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** Keeps words off a mark. */
  void mark(double x, double y, double half) {
    taken.add(Area.around(x, y, half));
  }

  /**
   * The first free place for {@code words} from the place {@code first} on, which is then taken.
   */
  Optional<Place> place(String words, double x, double y, int first) {
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
        taken.add(area);
        return Optional.of(new Place(at, base, right, area));
      }
    }
    return Optional.empty();
  }

  boolean isFree(Area area) {
    return taken.stream().noneMatch(area::meets);
  }
}
