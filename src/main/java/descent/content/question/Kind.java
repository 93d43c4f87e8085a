package descent.content.question;

import descent.content.source.Source;

/**
 * One way to ask.
 *
 * @param name what authors write behind {@code kind:}
 * @param doc one paragraph for the author's manual, in markdown
 * @param example a whole fence that works as it stands
 * @param reader reads the question of a fence, whose mistakes go to its source
 */
public record Kind(String name, String doc, String example, Reader reader) {

  /** Makes a question of an id and a fence. */
  @FunctionalInterface
  public interface Reader {
    Question read(String id, Source source);
  }
}
