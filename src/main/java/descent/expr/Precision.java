package descent.expr;

/** How each operation's result is rounded. */
public enum Precision {
  /** IEEE double. */
  DOUBLE,
  /** IEEE single: each result is rounded to a float before it is used. */
  SINGLE;

  /** The nearest number of this precision. */
  public double round(double value) {
    return this == SINGLE ? (float) value : value;
  }
}
