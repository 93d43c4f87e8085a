package descent.classroom;

import static descent.words.Words.key;

import descent.content.question.Question;
import descent.store.Attempt;
import java.util.List;

/**
 * Which variants of a question a learner has, by the seeds of their draws.
 *
 * <p>A learner's own seeds are {@code base, base + 1, …}, where the base is fixed by learner,
 * question and version. Who is not a learner yet sees {@code 0, 1, …}, and may go on with them.
 * Each variant is opened by an answer to the one before it.
 *
 * @param vary whether there is more than one
 * @param answered seeds that were answered, the earliest first
 */
public record Variants(long base, boolean vary, List<Long> answered) {
  private static final int NUMBERS = 1 << 16;

  public Variants {
    answered = List.copyOf(answered);
  }

  /**
   * @param name {@code lesson/question}
   * @param attempts of the learner at the question's present version
   */
  static Variants of(String learner, String name, Question question, List<Attempt> attempts) {
    List<Long> answered = attempts.stream().map(Attempt::variant).distinct().toList();
    boolean vary = question.about().variables().vary();
    String digest = Digest.name(learner, name, question.about().version()).substring(0, 8);
    return new Variants(vary ? Long.parseLong(digest, 16) * NUMBERS : 0, vary, answered);
  }

  /** The variant to show: the last that was answered, or the first. */
  public long current() {
    return answered.isEmpty() ? base : answered.get(answered.size() - 1);
  }

  /** Whether the learner may see and answer the variant of this seed. */
  public boolean isOpen(long seed) {
    long number = Math.floorMod(seed, NUMBERS);
    boolean isOwn = seed - number == base || seed == number;
    return isOwn && (number == 0 || vary && answered.contains(seed - 1));
  }

  void check(long seed) {
    if (!isOpen(seed)) {
      throw new Refusal(
          key("This variant is not yours to answer. Open the lesson anew; yours is shown there."));
    }
  }
}
