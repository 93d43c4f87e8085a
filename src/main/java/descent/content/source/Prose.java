package descent.content.source;

import static j2html.TagCreator.rawHtml;

import j2html.tags.DomContent;
import java.util.Map;

/**
 * A piece of markdown with its place, which typesets itself once the lesson around it is read.
 *
 * @param markdown as the author wrote it, with mathematics and computed values
 * @param line of its first character
 */
public record Prose(String markdown, String file, int line, Typesetter typesetter) {

  /** Turns prose into HTML; knows the values, terms and references of the lesson. */
  public interface Typesetter {
    String inline(Prose prose);

    String blocks(Prose prose);

    String text(Prose prose);

    /** The same with values for the parameters of a question. */
    default Typesetter with(Map<String, Double> variables) {
      return this;
    }
  }

  /** The same prose with values for the parameters of a question. */
  public Prose with(Map<String, Double> variables) {
    return new Prose(markdown, file, line, typesetter.with(variables));
  }

  public boolean isEmpty() {
    return markdown.isBlank();
  }

  /** One paragraph's content, without the paragraph. */
  public DomContent inline() {
    return rawHtml(typesetter.inline(this));
  }

  /** Paragraphs, lists and formulas. */
  public DomContent blocks() {
    return rawHtml(typesetter.blocks(this));
  }

  /** Plain words for an attribute; computed values are filled in, markup is not read. */
  public String text() {
    return typesetter.text(this);
  }
}
