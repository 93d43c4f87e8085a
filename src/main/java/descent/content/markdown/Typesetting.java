package descent.content.markdown;

import descent.content.source.Mistake;
import descent.content.source.Numeral;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.HtmlRenderer;

/** Sets one text as HTML and collects the mistakes in it; used once, by one thread. */
public final class Typesetting {

  private static final Pattern COMPUTED = Pattern.compile("\\{\\{([^{}]*)}}");

  private static final Pattern FORMULA = Pattern.compile("\\{\\{\\s*tex\\(\"([^\"{}]*)\"\\)\\s*}}");

  private final Surroundings surroundings;
  private final String file;
  private final int firstLine;
  private final boolean linksTerms;
  private final Set<String> linkedTerms = new LinkedHashSet<>();
  private final Notes notes = new Notes();
  private final Set<Mistake> mistakes = new LinkedHashSet<>();
  private final HtmlRenderer renderer;
  private final int[] counts = new int[Aside.Kind.values().length];

  private Typesetting(
      Surroundings surroundings,
      String file,
      int firstLine,
      boolean linksTerms,
      Function<FencedCodeBlock, Optional<String>> blocks) {
    this.surroundings = surroundings;
    this.file = file;
    this.firstLine = firstLine;
    this.linksTerms = linksTerms;
    this.renderer =
        HtmlRenderer.builder()
            .nodeRendererFactory(context -> new TextRenderer(this, context))
            .nodeRendererFactory(context -> new BlockRenderer(this, context, blocks))
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();
  }

  /** For a piece of prose inside a block or of the front matter, whose first line is given. */
  public static Typesetting ofProse(Surroundings surroundings, String file, int firstLine) {
    return new Typesetting(surroundings, file, firstLine, false, fence -> Optional.empty());
  }

  /** For the body of a lesson: terms are linked, live blocks are drawn where they stand. */
  static Typesetting ofBody(
      Surroundings surroundings, String file, Function<FencedCodeBlock, Optional<String>> blocks) {
    return new Typesetting(surroundings, file, 1, true, blocks);
  }

  /** One paragraph's content. */
  public String inline(String markdown) {
    Node document = parsed(markdown);
    boolean isParagraph =
        document.getFirstChild() instanceof Paragraph && document.getFirstChild().getNext() == null;
    if (!isParagraph && document.getFirstChild() != null) {
      report(document, "only one paragraph may stand here; begin no list, quote or heading");
    }
    return rendered(isParagraph ? document.getFirstChild() : document);
  }

  /** Paragraphs, lists, formulas and code. */
  public String blocks(String markdown) {
    Node document = parsed(markdown);
    return rendered(document);
  }

  /** Plain words with the computed values filled in. */
  public String text(String words) {
    return filled(words, firstLine, Numeral::text).replaceAll("\\s+", " ");
  }

  /** What was wrong so far. */
  public List<Mistake> mistakes() {
    return new ArrayList<>(mistakes);
  }

  private Node parsed(String markdown) {
    Node document = Markdown.parse(markdown);
    if (Markdown.depth(document) > Markdown.MAX_DEPTH) {
      report(document, "this is nested more than " + Markdown.MAX_DEPTH + " deep");
      return new Document();
    }
    return document;
  }

  private String rendered(Node parent) {
    var html = new StringBuilder();
    Markdown.children(parent).forEach(child -> html.append(render(child)));
    return html.toString();
  }

  String render(Node node) {
    return renderer.render(node);
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Notes notes() {
    return notes;
  }

  /** Terms are linked where they stand first; prose inside of blocks links none. */
  boolean linksTerms() {
    return linksTerms;
  }

  Set<String> linkedTerms() {
    return linkedTerms;
  }

  /** The next number of a kind of aside, such as "5.1". */
  String count(Aside.Kind kind) {
    return surroundings.lesson() + "." + ++counts[kind.ordinal()];
  }

  void report(Node node, String message) {
    reportAt(Markdown.line(node), message);
  }

  /** Reports a mistake at a line of the text, counted from 0. */
  void reportAt(int line, String message) {
    mistakes.add(Mistake.error(file, firstLine + line, message));
  }

  Optional<Numeral> value(Node node, String expression) {
    return value(firstLine + Markdown.line(node), expression);
  }

  private Optional<Numeral> value(int line, String expression) {
    try {
      return Optional.of(surroundings.scope().evaluate(expression));
    } catch (IllegalArgumentException e) {
      mistakes.add(Mistake.error(file, line, "{{" + expression.strip() + "}}: " + e.getMessage()));
      return Optional.empty();
    }
  }

  /** TeX with its computed values filled in and checked, at a line of the text, from 0. */
  String tex(String tex, int line) {
    String filled = filled(formulas(tex, firstLine + line), firstLine + line, Numeral::tex);
    TexCheck.flaw(filled)
        .ifPresent(
            flaw ->
                reportAt(
                    line + flaw.line(),
                    "in the formula '" + shorten(filled) + "': " + flaw.message()));
    return filled;
  }

  /** Formulas in which the scope's variables are numbers: {@code {{tex("a*x^2")}}}. */
  private String formulas(String tex, int line) {
    return FORMULA
        .matcher(tex)
        .replaceAll(
            found -> {
              try {
                return Matcher.quoteReplacement(surroundings.scope().tex(found.group(1)));
              } catch (IllegalArgumentException e) {
                mistakes.add(Mistake.error(file, line, found.group() + ": " + e.getMessage()));
                return "";
              }
            });
  }

  private static String shorten(String tex) {
    String line = tex.lines().findFirst().orElse("");
    return line.length() == tex.length() && line.length() <= 40
        ? line
        : line.substring(0, Math.min(40, line.length())) + "…";
  }

  private String filled(String text, int line, Function<Numeral, String> writing) {
    return COMPUTED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    value(line, found.group(1)).map(writing).orElse(found.group(1))));
  }
}
