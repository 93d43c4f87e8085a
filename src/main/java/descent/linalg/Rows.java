package descent.linalg;

/** Numbers by rows that are only read, such as the inputs of a data set. */
public sealed interface Rows permits Matrix, Pixels {
  int rows();

  int columns();

  /** Of the matrix that takes these numbers without a change. */
  Precision precision();

  double get(int row, int column);

  /** The first {@code rows} of them; they share these numbers. */
  Rows first(int rows);

  /**
   * A copy of the chosen rows, in this order.
   *
   * @throws IllegalArgumentException if there is no such row
   */
  Rows pick(int... rows);

  /** What they take in memory. */
  long bytes();

  /** A new matrix of zeros with this precision. */
  default Matrix zeros(int rows, int columns) {
    return precision().zeros(rows, columns);
  }

  /** A new matrix with this shape and these numbers, densely packed. */
  default Matrix copy() {
    Matrix copy = zeros(rows(), columns());
    copy.copy(this);
    return copy;
  }

  /** The numbers as new rows. */
  default double[][] toRows() {
    double[][] out = new double[rows()][columns()];
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        out[i][j] = get(i, j);
      }
    }
    return out;
  }

  /** {@code rows × columns}, for messages. */
  default String shape() {
    return rows() + " × " + columns();
  }
}
