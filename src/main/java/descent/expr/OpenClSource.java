package descent.expr;

import java.util.List;

/**
 * OpenCL C of one step of a program at one index.
 *
 * <p>The statements work on private variables: {@code n_NAME} for each array of the program. They
 * need the type {@code real}, the row {@code values} of numbers that all indices share, and the
 * functions {@code larger}, {@code smaller}, {@code choose} and {@code power}.
 *
 * @param statements what is done
 * @param columns what {@code values} holds from {@code first} on, in terms of the program's
 *     scalars; computed in double, then rounded
 */
public record OpenClSource(String statements, List<Expr> columns) {
  public OpenClSource {
    columns = List.copyOf(columns);
  }

  /**
   * The statements of {@code program}, whose numbers all indices share stand from {@code first} on.
   */
  public static OpenClSource of(Program program, Precision precision, int first) {
    return new OpenClWriter(program, precision, first).write();
  }

  /** The variable of an array. */
  public static String variable(String array) {
    return "n_" + array;
  }
}
