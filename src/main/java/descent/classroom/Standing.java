package descent.classroom;

import descent.content.question.Question;
import descent.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * What a learner finds at a question.
 *
 * @param variant the seed of its draw
 * @param given what was typed last, submitted or not
 * @param attempts at this variant
 * @param words on how it stands; empty before the first attempt
 */
public record Standing(long variant, List<String> given, int attempts, String words) {
  public Standing {
    given = List.copyOf(given);
  }

  /** What the attempts at one variant come to. */
  static String words(Question question, List<Result> results, Words words) {
    Optional<Result> done = results.stream().filter(Result::isDone).findFirst();
    int attempts = results.size();
    if (attempts == 0) {
      return "";
    }
    if (done.isPresent()) {
      String points = Json.plain(done.get().points());
      return done.get().verdict().equals("right")
          ? words.say("Right, {0} points.", points)
          : words.say("Noted, {0} points.", points);
    }
    return results.get(attempts - 1).isLast(question)
        ? words.say("No attempt is left.")
        : words.count(attempts, "{0} attempt so far.", "{0} attempts so far.");
  }
}
