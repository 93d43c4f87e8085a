package descent.content.question;

import static j2html.TagCreator.text;

import java.util.List;

/**
 * What an answer is worth, and why.
 *
 * @param credit from 0 to 1
 * @param measure how far a prediction was off, or how many steps a goal took; of two tries the
 *     smaller is better; NaN where nothing is measured
 * @param html the feedback on the whole answer; may be empty
 * @param notes feedback on single parts of the answer
 */
public record Mark(Verdict verdict, double credit, double measure, String html, List<Note> notes) {

  /** How an answer was judged. */
  public enum Verdict {
    RIGHT,
    PARTLY,
    WRONG,
    /** Taken note of, not judged. */
    NOTED,
    /** No answer yet; costs no attempt. */
    INVALID
  }

  /**
   * Feedback on one part.
   *
   * @param answer the part as it was sent, such as the value of the chosen option
   */
  public record Note(String answer, boolean right, String html) {}

  public Mark {
    notes = List.copyOf(notes);
  }

  static Mark of(Verdict verdict, double credit, String html) {
    return new Mark(verdict, credit, Double.NaN, html, List.of());
  }

  static Mark right() {
    return of(Verdict.RIGHT, 1, "");
  }

  static Mark wrong(String html) {
    return of(Verdict.WRONG, 0, html);
  }

  /**
   * @param words plain text
   */
  static Mark invalid(String words) {
    return of(Verdict.INVALID, 0, text(words).render());
  }

  Mark with(List<Note> others) {
    return new Mark(verdict, credit, measure, html, others);
  }

  /** The same with more to say at the end. */
  Mark saying(String more) {
    return new Mark(verdict, credit, measure, html + more, notes);
  }

  Mark measuring(double value) {
    return new Mark(verdict, credit, value, html, notes);
  }

  /** Whether nothing is left to try: the learner is right, or has done what was asked. */
  public boolean isDone() {
    return verdict == Verdict.RIGHT || verdict == Verdict.NOTED;
  }
}
