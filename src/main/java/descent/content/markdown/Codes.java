package descent.content.markdown;

import static j2html.TagCreator.each;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.rawHtml;

import j2html.tags.DomContent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/**
 * Programs that stand one below the other, shown one at a time; a radio button chooses, without
 * script. On paper all of them are shown.
 */
final class Codes {

  private final Typesetting typesetting;
  private int groups;

  Codes(Typesetting typesetting) {
    this.typesetting = typesetting;
  }

  /** Whether a node is code to read, and no live block. */
  static boolean isCode(Node node) {
    return node instanceof FencedCodeBlock fence && Outline.fence(fence).isEmpty();
  }

  /** Whether code directly before this node shows it already. */
  static boolean isShown(Node node) {
    return isCode(node) && isCode(node.getPrevious());
  }

  /** A code with all that follow it directly, {@code first} being none that follows. */
  String html(Node first) {
    List<FencedCodeBlock> codes =
        Stream.iterate(first, Codes::isCode, Node::getNext)
            .map(FencedCodeBlock.class::cast)
            .toList();
    if (codes.size() == 1) {
      return typesetting.render(first);
    }
    groups++;
    return fieldset(
            legend(languages(codes)).withClass("vh"),
            each(codes, this::choice),
            each(codes, code -> rawHtml(typesetting.render(code))))
        .withClass("codes")
        .render();
  }

  private static String languages(List<FencedCodeBlock> codes) {
    return codes.stream().map(BlockRenderer::language).collect(Collectors.joining(", "));
  }

  private DomContent choice(Integer i, FencedCodeBlock code) {
    String id = "code-%d-%d".formatted(groups, i + 1);
    return each(
        input().withType("radio").withName("code-" + groups).withId(id).withCondChecked(i == 0),
        label(BlockRenderer.language(code)).withClass("ui").withFor(id));
  }
}
