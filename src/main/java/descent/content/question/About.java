package descent.content.question;

import descent.content.source.Prose;
import descent.content.source.Source;
import java.util.List;

/**
 * What every question has, whatever is asked.
 *
 * @param id unique in its lesson; attempts are kept under it
 * @param file and {@code line} of the question, for mistakes that show later
 * @param version changes with every character of the question
 * @param hints shown one after another
 * @param solution shown after a right answer or the last attempt; may be empty
 */
public record About(
    String id,
    String file,
    int line,
    String version,
    Prose text,
    Variables variables,
    List<Prose> hints,
    Credit credit,
    Prose solution) {

  public About {
    hints = List.copyOf(hints);
  }

  /**
   * Reads what all kinds share.
   *
   * @param points for each attempt where the author gives none
   */
  static About read(String id, Source source, Double... points) {
    Prose text = source.prose("text");
    if (text.isEmpty()) {
      source.error("text", "'text' is missing: what is asked?");
    }
    return new About(
        id,
        source.file(),
        source.line(),
        source.fingerprint(),
        text,
        Variables.read(source),
        source.proses("hints"),
        Credit.read(source, points),
        source.prose("solution"));
  }
}
