package descent.content.markdown;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** A number that is computed when the lesson is read: {@code {{steps_to(1e-6, momentum)}}}. */
final class ComputedValue extends CustomNode {

  private final String expression;

  ComputedValue(String expression) {
    this.expression = expression;
  }

  String expression() {
    return expression;
  }

  /** Reads {@link ComputedValue}s. */
  static final class Factory implements InlineContentParserFactory {

    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('{');
    }

    @Override
    public InlineContentParser create() {
      return new Reader();
    }
  }

  /** Reads one paragraph's values; once no closing braces are left, it looks no further. */
  private static final class Reader implements InlineContentParser {
    private boolean exhausted;

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      Scanner scanner = state.scanner();
      if (exhausted || !scanner.next("{{")) {
        return ParsedInline.none();
      }
      Position start = scanner.position();
      while (scanner.find('}') >= 0) {
        Position end = scanner.position();
        if (scanner.next("}}")) {
          String expression = scanner.getSource(start, end).getContent();
          return ParsedInline.of(new ComputedValue(expression.strip()), scanner.position());
        }
        scanner.next();
      }
      exhausted = true;
      return ParsedInline.none();
    }
  }
}
