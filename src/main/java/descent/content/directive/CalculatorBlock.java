package descent.content.directive;

import static j2html.TagCreator.*;

import descent.content.directive.CalculatorState.Output;
import descent.content.directive.CalculatorState.Variable;
import descent.content.markdown.Width;
import descent.content.source.Quantity;
import descent.plot.Numbers;
import descent.run.BadQuery;
import descent.run.Query;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A calculator in one of its states. */
record CalculatorBlock(
    Caption caption, CalculatorState initial, CalculatorState now, String complaint)
    implements Block {

  @Override
  public Width width() {
    return Width.TEXT;
  }

  @Override
  public Block with(Map<String, List<String>> query) {
    Map<String, List<String>> own = Block.own(caption.id(), query);
    if (own.isEmpty()) {
      return this;
    }
    try {
      return new CalculatorBlock(caption, initial, read(new Query(own)), "");
    } catch (BadQuery e) {
      return new CalculatorBlock(caption, initial, initial, String.valueOf(e.getMessage()));
    }
  }

  private CalculatorState read(Query query) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Variable variable : initial.variables()) {
      double absent = initial.values().get(variable.name());
      double value = query.numbers(variable.name(), new double[] {absent}, 1)[0];
      if (value < variable.low() || value > variable.high()) {
        query.complain(
            variable.name(),
            Numbers.field(value),
            "%s must be from %s to %s."
                .formatted(
                    variable.label(),
                    Numbers.field(variable.low()),
                    Numbers.field(variable.high())));
      }
      values.put(variable.name(), variable.whole() ? Math.rint(value) : value);
    }
    query.finish();
    return initial.with(values);
  }

  @Override
  public List<Quantity> quantities() {
    Map<String, Double> results = initial.results();
    return initial.outputs().stream()
        .map(o -> new Quantity(o.name(), o.label(), arguments -> results.get(o.name())))
        .toList();
  }

  @Override
  public DomContent html(Words words) {
    return FigureForm.figure(
            caption,
            "calculator",
            now.equals(initial),
            form(
                header(FigureHead.title(caption, words)).withClass("fh"),
                each(now.variables(), variable -> variable(variable, words)),
                noscript(
                    button(words.say("Calculate")).withClass("btn primary").withType("submit")),
                outputs(),
                p(words.retell(complaint)).withClass("ferr").withCondHidden(complaint.isEmpty())),
            words)
        .attr("aria-description", caption.alternative().text());
  }

  private DomContent variable(Variable variable, Words words) {
    String id = caption.id() + "-" + variable.name();
    return div(
            label(
                    Language.ofAuthor(text(variable.label() + " "), words),
                    span(variable.symbol()).withClass("math"))
                .withFor(id),
            Slider.of(variable.low(), variable.high(), scale(variable)),
            input()
                .withId(id)
                .withClass("num")
                .withName(caption.id() + "." + variable.name())
                .withValue(Numbers.field(now.values().get(variable.name())))
                .attr("data-default", Numbers.field(initial.values().get(variable.name())))
                .attr("data-label", variable.label())
                .attr("data-whole", variable.whole())
                .attr("inputmode", "decimal"),
            span(variable.unit()).withClass("unit"))
        .withClass("variable");
  }

  private static String scale(Variable variable) {
    return variable.logarithmic() ? "LOG" : variable.whole() ? "INTEGER" : "LINEAR";
  }

  private DomContent outputs() {
    Map<String, Double> results = now.results();
    return table(tbody(each(now.outputs(), output -> output(output, results.get(output.name())))))
        .withClass("outputs")
        .attr("aria-live", "polite");
  }

  private static DomContent output(Output output, double value) {
    return tr(
            th(output.label()).attr("scope", "row"),
            td(span(output.formula().tex()).withClass("math large")).withClass("formula"),
            td(
                    span(Numbers.reading(value)).withClass("result"),
                    text(" "),
                    span(output.unit()).withClass("unit"))
                .withClass("value"))
        .attr("data-name", output.name())
        .attr("data-formula", output.text());
  }
}
