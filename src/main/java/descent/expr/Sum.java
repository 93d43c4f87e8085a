package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Negation;
import java.util.ArrayList;
import java.util.List;

/** A sum as numbers times terms, like terms added, read from a tree and built again. */
final class Sum {
  private static final int MOST_TERMS = 16;
  private final Algebra algebra;
  private final List<Term> terms = new ArrayList<>();

  /** {@code factor·of}; {@code of} is 1 or 1/denominator for a number. */
  private record Term(double factor, Expr of) {}

  Sum(Algebra algebra) {
    this.algebra = algebra;
  }

  Sum plus(Expr e) {
    return collect(e, 1);
  }

  Sum minus(Expr e) {
    return collect(e, -1);
  }

  /** Whether the sum is short enough to be gathered; long ones keep their shape. */
  boolean isShort() {
    return terms.size() <= MOST_TERMS;
  }

  private Sum collect(Expr e, double sign) {
    if (!isShort()) {
      terms.add(new Term(sign, e));
    } else if (e instanceof Binary b && b.operator() == Operator.ADD) {
      collect(b.left(), sign).collect(b.right(), sign);
    } else if (e instanceof Binary b && b.operator() == Operator.SUBTRACT) {
      collect(b.left(), sign).collect(b.right(), -sign);
    } else if (e instanceof Negation n) {
      collect(n.of(), -sign);
    } else {
      Product product = new Product(algebra).times(e);
      double factor = product.numerator();
      if (product.isNumber()) {
        number(sign * factor, product.denominator());
      } else {
        term(sign * factor, product.withoutNumerator().build());
      }
    }
    return this;
  }

  private void term(double factor, Expr of) {
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (term.of == of && Double.isFinite(term.factor + factor)) {
        terms.set(i, new Term(term.factor + factor, of));
        return;
      }
    }
    terms.add(new Term(factor, of));
  }

  private void number(double numerator, double denominator) {
    for (int i = 0; i < terms.size(); i++) {
      Product other = new Product(algebra).times(terms.get(i).of);
      if (other.isNumber()) {
        double above =
            terms.get(i).factor * other.numerator() * denominator + numerator * other.denominator();
        if (Double.isFinite(above)) {
          terms.remove(i);
          term(above, reciprocal(denominator * other.denominator()));
          return;
        }
      }
    }
    term(numerator, reciprocal(denominator));
  }

  private Expr reciprocal(double denominator) {
    return new Product(algebra).over(algebra.number(denominator)).build();
  }

  Expr build() {
    terms.removeIf(t -> t.factor == 0);
    if (terms.isEmpty()) {
      return algebra.number(0);
    }
    for (int i = 1; i < terms.size() && terms.get(0).factor < 0; i++) {
      if (terms.get(i).factor > 0) {
        terms.add(0, terms.remove(i));
      }
    }
    Expr sum = scaled(terms.get(0).factor, terms.get(0).of);
    for (Term term : terms.subList(1, terms.size())) {
      Operator operator = term.factor < 0 ? Operator.SUBTRACT : Operator.ADD;
      sum = algebra.node(new Binary(operator, sum, scaled(Math.abs(term.factor), term.of)));
    }
    return sum;
  }

  private Expr scaled(double factor, Expr of) {
    return algebra.multiply(algebra.number(factor), of);
  }
}
