package descent.content.markdown;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** A cross-reference: {@code @fig:valley}, {@code @eq:momentum}, {@code @lesson:adam}. */
final class Reference extends CustomNode {

  private final String kind;
  private final String name;

  Reference(String kind, String name) {
    this.kind = kind;
    this.name = name;
  }

  /** What stands before the colon. */
  String kind() {
    return kind;
  }

  String name() {
    return name;
  }

  /** Reads {@link Reference}s. */
  static final class Factory implements InlineContentParserFactory {

    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('@');
    }

    @Override
    public InlineContentParser create() {
      return Factory::tryParse;
    }

    private static ParsedInline tryParse(InlineParserState state) {
      Scanner scanner = state.scanner();
      if (Character.isLetterOrDigit(scanner.peekPreviousCodePoint())) {
        return ParsedInline.none();
      }
      scanner.next();
      Position start = scanner.position();
      scanner.match(c -> c >= 'a' && c <= 'z');
      String kind = scanner.getSource(start, scanner.position()).getContent();
      if (kind.isEmpty() || !scanner.next(':')) {
        return ParsedInline.none();
      }
      Position colon = scanner.position();
      int length =
          scanner.match(c -> c == '_' || c == '-' || c < 128 && Character.isLetterOrDigit(c));
      if (length < 1) {
        return ParsedInline.none();
      }
      String name = scanner.getSource(colon, scanner.position()).getContent();
      return ParsedInline.of(new Reference(kind, name), scanner.position());
    }
  }
}
