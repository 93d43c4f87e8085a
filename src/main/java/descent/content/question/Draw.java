package descent.content.question;

import descent.words.Words;
import java.util.Map;

/**
 * One variant's numbers, and the language in which its learner is spoken to.
 *
 * @param seed what they were drawn with
 * @param values of the question's variables, by name
 */
public record Draw(long seed, Map<String, Double> values, Words words) {
  public Draw {
    values = Map.copyOf(values);
  }

  /** A variant for a learner who is spoken to in English. */
  public Draw(long seed, Map<String, Double> values) {
    this(seed, values, Words.ENGLISH);
  }

  /** The same for a learner of another language. */
  public Draw in(Words other) {
    return new Draw(seed, values, other);
  }

  /** What the program itself says to the learner, beside what the author wrote. */
  String say(String english, Object... values) {
    return words.say(english, values);
  }
}
