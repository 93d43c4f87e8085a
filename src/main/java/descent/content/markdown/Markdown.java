package descent.content.markdown;

import java.util.List;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Parses markdown with formulas, computed values, references, asides, tables and footnotes. */
final class Markdown {

  static final int MAX_DEPTH = 60;

  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), FootnotesExtension.create(), AutolinkExtension.create());

  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(MAX_DEPTH)
          .customBlockParserFactory(DisplayFormula.factory())
          .customInlineContentParserFactory(new Formula.Factory())
          .customInlineContentParserFactory(new ComputedValue.Factory())
          .customInlineContentParserFactory(new Reference.Factory())
          .postProcessor(Aside::processed)
          .build();

  private Markdown() {}

  static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }

  static Stream<Node> children(Node node) {
    return Stream.iterate(node.getFirstChild(), child -> child != null, Node::getNext);
  }

  /** The node and all below it, in reading order; walks without recursion. */
  static Stream<Node> all(Node root) {
    return Stream.iterate(root, node -> node != null, node -> following(root, node));
  }

  private static Node following(Node root, Node node) {
    if (node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node up = node;
    while (up != root && up.getNext() == null) {
      up = up.getParent();
    }
    return up == root ? null : up.getNext();
  }

  /** How deep nodes are nested, counted up to a little more than {@link #MAX_DEPTH}. */
  static int depth(Node root) {
    int deepest = 0;
    int depth = 0;
    Node node = root;
    while (node != null && deepest <= MAX_DEPTH) {
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        deepest = Math.max(deepest, ++depth);
        continue;
      }
      while (node != root && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      node = node == root ? null : node.getNext();
    }
    return deepest;
  }

  /** The line of a node in its text, from 0; that of the nearest parent which has one. */
  static int line(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      List<SourceSpan> spans = at.getSourceSpans();
      if (!spans.isEmpty()) {
        return spans.get(0).getLineIndex();
      }
    }
    return 0;
  }
}
