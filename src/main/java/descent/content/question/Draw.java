package descent.content.question;

import java.util.Map;

/**
 * One variant's numbers.
 *
 * @param seed what they were drawn with
 * @param values of the question's variables, by name
 */
public record Draw(long seed, Map<String, Double> values) {
  public Draw {
    values = Map.copyOf(values);
  }
}
