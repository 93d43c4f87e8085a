package descent.model;

import descent.linalg.Matrix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Examples in a text file: one a line, numbers between commas, the target last; a first line of
 * names is skipped.
 */
final class Csv {
  private static final int LARGEST = 20_000_000;

  private Csv() {}

  static Dataset read(String name, InputStream in, boolean classes, String credit)
      throws IOException {
    List<double[]> rows = new ArrayList<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    long numbers = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank() || number == 1 && !startsWithNumber(line)) {
        continue;
      }
      double[] row = row(name, number, line);
      check(name, number, row, rows, classes);
      numbers += row.length;
      if (numbers > LARGEST) {
        throw new IllegalArgumentException(
            "%s:%d: more than %d numbers".formatted(name, number, LARGEST));
      }
      rows.add(row);
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(name + " has no examples");
    }
    return dataset(name, rows, classes, credit);
  }

  private static boolean startsWithNumber(String line) {
    try {
      return Double.isFinite(Double.parseDouble(line.split(",")[0].strip()));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static double[] row(String name, int number, String line) {
    String[] cells = line.split(",", -1);
    double[] row = new double[cells.length];
    for (int j = 0; j < cells.length; j++) {
      try {
        row[j] = Double.parseDouble(cells[j].strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "%s:%d: '%s' in column %d is no number".formatted(name, number, cells[j], j + 1), e);
      }
      if (!Double.isFinite(row[j])) {
        throw new IllegalArgumentException(
            "%s:%d: '%s' in column %d is not finite".formatted(name, number, cells[j], j + 1));
      }
    }
    return row;
  }

  private static void check(
      String name, int number, double[] row, List<double[]> before, boolean classes) {
    int columns = before.isEmpty() ? row.length : before.get(0).length;
    if (row.length < 2 || row.length != columns) {
      throw new IllegalArgumentException(
          "%s:%d: %d numbers, should be %d"
              .formatted(name, number, row.length, Math.max(2, columns)));
    }
    double target = row[row.length - 1];
    if (classes && (target < 0 || target != Math.rint(target) || target > 999)) {
      throw new IllegalArgumentException(
          "%s:%d: the last column should be a class 0, 1, … 999, got %s"
              .formatted(name, number, target));
    }
  }

  private static Dataset dataset(String name, List<double[]> rows, boolean classes, String credit) {
    int inputs = rows.get(0).length - 1;
    double[][] x = rows.stream().map(r -> Arrays.copyOf(r, inputs)).toArray(double[][]::new);
    double[][] y = rows.stream().map(r -> new double[] {r[inputs]}).toArray(double[][]::new);
    double top = Arrays.stream(y).mapToDouble(t -> t[0]).max().orElse(0);
    return new Dataset(name, Matrix.of(x), Matrix.of(y), classes ? (int) top + 1 : 0, credit);
  }
}
