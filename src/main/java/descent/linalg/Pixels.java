package descent.linalg;

/**
 * Grey values of pictures, a row each, from 0 to 1 in steps of 1/255: a quarter of the memory that
 * {@code float}s would take; immutable.
 */
public final class Pixels implements Rows {
  private static final float[] GREY = new float[256];

  static {
    for (int i = 0; i < GREY.length; i++) {
      GREY[i] = i / 255f;
    }
  }

  private final int rows;
  private final int columns;
  private final byte[] values;

  /**
   * Pictures over {@code values}, which are given away.
   *
   * @param values unsigned, 255 is 1; rows × columns, rows first
   * @throws IllegalArgumentException if the values do not fill the shape
   */
  public Pixels(int rows, int columns, byte[] values) {
    Shapes.checkStorage(rows, columns, columns, values.length);
    this.rows = rows;
    this.columns = columns;
    this.values = values;
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
  public Precision precision() {
    return Precision.FLOAT;
  }

  @Override
  public double get(int row, int column) {
    return GREY[values[row * columns + column] & 0xff];
  }

  /** Writes the first {@code length} numbers of a row to {@code to}, from {@code at} on. */
  void read(int row, int length, float[] to, int at) {
    int from = row * columns;
    for (int j = 0; j < length; j++) {
      to[at + j] = GREY[values[from + j] & 0xff];
    }
  }

  @Override
  public Pixels first(int rows) {
    return new Pixels(rows, columns, values);
  }

  @Override
  public Pixels pick(int... rows) {
    byte[] picked = new byte[Math.multiplyExact(rows.length, columns)];
    for (int i = 0; i < rows.length; i++) {
      Shapes.checkRow(this, rows[i]);
      System.arraycopy(values, rows[i] * columns, picked, i * columns, columns);
    }
    return new Pixels(rows.length, columns, picked);
  }

  @Override
  public long bytes() {
    return (long) rows * columns;
  }
}
