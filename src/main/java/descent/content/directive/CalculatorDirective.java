package descent.content.directive;

import descent.content.directive.CalculatorState.Output;
import descent.content.directive.CalculatorState.Variable;
import descent.content.source.Source;
import descent.expr.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code ```{calculator}}: a formula with sliders and what comes out of it. */
public final class CalculatorDirective implements Directive {
  private static final String NAME = "[A-Za-z]\\w*";

  @Override
  public String name() {
    return "calculator";
  }

  @Override
  public String doc() {
    return """
    Numbers that the reader sets and numbers that follow from them. Each of `variables` has a \
    `name`, a `label`, a `value` and a `range: [low, high]`; optional are `unit`, `symbol` (TeX), \
    `scale` (`linear`, `log`) and `whole: true`. Each of `outputs` has a `name`, a `label` and a \
    `formula` of the variables and of outputs before it; optional is `unit`. \
    Captions may ask for each output by its name.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{calculator}
    id: memory
    title: What a whole Hessian costs
    variables:
      - {name: n, label: Parameters, value: 10000, range: [100, 1000000], scale: log, whole: true}
      - {name: bytes, label: Bytes of a number, value: 4, range: [2, 8], whole: true}
    outputs:
      - {name: entries, label: Entries, formula: n^2}
      - {name: size, label: Memory, formula: entries*bytes/1e9, unit: GB}
    caption: At first the Hessian takes {{size}} GB.
    alt: Two numbers to set, and the entries and the memory of the Hessian that follow.
    ```
    """;
  }

  @Override
  public Block parse(Source source, Caption caption) {
    Map<String, Double> values = new HashMap<>();
    Set<String> names = new TreeSet<>();
    List<Variable> variables = new ArrayList<>();
    for (Source item : source.items("variables")) {
      variables.add(variable(item, names, values));
    }
    List<Output> outputs = new ArrayList<>();
    for (Source item : source.items("outputs")) {
      outputs.add(output(item, names));
    }
    if (variables.isEmpty() || outputs.isEmpty()) {
      source.error("variables", "a calculator needs variables and outputs");
    }
    CalculatorState state = new CalculatorState(variables, outputs, values);
    return new CalculatorBlock(caption, state, state, "");
  }

  private static Variable variable(Source item, Set<String> names, Map<String, Double> values) {
    String name = named(item, names);
    double[] range = item.numbers("range");
    boolean logarithmic = item.word("scale", "linear", List.of("linear", "log")).equals("log");
    double least = logarithmic ? Double.MIN_NORMAL : -1e300;
    if (range.length != 2 || !(least <= range[0] && range[0] < range[1])) {
      item.error("range", "range must be [low, high], low below high, above 0 if scale is log");
      range = new double[] {1, 2};
    }
    if (!item.has("value")) {
      item.error("value", "'value' is missing");
    }
    values.put(name, item.number("value", range[0], range[0], range[1]));
    return new Variable(
        name,
        item.text("label", name),
        item.text("symbol", Expr.parse(name).tex()),
        item.text("unit", ""),
        range[0],
        range[1],
        logarithmic,
        item.flag("whole", false));
  }

  private static Output output(Source item, Set<String> names) {
    String text = item.text("formula");
    Expr formula = Expr.parse("0");
    try {
      formula = Expr.parse(text);
      Set<String> unknown = new TreeSet<>(formula.names());
      unknown.removeAll(names);
      if (!unknown.isEmpty()) {
        item.error("formula", "%s unknown here; known: %s".formatted(unknown, names));
      }
    } catch (IllegalArgumentException e) {
      item.error("formula", String.valueOf(e.getMessage()));
    }
    String label = item.text("label", "");
    return new Output(named(item, names), label, item.text("unit", ""), formula, text);
  }

  private static String named(Source item, Set<String> names) {
    String name = item.text("name");
    if (!name.matches(NAME) || name.equals("e") || name.equals("pi")) {
      item.error("name", "'%s' is no name; letters and digits would be right".formatted(name));
      return "x";
    }
    if (!names.add(name)) {
      item.error("name", "'%s' is defined twice".formatted(name));
    }
    return name;
  }
}
