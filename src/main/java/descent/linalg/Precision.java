package descent.linalg;

/** How many bits a number has. */
public enum Precision {
  FLOAT,
  DOUBLE;

  /** Bytes of a number. */
  public int width() {
    return this == FLOAT ? Float.BYTES : Double.BYTES;
  }

  /** A new matrix of zeros. */
  public Matrix zeros(int rows, int columns) {
    return this == FLOAT
        ? new FloatMatrix(rows, columns, columns, new float[Math.multiplyExact(rows, columns)])
        : new DoubleMatrix(rows, columns, columns, new double[Math.multiplyExact(rows, columns)]);
  }
}
