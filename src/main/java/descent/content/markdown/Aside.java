package descent.content.markdown;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** A block quote that opens with a mark such as {@code [!NOTE]}, and a title after it. */
final class Aside extends CustomBlock {

  /** What an aside is. */
  enum Kind {
    NOTE,
    DEFINITION,
    THEOREM,
    DERIVATION,
    TAKEAWAY;

    static List<String> names() {
      return Arrays.stream(values()).map(Kind::name).toList();
    }
  }

  private static final Pattern MARK = Pattern.compile("\\[!([A-Za-z]+)]\\s*");

  private final String mark;
  private final Paragraph title;

  private Aside(String mark, Paragraph title) {
    this.mark = mark;
    this.title = title;
  }

  /** The word in the brackets, as written. */
  String mark() {
    return mark;
  }

  /** Empty if the word is none of the kinds. */
  Optional<Kind> kind() {
    return Arrays.stream(Kind.values()).filter(kind -> kind.name().equals(mark)).findFirst();
  }

  /** The words behind the mark; without children where there are none. */
  Paragraph title() {
    return title;
  }

  /** Turns marked quotes below {@code node} into asides. */
  static Node processed(Node node) {
    for (Node child = node.getFirstChild(); child != null; ) {
      Node next = child.getNext();
      if (child instanceof BlockQuote quote) {
        child = replaced(quote);
      }
      if (child.getFirstChild() instanceof org.commonmark.node.Block) {
        processed(child);
      }
      child = next;
    }
    return node;
  }

  private static Node replaced(BlockQuote quote) {
    if (!(quote.getFirstChild() instanceof Paragraph paragraph
        && paragraph.getFirstChild() instanceof Text text)) {
      return quote;
    }
    Matcher mark = MARK.matcher(text.getLiteral());
    if (!mark.lookingAt()) {
      return quote;
    }
    text.setLiteral(text.getLiteral().substring(mark.end()));
    Aside aside = new Aside(mark.group(1), titleOf(paragraph));
    aside.setSourceSpans(quote.getSourceSpans());
    if (paragraph.getFirstChild() == null) {
      paragraph.unlink();
    }
    for (Node child = quote.getFirstChild(); child != null; child = quote.getFirstChild()) {
      aside.appendChild(child);
    }
    quote.insertBefore(aside);
    quote.unlink();
    return aside;
  }

  /** Moves the first line of the paragraph into a title. */
  private static Paragraph titleOf(Paragraph paragraph) {
    Paragraph title = new Paragraph();
    title.setSourceSpans(paragraph.getSourceSpans());
    Node child = paragraph.getFirstChild();
    while (child != null && !(child instanceof SoftLineBreak)) {
      Node next = child.getNext();
      if (child instanceof Text text && text.getLiteral().isEmpty()) {
        text.unlink();
      } else {
        title.appendChild(child);
      }
      child = next;
    }
    if (child != null) {
      child.unlink();
    }
    return title;
  }
}
