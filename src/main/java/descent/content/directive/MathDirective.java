package descent.content.directive;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;

import descent.content.markdown.Width;
import descent.content.source.Source;
import descent.expr.Expr;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A formula and its derivatives, typeset from the expression that the figures run. */
public final class MathDirective implements Directive {

  private static final List<String> PARTS = List.of("value", "gradient", "hessian");
  private static final int MOST_VARIABLES = 4;

  /** Lines of TeX, one below the other. */
  private record Formulas(Caption caption, List<String> lines) implements Block {

    @Override
    public Width width() {
      return Width.TEXT;
    }

    @Override
    public DomContent html(Words words) {
      return div(each(lines, line -> div(line).withClass("math display")))
          .withClass("formulas")
          .withId(caption.id());
    }
  }

  @Override
  public String name() {
    return "math";
  }

  @Override
  public String doc() {
    return "A formula set from an `expression` in `x`, `y` or other names, with what `show` lists:"
        + " `value`, `gradient` (in one dimension the derivative) and `hessian`. Derivatives are"
        + " taken symbolically by the program, so that they cannot disagree with the figures."
        + " `variables` orders the names where the expression does not.";
  }

  @Override
  public String example() {
    return """
    ```{math}
    id: slopes
    expression: x^2*y + x*y^3
    show: [value, gradient, hessian]
    ```
    """;
  }

  @Override
  public String counted() {
    return "";
  }

  @Override
  public Block parse(Source source, Caption caption) {
    String text = source.text("expression");
    List<String> shown = source.texts("show");
    List<String> variables = source.texts("variables");
    for (String part : shown) {
      if (!PARTS.contains(part)) {
        source.error("show", "'" + part + "' is unknown for show; known: " + PARTS);
      }
    }
    try {
      Expr expression = Expr.parse(text);
      List<String> names = variables.isEmpty() ? sorted(expression.names()) : variables;
      check(source, expression, names, shown);
      return new Formulas(caption, lines(expression, names, shown));
    } catch (IllegalArgumentException e) {
      source.error("expression", String.valueOf(e.getMessage()));
      return new Formulas(caption, List.of());
    }
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private static void check(
      Source source, Expr expression, List<String> names, List<String> shown) {
    boolean derives = shown.contains("gradient") || shown.contains("hessian");
    if (derives && (names.isEmpty() || names.size() > MOST_VARIABLES)) {
      source.error(
          "expression",
          "derivatives are shown for 1 to %d variables, not %d: %s"
              .formatted(MOST_VARIABLES, names.size(), names));
    }
    for (String name : names) {
      if (!expression.names().contains(name)) {
        source.error("variables", "the expression does not contain '" + name + "'");
      }
    }
  }

  private static List<String> lines(Expr expression, List<String> names, List<String> shown) {
    String arguments = "(" + String.join(", ", names) + ")";
    var lines = new ArrayList<String>();
    if (shown.isEmpty() || shown.contains("value")) {
      lines.add("f" + (names.isEmpty() ? "" : arguments) + " = " + expression.tex());
    }
    boolean single = names.size() == 1;
    if (shown.contains("gradient")) {
      List<String> slopes = names.stream().map(name -> tex(expression, name)).toList();
      lines.add(
          single
              ? "f'" + arguments + " = " + slopes.get(0)
              : "\\nabla f" + arguments + " = " + matrix(slopes));
    }
    if (shown.contains("hessian")) {
      List<String> rows =
          names.stream()
              .map(
                  row ->
                      names.stream()
                          .map(column -> tex(expression, row, column))
                          .collect(Collectors.joining(" & ")))
              .toList();
      lines.add((single ? "f''" : "H") + arguments + " = " + (single ? rows.get(0) : matrix(rows)));
    }
    return lines;
  }

  private static String tex(Expr expression, String... names) {
    Expr derivative = expression;
    for (String name : names) {
      derivative = derivative.derivative(name);
    }
    return derivative.tex();
  }

  private static String matrix(List<String> rows) {
    return "\\begin{pmatrix} " + String.join(" \\\\ ", rows) + " \\end{pmatrix}";
  }
}
