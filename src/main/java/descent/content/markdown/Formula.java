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

  /** Reads one paragraph's formulas; once no closing dollar is left, it looks no further. */
  private static final class Reader implements InlineContentParser {
    private boolean exhausted;

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      Scanner scanner = state.scanner();
      scanner.next();
      if (exhausted || !scanner.hasNext() || Character.isWhitespace(scanner.peek())) {
        return ParsedInline.none();
      }
      Position start = scanner.position();
      char previous = '$';
      while (scanner.hasNext()) {
        char c = scanner.peek();
        Position here = scanner.position();
        scanner.next();
        boolean closes = c == '$' && previous != '$' && !Character.isWhitespace(previous);
        if (closes && !Character.isDigit(scanner.peek())) {
          String tex = scanner.getSource(start, here).getContent();
          return ParsedInline.of(new Formula(tex), scanner.position());
        }
        if (c == '\\' && scanner.hasNext()) {
          scanner.next();
        }
        previous = c;
      }
      exhausted = true;
      return ParsedInline.none();
    }
  }
}
