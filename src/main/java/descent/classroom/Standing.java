package descent.classroom;

import java.util.List;

/**
 * What a learner finds at a question.
 *
 * @param variant the seed of its draw
 * @param given what was typed last, submitted or not
 * @param attempts at this variant
 */
public record Standing(long variant, List<String> given, int attempts) {
  public Standing {
    given = List.copyOf(given);
  }
}
