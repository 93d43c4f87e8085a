package descent.expr;

/** A text that is no expression: where, what stands there, and what would be right. */
public final class ExpressionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final int column;

  ExpressionException(int column, String message) {
    super(message);
    this.column = column;
  }

  /** The character at which reading stopped, counted from 1. */
  public int column() {
    return column;
  }
}
