package descent.content.markdown;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.ParserState;

/** TeX on its own lines: {@code $$ … $$}, numbered if {@code {#eq:name}} follows. */
final class DisplayFormula extends CustomBlock {

  private static final Pattern END = Pattern.compile("\\$\\$\\s*(?:\\{#eq:([\\w-]+)})?(.*)$");

  private String tex = "";
  private Optional<String> label = Optional.empty();
  private boolean closed;
  private String rest = "";

  String tex() {
    return tex;
  }

  /** The name behind {@code eq:}. */
  Optional<String> label() {
    return label;
  }

  boolean isClosed() {
    return closed;
  }

  /** What stands after the formula on its last line and would be lost. */
  String rest() {
    return rest;
  }

  static BlockParserFactory factory() {
    return (state, matched) -> {
      int start = state.getNextNonSpaceIndex();
      boolean opens =
          state.getIndent() < 4 && state.getLine().getContent().toString().startsWith("$$", start);
      return opens ? BlockStart.of(new Reader()).atIndex(start + 2) : BlockStart.none();
    };
  }

  /** Collects lines until two dollars. */
  private static final class Reader extends AbstractBlockParser {
    private final DisplayFormula block = new DisplayFormula();
    private final StringBuilder tex = new StringBuilder();

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return block.closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
      String content = line.getContent().toString();
      Matcher end = END.matcher(content);
      if (end.find()) {
        tex.append(content, 0, end.start());
        block.closed = true;
        block.label = Optional.ofNullable(end.group(1));
        block.rest = end.group(2).strip();
      } else {
        tex.append(content).append('\n');
      }
    }

    @Override
    public void closeBlock() {
      block.tex = tex.toString().strip();
    }
  }
}
