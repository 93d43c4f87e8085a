package descent.content.markdown;

import descent.content.markdown.Surroundings.Target;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Draws what stands inside a line. */
final class TextRenderer implements NodeRenderer {

  private static final Pattern LOST_NOTE = Pattern.compile("\\[\\^([^\\]]*)]");

  private static final Pattern IDENTIFIER =
      Pattern.compile("doi:(10\\.\\d{4,9}/[^\\s,;]*[\\w)])|arXiv:(\\d{4}\\.\\d{4,5})");

  private final Typesetting typesetting;
  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;

  TextRenderer(Typesetting typesetting, HtmlNodeRendererContext context) {
    this.typesetting = typesetting;
    this.context = context;
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(
        Text.class,
        Formula.class,
        ComputedValue.class,
        Reference.class,
        FootnoteReference.class,
        Link.class,
        Image.class,
        HtmlInline.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof Text text) {
      text(text);
    } else if (node instanceof Formula formula) {
      html.tag("span", Attributes.of("class", "math"));
      html.text(typesetting.tex(formula.tex(), Markdown.line(formula)));
      html.tag("/span");
    } else if (node instanceof ComputedValue value) {
      typesetting.value(value, value.expression()).ifPresent(numeral -> html.raw(numeral.html()));
    } else if (node instanceof Reference reference) {
      reference(reference);
    } else if (node instanceof FootnoteReference reference) {
      note(reference);
    } else if (node instanceof Link link) {
      link(link);
    } else if (node instanceof Image image) {
      image(image);
    } else if (node instanceof HtmlInline inline) {
      if (!inline.getLiteral().startsWith("<!--")) {
        typesetting.report(inline, "HTML is not allowed: " + inline.getLiteral());
        html.text(inline.getLiteral());
      }
    }
  }

  private void text(Text text) {
    Matcher lost = LOST_NOTE.matcher(text.getLiteral());
    if (lost.find()) {
      typesetting.report(
          text, "the note [^" + lost.group(1) + "] has no line '[^" + lost.group(1) + "]: …'");
    }
    if (typesetting.linksTerms() && isRunningText(text) && !isInNote(text)) {
      typesetting
          .surroundings()
          .glossary()
          .walk(
              text.getLiteral(),
              typesetting.linkedTerms(),
              words -> plain(words, false),
              this::term);
    } else {
      plain(text.getLiteral(), !isRunningText(text));
    }
  }

  /** Writes words; a DOI or an arXiv number becomes a link. */
  private void plain(String words, boolean isInLink) {
    Matcher identifier = IDENTIFIER.matcher(words);
    int end = 0;
    while (!isInLink && identifier.find()) {
      html.text(words.substring(end, identifier.start()));
      boolean isDoi = identifier.group(1) != null;
      String address =
          isDoi
              ? "https://doi.org/" + identifier.group(1)
              : "https://arxiv.org/abs/" + identifier.group(2);
      html.tag("a", Attributes.of("href", context.encodeUrl(address)));
      html.text(identifier.group());
      html.tag("/a");
      end = identifier.end();
    }
    html.text(words.substring(end));
  }

  private static boolean isRunningText(Node text) {
    for (Node at = text.getParent(); at != null; at = at.getParent()) {
      if (at instanceof Heading || at instanceof Link || at instanceof Image) {
        return false;
      }
    }
    return true;
  }

  /** The notes are mostly titles of works. */
  private static boolean isInNote(Node text) {
    Node at = text;
    while (at != null && !(at instanceof FootnoteDefinition)) {
      at = at.getParent();
    }
    return at != null;
  }

  private void term(String words, String id) {
    html.tag("a", Attributes.of("class", "term", "href", "/glossary#" + id));
    html.text(words);
    html.tag("/a");
  }

  private void reference(Reference reference) {
    String name = reference.kind() + ":" + reference.name();
    Target target = typesetting.surroundings().targets().get(name);
    if (target == null) {
      typesetting.report(reference, "@" + name + " leads nowhere; known: " + known(reference));
      html.text("@" + name);
      return;
    }
    html.tag("a", Attributes.of("class", "ref", "href", target.address()));
    html.text(target.words());
    html.tag("/a");
  }

  private List<String> known(Reference reference) {
    List<String> same =
        typesetting.surroundings().targets().keySet().stream()
            .filter(name -> name.startsWith(reference.kind() + ":"))
            .sorted()
            .toList();
    return same.isEmpty() ? List.of("fig:ID", "eq:NAME", "lesson:SLUG") : same;
  }

  private void note(FootnoteReference reference) {
    Notes.Note note = typesetting.notes().refer(reference.getLabel());
    html.tag("sup", Attributes.of("class", "fn ui"));
    String number = String.valueOf(note.number());
    String place = note.place(note.references());
    html.tag(
        "a", Attributes.of("href", "#f" + number, "id", place, "aria-label", "Note " + number));
    html.text(number);
    html.tag("/a");
    html.tag("/sup");
  }

  private void link(Link link) {
    var address = typesetting.surroundings().address().apply(link.getDestination());
    if (address.isEmpty()) {
      typesetting.report(link, "the link to '" + link.getDestination() + "' leads nowhere");
    }
    html.tag("a", Attributes.of("href", context.encodeUrl(address.orElse("#"))));
    children(link);
    html.tag("/a");
  }

  private void image(Image image) {
    String alternative = Outline.text(image);
    if (alternative.isBlank()) {
      typesetting.report(image, "the picture has no description; write ![what it shows](file)");
    }
    var address = typesetting.surroundings().address().apply(image.getDestination());
    if (address.isEmpty()) {
      typesetting.report(image, "the picture '" + image.getDestination() + "' does not exist");
    }
    String source = context.encodeUrl(address.orElse(""));
    html.tag("img", Attributes.of("src", source, "alt", alternative), true);
  }

  private void children(Node parent) {
    Markdown.children(parent).forEach(context::render);
  }
}
