package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.stream.Collectors;

/** Text that {@link Parser} reads back to an equal tree. */
final class Printer {
  private static final int UNARY = 3;

  private Printer() {}

  static String print(Expr expression) {
    if (expression instanceof Constant constant) {
      return number(constant.value());
    }
    if (expression instanceof Symbol symbol) {
      return symbol.name();
    }
    if (expression instanceof Negation negation) {
      return "-" + wrap(negation.of(), precedence(negation.of()) < UNARY);
    }
    if (expression instanceof Binary binary) {
      return print(binary);
    }
    Call call = (Call) expression;
    return call.arguments().stream()
        .map(Printer::print)
        .collect(Collectors.joining(", ", call.function().wire() + "(", ")"));
  }

  private static String print(Binary e) {
    int own = e.operator().precedence();
    boolean power = e.operator() == Operator.POWER;
    String left = wrap(e.left(), power ? precedence(e.left()) <= own : precedence(e.left()) < own);
    String right =
        wrap(e.right(), power ? precedence(e.right()) < UNARY : precedence(e.right()) <= own);
    String sign = e.operator().sign();
    return own == 1 ? left + " " + sign + " " + right : left + sign + right;
  }

  private static String wrap(Expr e, boolean needed) {
    return needed ? "(" + print(e) + ")" : print(e);
  }

  static int precedence(Expr e) {
    if (e instanceof Binary binary) {
      return binary.operator().precedence();
    }
    return e instanceof Negation ? UNARY : 5;
  }

  static String number(double value) {
    if (value == Math.PI) {
      return "pi";
    }
    if (value == Math.E) {
      return "e";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return Double.toString(value);
  }
}
