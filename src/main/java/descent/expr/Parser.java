package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Recursive descent over the grammar of {@link Expr}; bounded in length, depth and nodes. */
final class Parser {
  static final int MAX_LENGTH = 500;
  static final int MAX_DEPTH = 50;
  static final int MAX_NODES = 500;

  private final String text;
  private int at;
  private int depth;
  private int nodes;

  Parser(String text) {
    this.text = text;
  }

  Expr parse() {
    if (text.length() > MAX_LENGTH) {
      throw error(
          MAX_LENGTH,
          "The expression has %,d characters; expected at most %d."
              .formatted(text.length(), MAX_LENGTH));
    }
    Expr expression = sum();
    if (at < text.length()) {
      throw surplus();
    }
    return expression;
  }

  private ExpressionException surplus() {
    char c = peek();
    if (c == ')') {
      return error(at, "A bracket closed at character %d was never opened.".formatted(at + 1));
    }
    boolean factor = c == '(' || isNameStart(c) || isDigit(c);
    String hint = factor ? "; for a product write *" : "";
    return error(at, unexpected("an operator (+ - * / ^)" + hint));
  }

  private Expr sum() {
    enter();
    Expr left = product();
    while (peek() == '+' || peek() == '-') {
      Operator operator = peek() == '+' ? Operator.ADD : Operator.SUBTRACT;
      at++;
      left = node(new Binary(operator, left, product()));
    }
    depth--;
    return left;
  }

  private Expr product() {
    Expr left = signed();
    while (peek() == '*' || peek() == '/') {
      Operator operator = peek() == '*' ? Operator.MULTIPLY : Operator.DIVIDE;
      at++;
      left = node(new Binary(operator, left, signed()));
    }
    return left;
  }

  private Expr signed() {
    if (peek() != '-') {
      return power();
    }
    at++;
    enter();
    Expr of = node(new Negation(signed()));
    depth--;
    return of;
  }

  private Expr power() {
    Expr base = atom();
    if (peek() != '^') {
      return base;
    }
    at++;
    enter();
    Expr power = node(new Binary(Operator.POWER, base, signed()));
    depth--;
    return power;
  }

  private Expr atom() {
    char c = peek();
    if (c == '(') {
      return bracket();
    }
    if (isDigit(c) || c == '.') {
      return number();
    }
    if (isNameStart(c)) {
      return name();
    }
    throw error(at, unexpected("a number, a name or an opening bracket"));
  }

  private Expr bracket() {
    int opened = at++;
    Expr inner = sum();
    close(opened);
    return inner;
  }

  private void close(int opened) {
    if (peek() != ')') {
      throw at >= text.length()
          ? error(opened, "A bracket opened at character %d is not closed.".formatted(opened + 1))
          : error(
              at,
              unexpected(
                  "an operator or the bracket that closes character %d".formatted(opened + 1)));
    }
    at++;
  }

  private Expr number() {
    int start = at;
    digits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    int mark = at;
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      int exponent = at;
      digits();
      if (at == exponent) {
        at = mark;
      }
    }
    String number = text.substring(start, at);
    if (number.equals(".") || !Double.isFinite(Double.parseDouble(number))) {
      throw error(
          start,
          "'%s' at character %d is no finite number; expected one like 0.5 or 1e-3."
              .formatted(number, start + 1));
    }
    return node(new Constant(Double.parseDouble(number)));
  }

  private void digits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private Expr name() {
    int start = at;
    while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    String name = text.substring(start, at);
    if (peek() == '(') {
      return call(name, start);
    }
    if (Function.named(name).isPresent()) {
      throw error(
          start,
          "%s at character %d has no argument; expected %s(…).".formatted(name, start + 1, name));
    }
    return node(
        switch (name) {
          case "pi" -> new Constant(Math.PI);
          case "e" -> new Constant(Math.E);
          default -> new Symbol(name);
        });
  }

  private Expr call(String name, int start) {
    Function function =
        Function.named(name)
            .orElseThrow(
                () ->
                    error(
                        start,
                        "'%s' is no function; expected one of %s. For a product write %s*(…)."
                            .formatted(name, knownFunctions(), name)));
    int opened = at++;
    List<Expr> arguments = new ArrayList<>();
    arguments.add(sum());
    while (peek() == ',') {
      at++;
      arguments.add(sum());
    }
    close(opened);
    if (arguments.size() != function.arity()) {
      throw error(
          start,
          "%s has %d argument%s; expected %d."
              .formatted(
                  name, arguments.size(), arguments.size() == 1 ? "" : "s", function.arity()));
    }
    return node(new Call(function, arguments));
  }

  private static String knownFunctions() {
    return Arrays.stream(Function.values()).map(Function::wire).collect(Collectors.joining(", "));
  }

  /** The next sign, typographic ones read as the typed ones; 0 at the end. */
  private char peek() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return 0;
    }
    return switch (text.charAt(at)) {
      case '−' -> '-';
      case '·', '×' -> '*';
      default -> text.charAt(at);
    };
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw error(
          at,
          "More than %d levels of brackets, signs and powers; expected fewer."
              .formatted(MAX_DEPTH));
    }
  }

  private Expr node(Expr made) {
    if (++nodes > MAX_NODES) {
      throw error(
          at, "More than %d numbers, names and operators; expected fewer.".formatted(MAX_NODES));
    }
    return made;
  }

  private String unexpected(String wanted) {
    if (text.isBlank()) {
      return "The expression is empty; expected %s.".formatted(wanted);
    }
    if (at >= text.length()) {
      return "The expression ends after character %d; expected %s.".formatted(at, wanted);
    }
    int sign = text.codePointAt(at);
    boolean visible = sign > ' ' && !Character.isISOControl(sign) && Character.isDefined(sign);
    String shown = visible ? Character.toString(sign) : "U+%04X".formatted(sign);
    return "'%s' at character %d; expected %s.".formatted(shown, at + 1, wanted);
  }

  private static ExpressionException error(int at, String message) {
    return new ExpressionException(at + 1, message);
  }
}
