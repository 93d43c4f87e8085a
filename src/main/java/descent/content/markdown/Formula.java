package descent.content.markdown;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * TeX in a line: {@code $…$}, with no space inside either dollar and no digit after the second, so
 * that prices stay prices.
 */
final class Formula extends CustomNode {

  private final String tex;

  Formula(String tex) {
    this.tex = tex;
  }

  String tex() {
    return tex;
  }

  /** Reads {@link Formula}s. */
  static final class Factory implements InlineContentParserFactory {

    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$');
    }

    @Override
    public InlineContentParser create() {
      return new Reader();
    }
  }

  /** Reads from one dollar to the next; {@code \\$} is a dollar in a formula. */
  private static final class Reader implements InlineContentParser {

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      Scanner scanner = state.scanner();
      scanner.next();
      Position start = scanner.position();
      while (scanner.hasNext() && scanner.peek() != '$') {
        scanner.next('\\');
        if (scanner.hasNext()) {
          scanner.next();
        }
      }
      String tex = scanner.getSource(start, scanner.position()).getContent();
      boolean isFormula =
          !tex.isEmpty()
              && !Character.isWhitespace(tex.charAt(0))
              && !Character.isWhitespace(tex.charAt(tex.length() - 1))
              && scanner.next('$')
              && !Character.isDigit(scanner.peek());
      return isFormula
          ? ParsedInline.of(new Formula(tex), scanner.position())
          : ParsedInline.none();
    }
  }
}
