package descent.optimizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code name(inner(…),key=value,…)}; bounded in length and depth.
 *
 * <p>Errors say where reading stopped and what was expected.
 */
final class WireReader {
  /** One optimizer as it was written: optimizers inside it, then its values. */
  record Call(String name, List<Call> inner, Map<String, String> values) {}

  static final int MAX_LENGTH = 500;
  static final int MAX_DEPTH = 3;

  private final String text;
  private int at;

  private WireReader(String text) {
    this.text = text;
  }

  static Call read(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "An optimizer is written in at most %d characters; this has %d."
              .formatted(MAX_LENGTH, text.length()));
    }
    WireReader reader = new WireReader(text);
    Call call = reader.call(reader.word("an optimizer's name"), 1);
    if (reader.peek() != 0) {
      throw reader.expected("nothing more");
    }
    return call;
  }

  private Call call(String name, int depth) {
    List<Call> inner = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "Optimizers inside optimizers go at most %d deep.".formatted(MAX_DEPTH));
    }
    if (peek() == '(') {
      at++;
      if (peek() != ')') {
        argument(inner, values, depth);
        while (peek() == ',') {
          at++;
          argument(inner, values, depth);
        }
      }
      if (peek() != ')') {
        throw expected("',' or ')'");
      }
      at++;
    }
    return new Call(name, inner, values);
  }

  private void argument(List<Call> inner, Map<String, String> values, int depth) {
    String word = word("hyperparameter=value");
    if (peek() != '=') {
      inner.add(call(word, depth + 1));
      return;
    }
    at++;
    if (values.put(word, word("a value of " + word)) != null) {
      throw new IllegalArgumentException("'%s' is given twice.".formatted(word));
    }
  }

  private String word(String wanted) {
    peek();
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw expected(wanted);
    }
    return text.substring(start, at);
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "_.+-".indexOf(c) >= 0;
  }

  private char peek() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private IllegalArgumentException expected(String wanted) {
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
    return new IllegalArgumentException(
        "%s at character %d of the optimizer; expected %s.".formatted(found, at + 1, wanted));
  }
}
