package descent.linalg;

/** Refuses wrong sizes before any kernel, native ones above all, sees them. */
final class Shapes {
  private Shapes() {}

  static void checkStorage(int rows, int columns, int stride, int length) {
    long last = rows == 0 ? 0 : (rows - 1L) * stride + columns;
    if (rows < 0 || columns < 0 || stride < columns || last > length) {
      throw new IllegalArgumentException(
          "a %d × %d matrix with stride %d needs %d numbers, got %d"
              .formatted(rows, columns, stride, last, length));
    }
  }

  static void checkView(Matrix a, int rows, int columns) {
    if (rows < 0 || columns < 0 || rows > a.rows() || columns > a.stride()) {
      throw new IllegalArgumentException(
          "a %d × %d view does not fit into %s".formatted(rows, columns, a.shape()));
    }
  }

  static void checkSame(Rows a, Rows b) {
    if (a.rows() != b.rows() || a.columns() != b.columns()) {
      throw new IllegalArgumentException(
          "shapes differ: %s and %s".formatted(a.shape(), b.shape()));
    }
  }

  static void checkRow(Rows a, int row) {
    if (row < 0 || row >= a.rows()) {
      throw new IllegalArgumentException(
          "row %d is not one of 0 … %d".formatted(row, a.rows() - 1));
    }
  }

  static void checkProduct(boolean ta, boolean tb, Matrix a, Matrix b, Matrix c) {
    int rows = ta ? a.columns() : a.rows();
    int inner = ta ? a.rows() : a.columns();
    int innerB = tb ? b.columns() : b.rows();
    int columns = tb ? b.rows() : b.columns();
    if (inner != innerB || c.rows() != rows || c.columns() != columns) {
      throw new IllegalArgumentException(
          "%s%s times %s%s does not give %s"
              .formatted(a.shape(), ta ? "ᵀ" : "", b.shape(), tb ? "ᵀ" : "", c.shape()));
    }
    if (a.precision() != b.precision() || a.precision() != c.precision()) {
      throw new IllegalArgumentException(
          "precisions differ: %s, %s, %s".formatted(a.precision(), b.precision(), c.precision()));
    }
  }

  static void checkSquare(Matrix a) {
    if (a.rows() != a.columns() || a.rows() == 0) {
      throw new IllegalArgumentException("needs a square matrix, got " + a.shape());
    }
  }
}
