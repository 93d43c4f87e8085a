package descent.content.question;

import java.util.List;

/**
 * What an answer is worth, and why.
 *
 * @param credit from 0 to 1
 * @param html the feedback on the whole answer; may be empty
 * @param notes feedback on single parts of the answer
 */
public record Mark(Verdict verdict, double credit, String html, List<Note> notes) {

  /** An invalid answer costs no attempt. */
  public enum Verdict {
    RIGHT,
    PARTLY,
    WRONG,
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

  public static Mark invalid(String html) {
    return new Mark(Verdict.INVALID, 0, html, List.of());
  }
}
