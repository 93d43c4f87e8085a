package descent.content.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * What a text holds before any of it is set: its headings, live blocks and numbered formulas.
 *
 * @param title the text of the first heading of level 1
 * @param equations the line of each label, from 0, in order
 * @param repeatedEquations labels that are taken already, by line
 */
public record Outline(
    Node document,
    Optional<Anchor> title,
    List<Anchor> anchors,
    List<Fence> fences,
    Map<String, Integer> equations,
    Map<Integer, String> repeatedEquations,
    boolean isTooDeep) {

  private static final Pattern DIRECTIVE = Pattern.compile("\\{([^}]*)}\\s*(.*)");

  /**
   * A heading.
   *
   * @param line from 0
   */
  public record Anchor(String id, String text, int level, int line) {}

  /**
   * A live block.
   *
   * @param rest what stands behind the braces and should not
   * @param line from 0
   */
  public record Fence(
      String name, String rest, int line, String yaml, boolean isClosed, FencedCodeBlock node) {}

  /** Parses markdown. */
  public static Outline of(String markdown) {
    Node document = Markdown.parse(markdown);
    var anchors = new ArrayList<Anchor>();
    var fences = new ArrayList<Fence>();
    var equations = new LinkedHashMap<String, Integer>();
    var repeated = new LinkedHashMap<Integer, String>();
    Markdown.all(document)
        .forEach(
            node -> {
              if (node instanceof Heading heading) {
                anchors.add(anchor(heading));
              } else if (node instanceof FencedCodeBlock fence) {
                fence(fence).ifPresent(fences::add);
              } else if (node instanceof DisplayFormula formula) {
                formula
                    .label()
                    .filter(name -> equations.putIfAbsent(name, line(node)) != null)
                    .ifPresent(name -> repeated.put(line(node), name));
              }
            });
    return new Outline(
        document,
        anchors.stream().filter(anchor -> anchor.level() == 1).findFirst(),
        List.copyOf(anchors),
        List.copyOf(fences),
        equations,
        repeated,
        Markdown.depth(document) > Markdown.MAX_DEPTH);
  }

  static Anchor anchor(Heading heading) {
    String text = text(heading);
    return new Anchor(slug(text), text, heading.getLevel(), line(heading));
  }

  static Optional<Fence> fence(FencedCodeBlock node) {
    String info = node.getInfo() == null ? "" : node.getInfo();
    Matcher directive = DIRECTIVE.matcher(info);
    if (!directive.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fence(
            directive.group(1).strip(),
            directive.group(2),
            line(node),
            node.getLiteral(),
            node.getClosingFenceLength() != null,
            node));
  }

  /** The words of a node, without markup. */
  static String text(Node node) {
    var text = new StringBuilder();
    Markdown.all(node)
        .forEach(
            below -> {
              if (below instanceof Text words) {
                text.append(words.getLiteral());
              } else if (below instanceof Code code) {
                text.append(code.getLiteral());
              } else if (below instanceof Formula formula) {
                text.append(formula.tex());
              }
            });
    return text.toString();
  }

  /** Lower-case words joined by hyphens; "section" where nothing is left. */
  public static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "section" : slug;
  }

  private static int line(Node node) {
    return Markdown.line(node);
  }
}
