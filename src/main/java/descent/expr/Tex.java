package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.List;
import java.util.Map;

/** TeX as a mathematician would write it: fractions, roots, products without a sign. */
final class Tex {
  private final Map<String, String> symbols;

  private Tex(Map<String, String> symbols) {
    this.symbols = symbols;
  }

  static String of(Expr e, Map<String, String> symbols) {
    return Sharing.written(e) > Printer.MAX_WRITTEN
        ? "\\text{" + Printer.print(e) + "}"
        : new Tex(symbols).write(e);
  }

  private String write(Expr e) {
    if (e instanceof Constant constant) {
      return number(constant.value());
    }
    if (e instanceof Symbol symbol) {
      String own = symbols.get(symbol.name());
      return own == null ? TexSymbol.of(symbol.name()) : own;
    }
    if (e instanceof Negation negation) {
      return "-"
          + bracket(negation.of(), precedence(negation.of()) == 1 || isSigned(negation.of()));
    }
    return e instanceof Binary binary ? binary(binary) : call((Call) e);
  }

  private String binary(Binary e) {
    Expr right = e.right();
    return switch (e.operator()) {
      case ADD -> write(e.left()) + " + " + bracket(right, isSigned(right));
      case SUBTRACT ->
          write(e.left()) + " - " + bracket(right, precedence(right) == 1 || isSigned(right));
      case MULTIPLY -> product(e);
      case DIVIDE -> fraction(e);
      case POWER -> power(e);
    };
  }

  private String product(Binary e) {
    String left = bracket(e.left(), precedence(e.left()) == 1);
    String right = bracket(e.right(), precedence(e.right()) == 1 || isSigned(e.right()));
    char last = left.charAt(left.length() - 1);
    char first = right.charAt(0);
    boolean confusing =
        Character.isDigit(first) || Character.isDigit(last) && right.startsWith("\\frac");
    if (confusing) {
      return left + " \\cdot " + right;
    }
    boolean words = left.endsWith("}") && left.contains("\\mathrm") || right.startsWith("\\mathrm");
    return left + (words ? " \\, " : " ") + right;
  }

  private String fraction(Binary e) {
    String tex = write(e.left());
    return tex.startsWith("-") && precedence(e.left()) > 1
        ? "-\\frac{" + tex.substring(1) + "}{" + write(e.right()) + "}"
        : "\\frac{" + tex + "}{" + write(e.right()) + "}";
  }

  private String power(Binary e) {
    String exponent = "^{" + write(e.right()) + "}";
    if (e.left() instanceof Call call && isNamed(call.function()) && isCount(e.right())) {
      return "\\" + call.function().wire() + exponent + argument(call.arguments().get(0));
    }
    boolean atom =
        e.left() instanceof Symbol
            || e.left() instanceof Constant c && !number(c.value()).contains("^");
    return bracket(e.left(), !atom && !isBracketed(e.left())) + exponent;
  }

  private static boolean isBracketed(Expr e) {
    return e instanceof Call call && call.function() == Function.ABS;
  }

  private static boolean isCount(Expr e) {
    return e instanceof Constant c && c.value() > 1 && c.value() == Math.rint(c.value());
  }

  /** Whether TeX writes the function upright before its bracket, so that sin²(x) can be read. */
  private static boolean isNamed(Function function) {
    return switch (function) {
      case SIN, COS, TAN, TANH, SINH, COSH -> true;
      default -> false;
    };
  }

  private String call(Call e) {
    List<Expr> a = e.arguments();
    return switch (e.function()) {
      case SQRT -> "\\sqrt{" + write(a.get(0)) + "}";
      case EXP -> "e^{" + write(a.get(0)) + "}";
      case ABS -> "\\left|" + write(a.get(0)) + "\\right|";
      case ATAN -> "\\arctan" + argument(a.get(0));
      case SIGN -> "\\operatorname{sign}" + argument(a.get(0));
      case MAX, MIN ->
          "\\" + e.function().wire() + around(write(a.get(0)) + ", " + write(a.get(1)));
      case SELECT ->
          "\\begin{cases} %s & \\text{if } %s > 0 \\\\ %s & \\text{otherwise} \\end{cases}"
              .formatted(write(a.get(1)), write(a.get(0)), write(a.get(2)));
      default -> "\\" + e.function().wire() + argument(a.get(0));
    };
  }

  private String argument(Expr e) {
    return around(write(e));
  }

  private String bracket(Expr e, boolean needed) {
    return needed ? around(write(e)) : write(e);
  }

  private static String around(String tex) {
    boolean tall = tex.contains("\\frac") || tex.contains("\\begin") || tex.contains("\\left(");
    return tall ? "\\left(" + tex + "\\right)" : "(" + tex + ")";
  }

  /** Whether the TeX of {@code e} starts with a minus sign. */
  private static boolean isSigned(Expr e) {
    if (e instanceof Binary b) {
      return b.operator() != Operator.POWER && isSigned(b.left());
    }
    return e instanceof Negation || e instanceof Constant c && c.value() < 0;
  }

  /** A fraction binds like a letter, and cases like a sum. */
  private static int precedence(Expr e) {
    if (e instanceof Call call && call.function() == Function.SELECT) {
      return 1;
    }
    return e instanceof Binary b && b.operator() == Operator.DIVIDE ? 5 : Printer.precedence(e);
  }

  private static String number(double value) {
    if (value == Math.PI) {
      return "\\pi";
    }
    String text = Printer.number(value);
    int exponent = text.length() > 1 ? text.indexOf('e') : -1;
    if (exponent < 0) {
      return text;
    }
    String mantissa = text.substring(0, exponent);
    String power = "10^{" + text.substring(exponent + 1) + "}";
    return mantissa.equals("1") ? power : mantissa + " \\times " + power;
  }
}
