package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.Map;

/** TeX as a mathematician would write it: fractions, roots, products without a sign. */
final class Tex {
  private static final int UNARY = 3;

  private final Map<String, String> symbols;

  private Tex(Map<String, String> symbols) {
    this.symbols = symbols;
  }

  /** TeX of {@code e}, where {@code symbols} has the TeX of some names. */
  static String of(Expr e, Map<String, String> symbols) {
    return new Tex(symbols).of(e);
  }

  private String of(Expr e) {
    if (e instanceof Constant constant) {
      return number(constant.value());
    }
    if (e instanceof Symbol symbol) {
      return symbol(symbol.name());
    }
    if (e instanceof Negation negation) {
      return "-" + wrap(negation.of(), precedence(negation.of()) <= 1);
    }
    return e instanceof Binary binary ? binary(binary) : call((Call) e);
  }

  private String binary(Binary e) {
    return switch (e.operator()) {
      case ADD -> of(e.left()) + " + " + wrap(e.right(), e.right() instanceof Negation);
      case SUBTRACT ->
          of(e.left())
              + " - "
              + wrap(e.right(), precedence(e.right()) <= 1 || e.right() instanceof Negation);
      case MULTIPLY -> product(e);
      case DIVIDE -> "\\frac{" + of(e.left()) + "}{" + of(e.right()) + "}";
      case POWER -> power(e);
    };
  }

  private String product(Binary e) {
    String left = wrap(e.left(), precedence(e.left()) <= 1);
    String right = wrap(e.right(), precedence(e.right()) <= 1 || e.right() instanceof Negation);
    char first = right.charAt(0);
    boolean dot = Character.isDigit(first) || right.startsWith("\\frac") && endsInDigit(left);
    return left + (dot ? " \\cdot " : " \\, ") + right;
  }

  private static boolean endsInDigit(String tex) {
    return Character.isDigit(tex.charAt(tex.length() - 1));
  }

  private String power(Binary e) {
    String exponent = "^{" + of(e.right()) + "}";
    if (e.left() instanceof Call call && call.function().arity() == 1 && named(call.function())) {
      return "\\" + call.function().wire() + exponent + argument(call.arguments().get(0));
    }
    boolean wrap = !(e.left() instanceof Symbol) && !(e.left() instanceof Constant);
    return wrap(e.left(), wrap) + exponent;
  }

  private static boolean named(Function function) {
    return switch (function) {
      case SIN, COS, TAN, TANH, SINH, COSH -> true;
      default -> false;
    };
  }

  private String call(Call e) {
    Expr first = e.arguments().get(0);
    return switch (e.function()) {
      case SQRT -> "\\sqrt{" + of(first) + "}";
      case EXP -> "e^{" + of(first) + "}";
      case ABS -> "\\left|" + of(first) + "\\right|";
      case ATAN -> "\\arctan" + argument(first);
      case SIGN -> "\\operatorname{sign}" + argument(first);
      case MAX, MIN ->
          "\\"
              + e.function().wire()
              + "\\left("
              + of(first)
              + ", "
              + of(e.arguments().get(1))
              + "\\right)";
      case SELECT ->
          "\\begin{cases}"
              + of(e.arguments().get(1))
              + " & "
              + of(first)
              + " > 0 \\\\ "
              + of(e.arguments().get(2))
              + " & \\text{otherwise}\\end{cases}";
      default -> "\\" + e.function().wire() + argument(first);
    };
  }

  private String argument(Expr e) {
    return "\\left(" + of(e) + "\\right)";
  }

  private String wrap(Expr e, boolean needed) {
    return needed ? "\\left(" + of(e) + "\\right)" : of(e);
  }

  private static int precedence(Expr e) {
    return e instanceof Binary b && b.operator() == Operator.DIVIDE ? 5 : Printer.precedence(e);
  }

  private String symbol(String name) {
    return symbols.containsKey(name) ? symbols.get(name) : letter(name);
  }

  private static String letter(String name) {
    return switch (name) {
      case "alpha",
          "beta",
          "gamma",
          "delta",
          "epsilon",
          "eta",
          "theta",
          "kappa",
          "lambda",
          "mu",
          "nu",
          "rho",
          "sigma",
          "tau",
          "phi",
          "psi",
          "omega" ->
          "\\" + name;
      default -> {
        String subscripted = name.replaceFirst("^([A-Za-z])_?([0-9]+)$", "$1_{$2}");
        yield subscripted.equals(name) && name.length() > 1
            ? "\\mathrm{" + name.replace("_", "\\_") + "}"
            : subscripted;
      }
    };
  }

  static String number(double value) {
    if (value == Math.PI) {
      return "\\pi";
    }
    String text = Printer.number(value);
    int exponent = text.indexOf('E');
    return exponent < 0
        ? text
        : text.substring(0, exponent) + " \\times 10^{" + text.substring(exponent + 1) + "}";
  }
}
