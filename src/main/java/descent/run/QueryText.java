package descent.run;

import descent.objective.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes a canonical query, key by key. */
public final class QueryText {
  private final StringBuilder text = new StringBuilder();

  /** The objective with its parameters. */
  public QueryText problem(Problem problem) {
    add("objective", problem.name());
    problem.objective().parameters().forEach((name, value) -> add("param." + name, value));
    return this;
  }

  /** Numbers in the fewest digits that read back as the same double. */
  public QueryText add(String key, double... numbers) {
    return add(
        key, Arrays.stream(numbers).mapToObj(QueryText::number).collect(Collectors.joining(",")));
  }

  /** A text, encoded so that brackets, commas and slashes stay readable. */
  public QueryText add(String key, String value) {
    text.append(text.isEmpty() ? "" : "&").append(encode(key)).append('=').append(encode(value));
    return this;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("%28", "(")
        .replace("%29", ")")
        .replace("%2C", ",")
        .replace("%3D", "=")
        .replace("%2F", "/");
  }

  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
