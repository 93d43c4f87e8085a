package descent.linalg;

import java.util.Arrays;

/** A matrix of {@code double}s. */
public final class DoubleMatrix implements Matrix {
  private final int rows;
  private final int columns;
  private final int stride;
  private final double[] data;

  /**
   * A matrix over {@code data}, which it shares.
   *
   * @throws IllegalArgumentException if the numbers do not fill the shape
   */
  public DoubleMatrix(int rows, int columns, int stride, double[] data) {
    Shapes.checkStorage(rows, columns, stride, data.length);
    this.rows = rows;
    this.columns = columns;
    this.stride = stride;
    this.data = data;
  }

  /** The numbers, shared; element (i, j) is at {@code i · stride + j}. */
  public double[] data() {
    return data;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int stride() {
    return stride;
  }

  @Override
  public Precision precision() {
    return Precision.DOUBLE;
  }

  @Override
  public double get(int row, int column) {
    return data[row * stride + column];
  }

  @Override
  public void set(int row, int column, double value) {
    data[row * stride + column] = value;
  }

  @Override
  public DoubleMatrix view(int rows, int columns) {
    Shapes.checkView(this, rows, columns);
    return new DoubleMatrix(rows, columns, stride, data);
  }

  @Override
  public void copy(Rows from) {
    Shapes.checkSame(this, from);
    for (int i = 0; i < rows; i++) {
      copyRow(i, from, i);
    }
  }

  @Override
  public void copyRow(int row, Rows from, int source) {
    int length = Math.min(columns, from.columns());
    if (from instanceof DoubleMatrix same) {
      System.arraycopy(same.data, source * same.stride, data, row * stride, length);
      return;
    }
    for (int j = 0; j < length; j++) {
      set(row, j, from.get(source, j));
    }
  }

  @Override
  public void fill(double value) {
    for (int i = 0; i < spans(); i++) {
      Arrays.fill(data, start(i), end(i), value);
    }
  }

  @Override
  public void scale(double alpha) {
    for (int i = 0; i < spans(); i++) {
      scale(data, alpha, start(i), end(i));
    }
  }

  private static void scale(double[] a, double alpha, int lo, int hi) {
    for (int k = lo; k < hi; k++) {
      a[k] *= alpha;
    }
  }

  @Override
  public void addScaled(double alpha, Matrix x) {
    double[] b = aligned(x);
    for (int i = 0; i < spans(); i++) {
      addScaled(data, alpha, b, start(i), end(i));
    }
  }

  private static void addScaled(double[] a, double alpha, double[] b, int lo, int hi) {
    for (int k = lo; k < hi; k++) {
      a[k] += alpha * b[k];
    }
  }

  @Override
  public void multiplyElements(Matrix x) {
    double[] b = aligned(x);
    for (int i = 0; i < spans(); i++) {
      multiply(data, b, start(i), end(i));
    }
  }

  private static void multiply(double[] a, double[] b, int lo, int hi) {
    for (int k = lo; k < hi; k++) {
      a[k] *= b[k];
    }
  }

  @Override
  public double dot(Matrix x) {
    double[] b = aligned(x);
    double sum = 0;
    for (int i = 0; i < spans(); i++) {
      sum += dot(data, b, start(i), end(i));
    }
    return sum;
  }

  private static double dot(double[] a, double[] b, int lo, int hi) {
    double even = 0;
    double odd = 0;
    int k = lo;
    for (; k + 1 < hi; k += 2) {
      even += a[k] * b[k];
      odd += a[k + 1] * b[k + 1];
    }
    return k < hi ? even + odd + a[k] * b[k] : even + odd;
  }

  @Override
  public void apply(Activation f, Matrix z) {
    double[] b = aligned(z);
    for (int i = 0; i < spans(); i++) {
      for (int k = start(i); k < end(i); k++) {
        data[k] = f.value(b[k]);
      }
    }
  }

  @Override
  public void multiplyDerivative(Activation f, Matrix z, Matrix a) {
    double[] b = aligned(z);
    double[] c = aligned(a);
    for (int i = 0; i < spans(); i++) {
      for (int k = start(i); k < end(i); k++) {
        data[k] *= f.derivative(b[k], c[k]);
      }
    }
  }

  @Override
  public void multiplySecondDerivative(Activation f, Matrix z, Matrix a) {
    double[] b = aligned(z);
    double[] c = aligned(a);
    for (int i = 0; i < spans(); i++) {
      for (int k = start(i); k < end(i); k++) {
        data[k] *= f.secondDerivative(b[k], c[k]);
      }
    }
  }

  @Override
  public double bernoulliCrossEntropy(Matrix y) {
    double[] b = aligned(y);
    double sum = 0;
    for (int i = 0; i < spans(); i++) {
      for (int k = start(i); k < end(i); k++) {
        double z = data[k];
        sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - b[k] * z;
      }
    }
    return sum;
  }

  /** One span if the rows are packed or nearly so, else one a row. */
  private int spans() {
    return columns == stride ? Math.min(rows, 1) : rows;
  }

  private int start(int span) {
    return span * stride;
  }

  private int end(int span) {
    return columns == stride ? rows * stride : span * stride + columns;
  }

  /** The numbers of {@code x} at this matrix's indices. */
  private double[] aligned(Matrix x) {
    Shapes.checkSame(this, x);
    if (x instanceof DoubleMatrix same && same.stride == stride) {
      return same.data;
    }
    double[] moved = new double[Math.max(0, (rows - 1) * stride + columns)];
    new DoubleMatrix(rows, columns, stride, moved).copy(x);
    return moved;
  }
}
