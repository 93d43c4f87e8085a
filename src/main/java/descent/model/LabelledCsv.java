package descent.model;

import descent.linalg.Matrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Examples in a text: a line that names the columns, then one example a line, numbers between
 * commas but for the column that names its class; classes are numbered in order of appearance.
 */
public final class LabelledCsv {
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_COLUMNS = 1_000;
  private static final int MOST_CLASSES = 100;

  private final List<String> head;
  private final int label;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Integer> targets = new ArrayList<>();
  private final Map<String, Integer> classes = new LinkedHashMap<>();

  private LabelledCsv(List<String> head, int label) {
    this.head = head;
    this.label = label;
  }

  /** What is wrong with a line, and what would be right. */
  public static final class Flaw extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Flaw(int line, String message, Object... arguments) {
      super("%d: %s".formatted(line, message.formatted(arguments)));
    }
  }

  /**
   * Reads {@code text}.
   *
   * @param label one of its {@linkplain #columns columns}, of the classes
   * @throws Flaw naming the line and the column that is wrong
   */
  public static Dataset read(String name, String text, String label) {
    List<String> head = columns(text);
    LabelledCsv csv = new LabelledCsv(head, head.indexOf(label));
    List<String> lines = text.lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        csv.add(i + 1, cells(i + 1, lines.get(i)));
      }
    }
    return csv.dataset(name);
  }

  /**
   * The names in the first line of {@code text}.
   *
   * @throws Flaw if they are not at least two different ones
   */
  public static List<String> columns(String text) {
    String line = text.lines().findFirst().orElse("");
    List<String> head = cells(1, line);
    if (head.size() < 2 || head.size() > MOST_COLUMNS + 1) {
      throw new Flaw(
          1,
          "%d columns; a line with the names of 2 to %,d columns between commas would be right",
          line.isBlank() ? 0 : head.size(),
          MOST_COLUMNS + 1);
    }
    if (head.stream().allMatch(cell -> Double.isFinite(number(cell)))) {
      throw new Flaw(1, "all numbers; the first line should name the columns, such as x,y,class");
    }
    for (int j = 0; j < head.size(); j++) {
      if (head.get(j).isEmpty() || head.indexOf(head.get(j)) < j) {
        throw new Flaw(
            1, "column %d is called '%s'; each needs a name of its own", j + 1, head.get(j));
      }
    }
    return head;
  }

  private void add(int line, List<String> cells) {
    if (cells.size() != head.size()) {
      throw new Flaw(line, "%d cells; %d would be right, as in line 1", cells.size(), head.size());
    }
    if (rows.size() == MOST_ROWS) {
      throw new Flaw(line, "more than %,d examples; fewer would be right", MOST_ROWS);
    }
    double[] row = new double[head.size() - 1];
    for (int j = 0, k = 0; j < head.size(); j++) {
      if (j != label) {
        row[k++] = input(line, j, cells.get(j));
      }
    }
    rows.add(row);
    targets.add(target(line, cells.get(label)));
  }

  private double input(int line, int column, String cell) {
    double value = number(cell);
    if (!Double.isFinite(value)) {
      throw new Flaw(
          line,
          "column %d (%s) is '%s'; a finite number such as 0.5 would be right",
          column + 1,
          head.get(column),
          cell);
    }
    return value;
  }

  private int target(int line, String cell) {
    if (cell.isEmpty()) {
      throw new Flaw(
          line,
          "column %d (%s) is empty; the name of a class would be right",
          label + 1,
          head.get(label));
    }
    Integer target = classes.computeIfAbsent(cell, name -> classes.size());
    if (target == MOST_CLASSES) {
      throw new Flaw(
          line,
          "column %d (%s) names more than %d classes; 2 to %d would be right, 'label' says in which"
              + " column",
          label + 1,
          head.get(label),
          MOST_CLASSES,
          MOST_CLASSES);
    }
    return target;
  }

  private Dataset dataset(String name) {
    if (classes.size() < 2) {
      throw new Flaw(
          rows.isEmpty() ? 1 : 2,
          "%d examples of %d classes; examples of at least 2 classes would be right in column %d"
              + " (%s)",
          rows.size(),
          classes.size(),
          label + 1,
          head.get(label));
    }
    double[][] y = targets.stream().map(t -> new double[] {t}).toArray(double[][]::new);
    return new Dataset(
        name, Matrix.of(rows.toArray(double[][]::new)), Matrix.of(y), classes.size(), name);
  }

  /** The cells of a line; one that holds commas stands in quotes, a quote in it is doubled. */
  private static List<String> cells(int line, String text) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      if (i == text.length() || c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else if (c != '"') {
        cell.append(c);
      } else if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(text.charAt(++i));
      } else {
        quoted = !quoted;
      }
    }
    if (quoted) {
      throw new Flaw(line, "a quote is not closed; \" at both ends of a cell would be right");
    }
    return cells;
  }

  /** NaN for what is no number in decimal digits. */
  private static double number(String cell) {
    if (cell.isEmpty() || !Character.isDigit(cell.charAt(cell.length() - 1))) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
