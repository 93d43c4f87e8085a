package descent.plot;

import descent.objective.Objective;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Numbers at evenly spaced points of a view, its border included.
 *
 * @param values row by row from the bottom, {@code columns × rows} of them; never written
 */
public record Grid(View view, int columns, int rows, double[] values) {
  /** The objective at points about {@code spacing} pixels apart. */
  public static Grid sample(Objective objective, View view, double spacing) {
    int columns = Math.max(2, (int) Math.rint(view.width() / spacing) + 1);
    int rows = Math.max(2, (int) Math.rint(view.height() / spacing) + 1);
    Grid grid = new Grid(view, columns, rows, new double[columns * rows]);
    double[] point = new double[2];
    for (int j = 0; j < rows; j++) {
      point[1] = view.y().value(grid.pixelY(j));
      for (int i = 0; i < columns; i++) {
        point[0] = view.x().value(grid.pixelX(i));
        grid.values[j * columns + i] = objective.value(point);
      }
    }
    return grid;
  }

  /** The same points with other numbers. */
  public Grid map(DoubleUnaryOperator change) {
    return new Grid(view, columns, rows, Arrays.stream(values).map(change).toArray());
  }

  public double value(int column, int row) {
    return values[row * columns + column];
  }

  public double pixelX(int column) {
    return view.width() * column / (columns - 1);
  }

  public double pixelY(int row) {
    return view.height() * (1 - row / (rows - 1.0));
  }

  /** Whether a number at the border is the lowest of all. */
  public boolean isLowestAtBorder() {
    double border = Double.POSITIVE_INFINITY;
    double inner = Double.POSITIVE_INFINITY;
    for (int k = 0; k < values.length; k++) {
      int i = k % columns;
      int j = k / columns;
      boolean isInner = i > 0 && i < columns - 1 && j > 0 && j < rows - 1;
      if (isInner) {
        inner = values[k] < inner ? values[k] : inner;
      } else {
        border = values[k] < border ? values[k] : border;
      }
    }
    return border < inner;
  }

  /** The finite numbers in ascending order. */
  public double[] sorted() {
    return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
  }
}
