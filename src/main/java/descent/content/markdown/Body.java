package descent.content.markdown;

import descent.content.markdown.Notes.Note;
import descent.content.markdown.Outline.Anchor;
import descent.content.source.Mistake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * The body of a lesson: one section a heading of level 2, wide blocks between sections, cards of
 * neighbouring questions together, notes and references at the end.
 */
public final class Body {

  /** A block that is drawn already. */
  public record Drawn(String html, Width width) {}

  /** A section's heading; the title is HTML. */
  public record Part(String number, String id, String title) {}

  /** What was set. */
  public record Result(String html, List<Part> parts, List<Mistake> mistakes) {}

  private enum Open {
    NOTHING,
    SECTION,
    CARDS
  }

  private final Typesetting typesetting;
  private final Surroundings surroundings;
  private final Function<FencedCodeBlock, Optional<Drawn>> blocks;
  private final Codes codes;
  private final StringBuilder html = new StringBuilder();
  private final List<Part> parts = new ArrayList<>();
  private Open open = Open.NOTHING;

  private Body(
      Surroundings surroundings, String file, Function<FencedCodeBlock, Optional<Drawn>> blocks) {
    this.surroundings = surroundings;
    this.blocks = blocks;
    this.typesetting =
        Typesetting.ofBody(surroundings, file, fence -> blocks.apply(fence).map(Drawn::html));
    this.codes = new Codes(typesetting);
  }

  /**
   * Sets a body.
   *
   * @param blocks draws a live block; empty where it has mistakes
   */
  public static Result of(
      Outline outline,
      Surroundings surroundings,
      String file,
      Function<FencedCodeBlock, Optional<Drawn>> blocks) {
    Body body = new Body(surroundings, file, blocks);
    Markdown.children(outline.document()).forEach(body::add);
    body.leave();
    body.notes(outline.document());
    return new Result(body.html.toString(), List.copyOf(body.parts), body.typesetting.mistakes());
  }

  private void add(Node node) {
    if (node instanceof FootnoteDefinition) {
      return;
    }
    if (node instanceof Heading heading && heading.getLevel() <= 2) {
      heading(heading);
    } else if (node instanceof FencedCodeBlock fence && Outline.fence(fence).isPresent()) {
      blocks.apply(fence).ifPresent(this::block);
    } else if (!Codes.isShown(node)) {
      enter(Open.SECTION);
      html.append(Codes.isCode(node) ? codes.html(node) : typesetting.render(node)).append('\n');
    }
  }

  private void heading(Heading heading) {
    if (heading.getLevel() == 1) {
      return;
    }
    leave();
    Anchor anchor = Outline.anchor(heading);
    String number = surroundings.lesson() + "." + (parts.size() + 1);
    var title = new StringBuilder();
    Markdown.children(heading).forEach(child -> title.append(typesetting.render(child)));
    parts.add(new Part(number, anchor.id(), title.toString()));
    html.append("<section aria-labelledby=\"%s\">\n".formatted(anchor.id()));
    html.append("<h2 id=\"%s\">".formatted(anchor.id()));
    html.append("<a class=\"anchor\" href=\"#%s\">%s</a>".formatted(anchor.id(), number));
    html.append(title).append("</h2>\n");
    open = Open.SECTION;
  }

  private void block(Drawn drawn) {
    switch (drawn.width()) {
      case TEXT -> enter(Open.SECTION);
      case CARD -> enter(Open.CARDS);
      case PAGE -> leave();
    }
    html.append(drawn.html()).append('\n');
  }

  private void enter(Open wanted) {
    if (open == wanted) {
      return;
    }
    leave();
    html.append(
        wanted == Open.CARDS
            ? "<section class=\"wide-sec\">\n<div class=\"quizzes\">\n"
            : "<section class=\"more\">\n");
    open = wanted;
  }

  private void leave() {
    html.append(
        switch (open) {
          case NOTHING -> "";
          case SECTION -> "</section>\n";
          case CARDS -> "</div>\n</section>\n";
        });
    open = Open.NOTHING;
  }

  private void notes(Node document) {
    var definitions = new HashMap<String, Node>();
    Markdown.children(document)
        .filter(FootnoteDefinition.class::isInstance)
        .forEach(node -> definitions.putIfAbsent(((FootnoteDefinition) node).getLabel(), node));
    List<String> items = items(definitions);
    typesetting.notes().all().forEach(note -> definitions.remove(note.label()));
    definitions.forEach(
        (label, node) -> typesetting.report(node, "nothing refers to the note [^" + label + "]"));
    if (items.isEmpty()) {
      return;
    }
    html.append("<section class=\"refs ui small\" aria-labelledby=\"refs\">\n");
    html.append("<h2 id=\"refs\">Notes and references</h2>\n<ol>\n");
    items.forEach(html::append);
    html.append("</ol>\n</section>\n");
  }

  /** Draws the notes; a note may refer to further notes, which follow. */
  private List<String> items(Map<String, Node> definitions) {
    var texts = new ArrayList<String>();
    for (int number = 1; number <= typesetting.notes().size(); number++) {
      Node definition = definitions.get(typesetting.notes().label(number));
      texts.add(definition == null ? "" : text(definition));
    }
    var items = new ArrayList<String>();
    List<Note> notes = typesetting.notes().all();
    for (int i = 0; i < notes.size(); i++) {
      items.add("<li id=\"f%d\">%s%s</li>\n".formatted(i + 1, texts.get(i), back(notes.get(i))));
    }
    return items;
  }

  private String text(Node definition) {
    boolean isOneParagraph =
        definition.getFirstChild() instanceof org.commonmark.node.Paragraph
            && definition.getFirstChild().getNext() == null;
    Node content = isOneParagraph ? definition.getFirstChild() : definition;
    var text = new StringBuilder();
    Markdown.children(content).forEach(child -> text.append(typesetting.render(child)));
    return text.toString();
  }

  private static String back(Note note) {
    var links = new StringBuilder();
    for (int reference = 1; reference <= note.references(); reference++) {
      links.append(
          " <a href=\"#%s\" aria-label=\"Back to the text\">↩</a>"
              .formatted(note.place(reference)));
    }
    return links.toString();
  }
}
