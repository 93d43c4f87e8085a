package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Negation;

/** Rebuilds an expression bottom-up with {@link Algebra}. */
final class Simplifier {
  private Simplifier() {}

  static Expr simplify(Expr expression) {
    if (expression instanceof Negation negation) {
      return Algebra.negate(simplify(negation.of()));
    }
    if (expression instanceof Binary binary) {
      return build(binary.operator(), simplify(binary.left()), simplify(binary.right()));
    }
    if (expression instanceof Call call) {
      return new Call(
          call.function(), call.arguments().stream().map(Simplifier::simplify).toList());
    }
    return expression;
  }

  private static Expr build(Operator operator, Expr left, Expr right) {
    return switch (operator) {
      case ADD -> Algebra.add(left, right);
      case SUBTRACT -> Algebra.subtract(left, right);
      case MULTIPLY -> Algebra.multiply(left, right);
      case DIVIDE -> Algebra.divide(left, right);
      case POWER -> Algebra.power(left, right);
    };
  }
}
