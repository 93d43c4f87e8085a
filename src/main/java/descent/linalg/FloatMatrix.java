package descent.linalg;

import java.util.Arrays;

/** A matrix of {@code float}s. */
public final class FloatMatrix implements Matrix {
  private final int rows;
  private final int columns;
  private final int stride;
  private final float[] data;

  /**
   * A matrix over {@code data}, which it shares.
   *
   * @throws IllegalArgumentException if the numbers do not fill the shape
   */
  public FloatMatrix(int rows, int columns, int stride, float[] data) {
    Shapes.checkStorage(rows, columns, stride, data.length);
    this.rows = rows;
    this.columns = columns;
    this.stride = stride;
    this.data = data;
  }

  /** The numbers, shared; element (i, j) is at {@code i · stride + j}. */
  public float[] data() {
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
    return Precision.FLOAT;
  }

  @Override
  public double get(int row, int column) {
    return data[row * stride + column];
  }

  @Override
  public void set(int row, int column, double value) {
    data[row * stride + column] = (float) value;
  }

  @Override
  public FloatMatrix view(int rows, int columns) {
    Shapes.checkView(this, rows, columns);
    return new FloatMatrix(rows, columns, stride, data);
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
    if (from instanceof FloatMatrix same) {
      System.arraycopy(same.data, source * same.stride, data, row * stride, length);
      return;
    }
    if (from instanceof Pixels pixels) {
      pixels.read(source, length, data, row * stride);
      return;
    }
    for (int j = 0; j < length; j++) {
      set(row, j, from.get(source, j));
    }
  }

  @Override
  public void fill(double value) {
    for (int i = 0; i < spans(); i++) {
      Arrays.fill(data, start(i), end(i), (float) value);
    }
  }

  @Override
  public void scale(double alpha) {
    for (int i = 0; i < spans(); i++) {
      scale(data, (float) alpha, start(i), end(i));
    }
  }

  private static void scale(float[] a, float alpha, int lo, int hi) {
    for (int k = lo; k < hi; k++) {
      a[k] *= alpha;
    }
  }

  @Override
  public void addScaled(double alpha, Matrix x) {
    float[] b = aligned(x);
    for (int i = 0; i < spans(); i++) {
      addScaled(data, (float) alpha, b, start(i), end(i));
    }
  }

  private static void addScaled(float[] a, float alpha, float[] b, int lo, int hi) {
    for (int k = lo; k < hi; k++) {
      a[k] += alpha * b[k];
    }
  }

  @Override
  public void multiplyElements(Matrix x) {
    float[] b = aligned(x);
    for (int i = 0; i < spans(); i++) {
      multiply(data, b, start(i), end(i));
    }
  }

  private static void multiply(float[] a, float[] b, int lo, int hi) {
    for (int k = lo; k < hi; k++) {
      a[k] *= b[k];
    }
  }

  @Override
  public double dot(Matrix x) {
    float[] b = aligned(x);
    double sum = 0;
    for (int i = 0; i < spans(); i++) {
      sum += dot(data, b, start(i), end(i));
    }
    return sum;
  }

  private static double dot(float[] a, float[] b, int lo, int hi) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int k = lo;
    for (; k + 3 < hi; k += 4) {
      first += (double) a[k] * b[k];
      second += (double) a[k + 1] * b[k + 1];
      third += (double) a[k + 2] * b[k + 2];
      fourth += (double) a[k + 3] * b[k + 3];
    }
    double sum = first + second + (third + fourth);
    for (; k < hi; k++) {
      sum += (double) a[k] * b[k];
    }
    return sum;
  }

  /** In one pass over the three, which is bound by memory. */
  @Override
  public double[] products(Matrix x, Matrix y) {
    float[] b = aligned(x);
    float[] c = aligned(y);
    double[] sums = new double[5];
    for (int i = 0; i < spans(); i++) {
      addProducts(data, b, c, start(i), end(i), sums);
    }
    return sums;
  }

  private static void addProducts(float[] a, float[] b, float[] c, int lo, int hi, double[] sums) {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double ac = 0;
    double bc = 0;
    for (int k = lo; k < hi; k++) {
      double p = a[k];
      double q = b[k];
      double r = c[k];
      aa += p * p;
      ab += p * q;
      bb += q * q;
      ac += p * r;
      bc += q * r;
    }
    sums[0] += aa;
    sums[1] += ab;
    sums[2] += bb;
    sums[3] += ac;
    sums[4] += bc;
  }

  @Override
  public void apply(Activation f, Matrix z) {
    float[] b = aligned(z);
    for (int i = 0; i < spans(); i++) {
      FloatLoops.apply(f, b, data, start(i), end(i));
    }
  }

  @Override
  public void multiplyDerivative(Activation f, Matrix z, Matrix a) {
    float[] b = aligned(z);
    float[] c = aligned(a);
    for (int i = 0; i < spans(); i++) {
      FloatLoops.multiplyDerivative(f, b, c, data, start(i), end(i));
    }
  }

  @Override
  public void multiplySecondDerivative(Activation f, Matrix z, Matrix a) {
    float[] b = aligned(z);
    float[] c = aligned(a);
    for (int i = 0; i < spans(); i++) {
      for (int k = start(i); k < end(i); k++) {
        data[k] *= (float) f.secondDerivative(b[k], c[k]);
      }
    }
  }

  @Override
  public double bernoulliCrossEntropy(Matrix y) {
    float[] b = aligned(y);
    double sum = 0;
    for (int i = 0; i < spans(); i++) {
      sum += FloatLoops.bernoulliCrossEntropy(data, b, start(i), end(i));
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
  private float[] aligned(Matrix x) {
    Shapes.checkSame(this, x);
    if (x instanceof FloatMatrix same && same.stride == stride) {
      return same.data;
    }
    float[] moved = new float[Math.max(0, (rows - 1) * stride + columns)];
    new FloatMatrix(rows, columns, stride, moved).copy(x);
    return moved;
  }
}
