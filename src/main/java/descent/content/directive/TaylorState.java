package descent.content.directive;

import descent.expr.Precision;
import descent.objective.Box;
import descent.objective.Formula;
import descent.objective.Taylor;
import java.util.Locale;

/**
 * All that a Taylor figure shows.
 *
 * @param at where the polynomials touch, n coordinates; never written
 * @param probe where they are read, n coordinates; never written
 */
record TaylorState(
    Formula formula, double[] at, double[] probe, Box box, View view, Precision precision) {

  /** Curves over one variable, errors against the distance, or surfaces over two. */
  enum View {
    CURVE,
    ERROR,
    SURFACE;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Taylor taylor() {
    return new Taylor(formula, at, precision);
  }
}
