package descent.content.source;

import descent.content.source.Quantity.Arguments;
import descent.expr.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Quantities of a formula in {@code x}, or in {@code x} and {@code y}, that is given as a text. */
public final class FormulaQuantities {

  private static final List<String> VARIABLES = List.of("x", "y");

  private FormulaQuantities() {}

  public static List<Quantity> all() {
    return List.of(
        new Quantity(
            "value(formula, x, y)",
            "The value of a formula, such as `value(\"x^2\", 3)`.",
            arguments -> arguments.formula(0).value(point(arguments, 1, arguments.size()))),
        new Quantity(
            "derivative(formula, name, x, y)",
            "The derivative of a formula by one of its names, such as"
                + " `derivative(\"x^2*y\", \"x\", 3, 1)`.",
            FormulaQuantities::derivative),
        new Quantity(
            "root(formula, from, to)",
            "Where a formula in `x` is zero between two numbers at which its signs differ, such as"
                + " `root(\"x^2 - 2\", 1, 2)`.",
            FormulaQuantities::root),
        new Quantity(
            "taylor1(formula, x0, y0, x, y)",
            "The first-order Taylor polynomial around `x0, y0`, at `x, y`.",
            arguments -> taylor(arguments, 1)),
        new Quantity(
            "taylor2(formula, x0, y0, x, y)",
            "The second-order Taylor polynomial around `x0, y0`, at `x, y`.",
            arguments -> taylor(arguments, 2)));
  }

  private static Map<String, Double> point(Arguments arguments, int from, int to) {
    if (to - from > VARIABLES.size()) {
      throw new IllegalArgumentException(
          arguments.signature() + " has at most two coordinates, not " + (to - from));
    }
    var point = new HashMap<String, Double>();
    for (int i = from; i < to; i++) {
      point.put(VARIABLES.get(i - from), arguments.number(i));
    }
    return point;
  }

  private static double derivative(Arguments arguments) {
    return arguments
        .formula(0)
        .derivative(arguments.text(1))
        .value(point(arguments, 2, arguments.size()));
  }

  /** By halving, down to the last bit. */
  private static double root(Arguments arguments) {
    Expr formula = arguments.formula(0);
    double low = arguments.number(1);
    double high = arguments.number(2);
    double sign = Math.signum(at(formula, low));
    if (sign * Math.signum(at(formula, high)) > 0) {
      throw new IllegalArgumentException(
          "%s: the formula is %s at %s and %s at %s; choose ends at which its signs differ"
              .formatted(arguments.signature(), at(formula, low), low, at(formula, high), high));
    }
    for (double middle = (low + high) / 2;
        middle != low && middle != high;
        middle = (low + high) / 2) {
      if (Math.signum(at(formula, middle)) == sign) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double at(Expr formula, double x) {
    return formula.value(Map.of("x", x));
  }

  /** {@code f + Σᵢ ∂ᵢf dᵢ + ½ Σᵢⱼ ∂ᵢⱼf dᵢ dⱼ}, the last sum only for order 2. */
  private static double taylor(Arguments arguments, int order) {
    int dimension = (arguments.size() - 1) / 2;
    if (dimension < 1 || arguments.size() != 1 + 2 * dimension) {
      throw new IllegalArgumentException(
          arguments.signature() + " needs as many coordinates of the centre as of the point");
    }
    Expr formula = arguments.formula(0);
    Map<String, Double> centre = point(arguments, 1, 1 + dimension);
    Map<String, Double> at = point(arguments, 1 + dimension, arguments.size());
    List<String> names = VARIABLES.subList(0, dimension);
    double sum = formula.value(centre);
    for (String row : names) {
      Expr slope = formula.derivative(row);
      double step = at.get(row) - centre.get(row);
      sum += slope.value(centre) * step;
      for (String column : order == 2 ? names : List.<String>of()) {
        double bend = slope.derivative(column).value(centre);
        sum += bend * step * (at.get(column) - centre.get(column)) / 2;
      }
    }
    return sum;
  }
}
