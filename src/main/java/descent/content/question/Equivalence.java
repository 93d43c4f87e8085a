package descent.content.question;

import descent.expr.Expr;
import descent.expr.Expr.Binary;
import descent.expr.Expr.Constant;
import descent.expr.Operator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Whether formulas are the same function of their names: their difference simplifies to zero, or
 * their values agree at 40 seeded points of a cube.
 *
 * @param low where the cube begins in each direction
 * @param high where it ends
 */
record Equivalence(List<String> names, double low, double high) {
  private static final int POINTS = 40;
  private static final int FEWEST = 8;
  private static final double ROUNDING = 1e-9;

  /**
   * @param right the formula that is compared with
   * @throws IllegalArgumentException if it is undefined at most points of the cube
   */
  boolean same(Expr right, Expr given) {
    Expr difference = new Binary(Operator.SUBTRACT, given, right).simplify();
    return difference.equals(new Constant(0)) || agree(right, given);
  }

  private boolean agree(Expr right, Expr given) {
    Random random = new Random(Variables.mixed(7));
    int compared = 0;
    for (int i = 0; i < POINTS; i++) {
      Map<String, Double> point = point(random);
      double wanted = right.value(point);
      if (Double.isFinite(wanted)) {
        compared++;
        double value = given.value(point);
        double size = Math.max(Math.abs(wanted), Math.abs(value));
        boolean isFinite = Double.isFinite(value);
        if (!isFinite || Math.abs(value - wanted) > ROUNDING * size + Double.MIN_NORMAL) {
          return false;
        }
      }
    }
    if (compared < FEWEST) {
      throw new IllegalArgumentException(
          "%s has a value at only %d of %d points from %s to %s; give another domain"
              .formatted(right, compared, POINTS, low, high));
    }
    return true;
  }

  private Map<String, Double> point(Random random) {
    var point = new HashMap<String, Double>();
    names.forEach(name -> point.put(name, low + (high - low) * random.nextDouble()));
    return point;
  }
}
