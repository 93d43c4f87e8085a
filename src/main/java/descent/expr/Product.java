package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A product as number · factors / (number · divisors), read from a tree and built again in the
 * order a person writes: number, names, functions, brackets.
 */
final class Product {
  private static final int MOST_FACTORS = 16;
  private final Algebra algebra;
  private final List<Expr> factors = new ArrayList<>();
  private final List<Expr> divisors = new ArrayList<>();
  private double numerator = 1;
  private double denominator = 1;

  Product(Algebra algebra) {
    this.algebra = algebra;
  }

  double numerator() {
    return numerator;
  }

  double denominator() {
    return denominator;
  }

  /** Whether nothing but a number is left. */
  boolean isNumber() {
    return factors.isEmpty() && divisors.isEmpty();
  }

  Product withoutNumerator() {
    numerator = 1;
    return this;
  }

  /** Whether the product is short enough to be sorted; long ones keep their shape. */
  boolean isShort() {
    return factors.size() + divisors.size() <= MOST_FACTORS;
  }

  Product times(Expr e) {
    return collect(e, false);
  }

  Product over(Expr e) {
    return collect(e, true);
  }

  private Product collect(Expr e, boolean below) {
    if (!isShort()) {
      (below ? divisors : factors).add(e);
    } else if (Algebra.isNumber(e)) {
      number(e, below);
    } else if (e instanceof Negation negation) {
      numerator = -numerator;
      collect(negation.of(), below);
    } else if (e instanceof Binary b && b.operator() == Operator.MULTIPLY) {
      collect(b.left(), below).collect(b.right(), below);
    } else if (e instanceof Binary b && b.operator() == Operator.DIVIDE) {
      collect(b.left(), below).collect(b.right(), !below);
    } else {
      factor(e, below ? divisors : factors);
    }
    return this;
  }

  private void number(Expr e, boolean below) {
    double product = (below ? denominator : numerator) * Algebra.numberOf(e);
    if (!Double.isFinite(product) || product == 0 && (below || Algebra.numberOf(e) != 0)) {
      (below ? divisors : factors).add(e);
    } else if (below) {
      denominator = product;
    } else {
      numerator = product;
    }
  }

  private void factor(Expr e, List<Expr> side) {
    Expr base = base(e);
    double exponent = exponent(e);
    for (int i = 0; i < side.size() && exponent > 0; i++) {
      if (base(side.get(i)) == base && exponent(side.get(i)) > 0) {
        side.set(i, power(base, exponent(side.get(i)) + exponent));
        return;
      }
    }
    List<Expr> other = side == factors ? divisors : factors;
    for (int i = 0; i < other.size() && exponent > 0 && algebra.cancels(); i++) {
      if (base(other.get(i)) == base && exponent(other.get(i)) > 0) {
        double left = exponent - exponent(other.remove(i));
        if (left != 0) {
          (left > 0 ? side : other).add(power(base, Math.abs(left)));
        }
        return;
      }
    }
    side.add(e);
  }

  private Expr power(Expr base, double exponent) {
    return exponent == 1
        ? base
        : algebra.node(new Binary(Operator.POWER, base, algebra.number(exponent)));
  }

  static Expr base(Expr e) {
    return exponent(e) != 1 ? ((Binary) e).left() : e;
  }

  /** The exponent of a power with a number above it, else 1. */
  static double exponent(Expr e) {
    return e instanceof Binary b && b.operator() == Operator.POWER && Algebra.isNumber(b.right())
        ? Algebra.numberOf(b.right())
        : 1;
  }

  Expr build() {
    reduce();
    if (numerator == 0 && divisors.stream().noneMatch(Algebra::isNumber)) {
      return algebra.number(0);
    }
    if (numerator == -1 && denominator == 1 && divisors.isEmpty() && factors.size() == 1) {
      return algebra.minus(factors.get(0));
    }
    Expr above = chain(numerator, factors);
    return denominator == 1 && divisors.isEmpty()
        ? above
        : algebra.node(new Binary(Operator.DIVIDE, above, chain(denominator, divisors)));
  }

  private Expr chain(double number, List<Expr> side) {
    side.sort(order());
    List<Expr> all = new ArrayList<>(side);
    if (Math.abs(number) != 1 || side.isEmpty()) {
      all.add(0, algebra.number(Math.abs(number)));
    }
    Expr product = number < 0 ? algebra.node(new Negation(all.get(0))) : all.get(0);
    for (Expr factor : all.subList(1, all.size())) {
      product = algebra.node(new Binary(Operator.MULTIPLY, product, factor));
    }
    return product;
  }

  private void reduce() {
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
    double quotient = numerator / denominator;
    if (quotient == Math.rint(quotient)) {
      numerator = quotient;
      denominator = 1;
    } else if (numerator == Math.rint(numerator) && denominator == Math.rint(denominator)) {
      double divisor = greatestCommonDivisor(Math.abs(numerator), denominator);
      numerator /= divisor;
      denominator /= divisor;
    }
  }

  private static double greatestCommonDivisor(double a, double b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  /** Names by the alphabet, all else by first appearance, so that y·x and x·y are like terms. */
  private Comparator<Expr> order() {
    return Comparator.<Expr>comparingInt(Product::rank)
        .thenComparing(e -> base(e) instanceof Symbol symbol ? symbol.name() : "")
        .thenComparingInt(e -> algebra.age(base(e)));
  }

  private static int rank(Expr e) {
    Expr base = base(e);
    if (base instanceof Constant) {
      return 0;
    }
    if (base instanceof Symbol) {
      return 1;
    }
    return base instanceof Call || base instanceof Binary b && b.operator() == Operator.POWER
        ? 2
        : 3;
  }
}
