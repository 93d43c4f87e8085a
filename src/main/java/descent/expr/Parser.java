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
          "The expression has %d characters; at most %d are allowed."
              .formatted(text.length(), MAX_LENGTH));
    }
    Expr expression = sum();
    if (peek() == ')') {
      throw error(at, "A bracket closed at character %d was never opened.".formatted(at + 1));
    }
    if (at < text.length()) {
      throw error(at, unexpected("an operator (+ - * / ^)"));
    }
    return expression;
  }

  private Expr sum() {
    enter();
    Expr left = product();
    while (peek() == '+' || peek() == '-') {
      Operator operator = text.charAt(at++) == '+' ? Operator.ADD : Operator.SUBTRACT;
      left = node(new Binary(operator, left, product()));
    }
    depth--;
    return left;
  }

  private Expr product() {
    Expr left = signed();
    while (peek() == '*' || peek() == '/') {
      Operator operator = text.charAt(at++) == '*' ? Operator.MULTIPLY : Operator.DIVIDE;
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
    if (c >= '0' && c <= '9' || c == '.') {
      return number();
    }
    if (Character.isLetter(c) || c == '_') {
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
          : error(at, unexpected("an operator or a closing bracket"));
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
      throw error(start, "'%s' is no finite number.".formatted(number));
    }
    return node(new Constant(Double.parseDouble(number)));
  }

  private void digits() {
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
  }

  private Expr name() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    String name = text.substring(start, at);
    if (peek() == '(') {
      return call(name, start);
    }
    if (Function.named(name).isPresent()) {
      throw error(start, "%s needs its argument in brackets: %s(x).".formatted(name, name));
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
                        "'%s' is no function; known: %s. For a product write %s*(…)."
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
          "%s takes %d argument%s, got %d."
              .formatted(
                  name, function.arity(), function.arity() == 1 ? "" : "s", arguments.size()));
    }
    return node(new Call(function, arguments));
  }

  private static String knownFunctions() {
    return Arrays.stream(Function.values()).map(Function::wire).collect(Collectors.joining(", "));
  }

  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw error(at, "More than %d levels of brackets and signs.".formatted(MAX_DEPTH));
    }
  }

  private Expr node(Expr made) {
    if (++nodes > MAX_NODES) {
      throw error(at, "More than %d numbers, names and operators.".formatted(MAX_NODES));
    }
    return made;
  }

  private String unexpected(String wanted) {
    if (at >= text.length()) {
      return "The expression ends at character %d; expected %s.".formatted(at + 1, wanted);
    }
    return "'%s' at character %d; expected %s.".formatted(text.charAt(at), at + 1, wanted);
  }

  private static ExpressionException error(int at, String message) {
    return new ExpressionException(at + 1, message);
  }
}
