package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;

/** Text that {@link Parser} reads back to an equal tree. */
final class Printer {
  static final int UNARY = 3;
  private static final int ATOM = 5;

  /** Trees of more nodes are not written out, by {@link Tex} neither. */
  static final int MAX_WRITTEN = 20_000;

  private final StringBuilder text = new StringBuilder();

  private Printer() {}

  static String print(Expr e) {
    double nodes = Sharing.written(e);
    if (nodes > MAX_WRITTEN) {
      return "a formula of %.0f numbers, names and operators, too long to write out"
          .formatted(nodes);
    }
    Printer printer = new Printer();
    printer.write(e);
    return printer.text.toString();
  }

  private void write(Expr e) {
    if (e instanceof Constant constant) {
      text.append(number(constant.value()));
    } else if (e instanceof Symbol symbol) {
      text.append(symbol.name());
    } else if (e instanceof Negation negation) {
      text.append('-');
      write(negation.of(), precedence(negation.of()) < UNARY);
    } else if (e instanceof Binary binary) {
      binary(binary);
    } else {
      call((Call) e);
    }
  }

  private void binary(Binary e) {
    int own = e.operator().precedence();
    boolean power = e.operator() == Operator.POWER;
    int left = precedence(e.left());
    int right = precedence(e.right());
    write(e.left(), power ? left <= own : left < own);
    text.append(own == 1 ? " " + e.operator().sign() + " " : e.operator().sign());
    write(e.right(), power ? right <= UNARY : right <= own);
  }

  private void call(Call e) {
    text.append(e.function().wire());
    String separator = "(";
    for (Expr argument : e.arguments()) {
      text.append(separator);
      write(argument);
      separator = ", ";
    }
    text.append(')');
  }

  private void write(Expr e, boolean bracketed) {
    if (bracketed) {
      text.append('(');
    }
    write(e);
    if (bracketed) {
      text.append(')');
    }
  }

  static int precedence(Expr e) {
    if (e instanceof Binary binary) {
      return binary.operator().precedence();
    }
    return e instanceof Negation || e instanceof Constant c && c.value() < 0 ? UNARY : ATOM;
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
    return Double.toString(value).replace(".0E", "e").replace('E', 'e');
  }
}
