package descent.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Marching squares: the edge of the region where a grid is above a level, as closed rings.
 *
 * <p>Each ring has the region at its left and is closed outside the view by {@link #MARGIN} pixels,
 * so that one ring serves as fill and as line. A saddle cell is decided by its centre.
 */
final class Contours {
  static final double MARGIN = 6;
  private static final double LOW = -1e300;

  private final Grid grid;
  private final int columns;
  private final int rows;

  /** The grid with a border of lowest values around it. */
  private final double[] values;

  /** For each crossed edge, the edge at which the line leaves the next cell; else −1. */
  private final int[] next;

  private double level;

  Contours(Grid grid) {
    this.grid = grid;
    columns = grid.columns() + 2;
    rows = grid.rows() + 2;
    values = new double[columns * rows];
    Arrays.fill(values, LOW);
    for (int j = 0; j < grid.rows(); j++) {
      for (int i = 0; i < grid.columns(); i++) {
        values[(j + 1) * columns + i + 1] = Math.max(LOW, Math.min(-LOW, grid.value(i, j)));
      }
    }
    next = new int[2 * columns * rows];
    Arrays.fill(next, -1);
  }

  /**
   * The rings of {@code grid > level}: x and y in pixels, interleaved, first point not repeated.
   */
  static List<double[]> rings(Grid grid, double level) {
    return new Contours(grid).rings(level);
  }

  /** The same for one level after the other. */
  List<double[]> rings(double height) {
    level = height;
    for (int j = 0; j < rows - 1; j++) {
      for (int i = 0; i < columns - 1; i++) {
        cell(i, j);
      }
    }
    return trace();
  }

  private double value(int i, int j) {
    return values[j * columns + i];
  }

  private int horizontal(int i, int j) {
    return 2 * (j * columns + i);
  }

  private int vertical(int i, int j) {
    return horizontal(i, j) + 1;
  }

  private void cell(int i, int j) {
    int k = j * columns + i;
    boolean a = values[k] > level;
    boolean b = values[k + 1] > level;
    boolean c = values[k + columns + 1] > level;
    boolean d = values[k + columns] > level;
    if (a == b && b == c && c == d) {
      return;
    }
    boolean[] above = {a, b, c, d};
    int[] edges = {horizontal(i, j), vertical(i + 1, j), horizontal(i, j + 1), vertical(i, j)};
    boolean saddle = a == c && b == d;
    boolean joined = saddle && centre(i, j) > level;
    for (int down = 0; down < 4; down++) {
      if (above[down] && !above[(down + 1) % 4]) {
        next[edges[down]] = edges[up(above, down, saddle, joined)];
      }
    }
  }

  /** The side at which the region, left at side {@code down}, is entered again. */
  private static int up(boolean[] above, int down, boolean saddle, boolean joined) {
    if (saddle) {
      return (down + (joined ? 1 : 3)) % 4;
    }
    int up = (down + 1) % 4;
    while (above[up] || !above[(up + 1) % 4]) {
      up = (up + 1) % 4;
    }
    return up;
  }

  private double centre(int i, int j) {
    return (value(i, j) + value(i + 1, j) + value(i + 1, j + 1) + value(i, j + 1)) / 4;
  }

  private List<double[]> trace() {
    List<double[]> rings = new ArrayList<>();
    for (int start = 0; start < next.length; start++) {
      if (next[start] >= 0) {
        rings.add(ring(start));
      }
    }
    return rings;
  }

  private double[] ring(int start) {
    double[] points = new double[64];
    int size = 0;
    for (int edge = start; next[edge] >= 0; ) {
      if (size == points.length) {
        points = Arrays.copyOf(points, 2 * size);
      }
      point(edge, points, size);
      size += 2;
      int following = next[edge];
      next[edge] = -1;
      edge = following;
    }
    return Arrays.copyOf(points, size);
  }

  private void point(int edge, double[] points, int at) {
    int i = edge / 2 % columns;
    int j = edge / 2 / columns;
    int i2 = edge % 2 == 0 ? i + 1 : i;
    int j2 = edge % 2 == 0 ? j : j + 1;
    double a = value(i, j);
    double b = value(i2, j2);
    double part = a == LOW || b == LOW ? 0.5 : (level - a) / (b - a);
    points[at] = x(i) + part * (x(i2) - x(i));
    points[at + 1] = y(j) + part * (y(j2) - y(j));
  }

  private double x(int i) {
    return i == 0 ? -MARGIN : i == columns - 1 ? grid.view().width() + MARGIN : grid.pixelX(i - 1);
  }

  private double y(int j) {
    return j == 0 ? grid.view().height() + MARGIN : j == rows - 1 ? -MARGIN : grid.pixelY(j - 1);
  }
}
