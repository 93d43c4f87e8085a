package descent.plot;

import java.util.Map;
import java.util.TreeMap;

/** Cells of side one as strokes along the middle of their rows, drawn half a cell down. */
final class CellRuns {
  private final StringBuilder path = new StringBuilder();
  private int row;
  private int column;

  private CellRuns() {}

  /** The colour of each cell; empty where none is drawn. */
  interface Colours {
    String at(int row, int column);
  }

  /**
   * The path of each colour; a run is given from the end of the one before, which makes many cells
   * small to send.
   */
  static Map<String, CellRuns> of(int rows, int columns, Colours colours) {
    Map<String, CellRuns> runs = new TreeMap<>();
    for (int row = 0; row < rows; row++) {
      int from = 0;
      for (int column = 1; column <= columns; column++) {
        String colour = colours.at(row, from);
        if (column == columns || !colours.at(row, column).equals(colour)) {
          if (!colour.isEmpty()) {
            runs.computeIfAbsent(colour, c -> new CellRuns()).add(row, from, column);
          }
          from = column;
        }
      }
    }
    return runs;
  }

  private void add(int at, int from, int to) {
    path.append("m%d %dh%d".formatted(from - column, at - row, to - from));
    row = at;
    column = to;
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
