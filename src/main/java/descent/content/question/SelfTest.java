package descent.content.question;

import descent.content.question.Mark.Verdict;
import descent.content.question.Question.Samples;
import descent.content.source.Mistake;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers a question in many variants as good and bad learners would: right answers must be right,
 * wrong ones not, and what is no answer must be called so.
 */
public record SelfTest(Question question) {
  private static final int VARIANTS = 100;

  /** What fails in the first variant that fails at all. */
  public List<Mistake> mistakes() {
    long most = question.about().variables().vary() ? VARIANTS : 1;
    var found = new ArrayList<String>();
    for (long seed = 0; seed < most && found.isEmpty(); seed++) {
      try {
        check(question.variant(seed), found);
      } catch (RuntimeException e) {
        found.add("variant %d: %s".formatted(seed, e.getMessage()));
      }
    }
    return found.stream().map(this::mistake).toList();
  }

  private void check(Posed posed, List<String> found) {
    Samples samples = question.samples(posed.draw());
    String variant = "variant %d %s: ".formatted(posed.draw().seed(), posed.draw().values());
    for (List<String> answer : samples.right()) {
      if (!posed.mark(answer).isDone()) {
        found.add(variant + "the right answer " + answer + " is not accepted");
      }
    }
    for (List<String> answer : samples.wrong()) {
      Verdict verdict = posed.mark(answer).verdict();
      if (verdict != Verdict.WRONG && verdict != Verdict.PARTLY) {
        found.add(variant + "the wrong answer " + answer + " is accepted");
      }
    }
    for (List<String> answer : samples.invalid()) {
      if (posed.mark(answer).verdict() != Verdict.INVALID) {
        found.add(variant + answer + " is no answer, but is marked as one");
      }
    }
  }

  private Mistake mistake(String words) {
    About about = question.about();
    return Mistake.error(
        about.file(), about.line(), "the question '" + about.id() + "' fails in " + words);
  }
}
