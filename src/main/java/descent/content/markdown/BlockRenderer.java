package descent.content.markdown;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Draws what stands on its own lines: formulas, asides, code, small headings. */
final class BlockRenderer implements NodeRenderer {

  private static final Map<String, String> LANGUAGES =
      Map.of(
          "java", "Java",
          "python", "Python",
          "pytorch", "PyTorch",
          "jax", "JAX",
          "text", "Text",
          "yaml", "YAML",
          "markdown", "Markdown",
          "sh", "Shell");

  private final Typesetting typesetting;
  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;
  private final Function<FencedCodeBlock, Optional<String>> blocks;

  BlockRenderer(
      Typesetting typesetting,
      HtmlNodeRendererContext context,
      Function<FencedCodeBlock, Optional<String>> blocks) {
    this.typesetting = typesetting;
    this.context = context;
    this.html = context.getWriter();
    this.blocks = blocks;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(
        DisplayFormula.class,
        Aside.class,
        FencedCodeBlock.class,
        IndentedCodeBlock.class,
        Heading.class,
        HtmlBlock.class,
        FootnoteDefinition.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof DisplayFormula formula) {
      formula(formula);
    } else if (node instanceof Aside aside) {
      aside(aside);
    } else if (node instanceof FencedCodeBlock fence) {
      fence(fence);
    } else if (node instanceof IndentedCodeBlock code) {
      code("text", code.getLiteral());
    } else if (node instanceof Heading heading) {
      heading(heading);
    } else if (node instanceof HtmlBlock block && !block.getLiteral().startsWith("<!--")) {
      typesetting.report(block, "HTML is not allowed; write markdown or a block such as ```{run}");
      html.text(block.getLiteral());
    }
  }

  private void formula(DisplayFormula formula) {
    if (!formula.isClosed()) {
      typesetting.report(formula, "the formula opened by $$ is not closed by $$");
    }
    if (!formula.rest().isEmpty()) {
      typesetting.report(
          formula,
          "after $$ only {#eq:name} may stand, not '" + formula.rest() + "'; begin a new line");
    }
    formula
        .label()
        .ifPresent(name -> html.tag("div", Attributes.of("class", "equation", "id", "eq-" + name)));
    html.tag("div", Attributes.of("class", "math display"));
    html.text(typesetting.tex(formula.tex(), Markdown.line(formula)));
    html.tag("/div");
    formula.label().ifPresent(this::equationNumber);
    html.line();
  }

  private void equationNumber(String name) {
    var target = typesetting.surroundings().targets().get("eq:" + name);
    html.tag("span", Attributes.of("class", "number ui"));
    html.text(target == null ? "" : target.words());
    html.tag("/span");
    html.tag("/div");
  }

  private void aside(Aside aside) {
    if (aside.kind().isEmpty()) {
      typesetting.report(aside, "[!" + aside.mark() + "] is unknown; known: " + Aside.Kind.names());
      return;
    }
    html.line();
    switch (aside.kind().get()) {
      case NOTE -> {
        html.tag("div", Attributes.of("class", "note ui", "role", "note"));
        if (aside.title().getFirstChild() != null) {
          html.tag("p");
          children(aside.title());
          html.tag("/p");
        }
        children(aside);
        html.tag("/div");
      }
      case DEFINITION -> statement(aside, "Definition", Aside.Kind.DEFINITION);
      case THEOREM -> statement(aside, "Theorem", Aside.Kind.THEOREM);
      case DERIVATION -> {
        html.tag("details", Attributes.of("class", "derivation"));
        html.tag("summary", Attributes.of("class", "ui"));
        titleOr(aside, "Derivation");
        html.tag("/summary");
        children(aside);
        html.tag("/details");
      }
      case TAKEAWAY -> {
        html.tag("div", Attributes.of("class", "takeaway"));
        html.tag("h3");
        titleOr(aside, "What to take away");
        html.tag("/h3");
        lines(aside);
        html.tag("/div");
      }
    }
    html.line();
  }

  private void statement(Aside aside, String name, Aside.Kind kind) {
    html.tag("div", Attributes.of("class", "def"));
    html.tag("p");
    html.tag("span", Attributes.of("class", "term"));
    html.text(name + " " + typesetting.count(kind));
    if (aside.title().getFirstChild() != null) {
      html.text(" (");
      children(aside.title());
      html.text(")");
    }
    html.text(".");
    html.tag("/span");
    Node first = aside.getFirstChild();
    if (first instanceof Paragraph) {
      html.text(" ");
      children(first);
    }
    html.tag("/p");
    Markdown.children(aside)
        .filter(child -> child != first || !(child instanceof Paragraph))
        .forEach(context::render);
    html.tag("/div");
  }

  /** Each line of the text is a paragraph of its own. */
  private void lines(Aside aside) {
    for (Node child : Markdown.children(aside).toList()) {
      if (child instanceof Paragraph) {
        html.tag("p");
        for (Node part : Markdown.children(child).toList()) {
          if (part instanceof SoftLineBreak) {
            html.tag("/p");
            html.line();
            html.tag("p");
          } else {
            context.render(part);
          }
        }
        html.tag("/p");
      } else {
        context.render(child);
      }
    }
  }

  private void titleOr(Aside aside, String words) {
    if (aside.title().getFirstChild() == null) {
      html.text(words);
    } else {
      children(aside.title());
    }
  }

  private void fence(FencedCodeBlock fence) {
    if (Outline.fence(fence).isPresent()) {
      blocks.apply(fence).ifPresent(html::raw);
      return;
    }
    if (fence.getClosingFenceLength() == null) {
      typesetting.report(fence, "the code is not closed by ```");
    }
    code(key(fence), fence.getLiteral());
  }

  /** The name of a code's language, "Text" where none is given. */
  static String language(FencedCodeBlock fence) {
    return LANGUAGES.getOrDefault(key(fence), key(fence));
  }

  private static String key(FencedCodeBlock fence) {
    String info = fence.getInfo() == null ? "" : fence.getInfo().strip();
    return info.isEmpty() ? "text" : info;
  }

  private void code(String language, String literal) {
    String name = LANGUAGES.getOrDefault(language, language);
    html.line();
    html.tag("figure", Attributes.of("class", "code"));
    if (!language.equals("text")) {
      html.tag("figcaption", Attributes.of("class", "ui"));
      html.text(name);
      html.tag("/figcaption");
    }
    html.tag("pre", Attributes.of("tabindex", "0"));
    html.tag("code", Attributes.of("class", "language-" + language.replaceAll("[^\\w-]", "")));
    html.text(literal);
    html.tag("/code");
    html.tag("/pre");
    html.tag("/figure");
    html.line();
  }

  private void heading(Heading heading) {
    String level = "h" + Math.max(3, heading.getLevel());
    html.line();
    html.tag(level, Map.of("id", Outline.anchor(heading).id()));
    children(heading);
    html.tag("/" + level);
    html.line();
  }

  private void children(Node parent) {
    Markdown.children(parent).forEach(context::render);
  }
}
