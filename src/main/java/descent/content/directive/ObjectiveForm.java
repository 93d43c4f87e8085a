package descent.content.directive;

import static j2html.TagCreator.*;

import descent.content.directive.Parameters.Range;
import descent.objective.Problems;
import descent.plot.Numbers;
import descent.words.Words;
import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the objective of a run is typed or chosen, with its parameters and its noise.
 *
 * @param initial as the author wrote it
 * @param problems that may be chosen from
 */
record ObjectiveForm(
    Caption caption,
    RunState initial,
    RunState state,
    Problems problems,
    Controls controls,
    Words words) {

  DomContent html() {
    var formula = state.problem().objective();
    String id = caption.id() + "-objective";
    boolean fixed = !controls.has("objective");
    return div(
            label("f(" + String.join(", ", formula.variables()) + ") =").withFor(id),
            input()
                .withId(id)
                .withClass("field")
                .withName(name("objective"))
                .withValue(formula.text())
                .attr("data-default", initial.problem().objective().text())
                .withMaxlength("500")
                .attr("spellcheck", "false")
                .attr("aria-describedby", id + "-error")
                .withCondReadonly(fixed),
            iff(!fixed, examples()),
            each(formula.parameters().entrySet(), p -> parameter(p.getKey(), p.getValue())),
            iff(!fixed, each(awaited(), this::awaited)),
            iff(!fixed, template(parameter("", 1)).withClass("parameter-form")),
            iff(initial.noise() > 0 || state.noise() > 0, noise()),
            details(
                    summary(words.say("Gradient and Hessian")).withClass("btn quiet"),
                    div().withClass("derivatives"))
                .withClass("calculus js"),
            p().withId(id + "-error").withClass("ferr").attr("hidden"))
        .withClass("objective");
  }

  private DivTag parameter(String parameter, double value) {
    Range range =
        Optional.ofNullable(initial.ranges().get(parameter))
            .orElseGet(() -> around(value, defaultOf(parameter)));
    return knob("param." + parameter, parameter, value, defaultOf(parameter), range)
        .attr("data-parameter", parameter);
  }

  /** What the author's formula names and this one does not: wanted again after a reset. */
  private List<String> awaited() {
    Set<String> names = new LinkedHashSet<>(initial.problem().objective().parameters().keySet());
    names.removeAll(state.problem().objective().parameters().keySet());
    return List.copyOf(names);
  }

  private DomContent awaited(String parameter) {
    return parameter(parameter, defaultOf(parameter)).attr("hidden");
  }

  /** Noise, where the author or the address wrote of it, and another draw of it. */
  private DomContent noise() {
    return each(
        knob(
            "noise",
            words.say("noise") + " σ",
            state.noise(),
            initial.noise(),
            around(state.noise(), initial.noise())),
        FigureForm.newSeed(name("seed"), state.seed(), initial.seed(), words));
  }

  private static Range around(double value, double absent) {
    return Range.around(value == 0 ? absent : value);
  }

  /** A slider and the number, which may lie beyond the slider's range. */
  private DivTag knob(String key, String label, double value, double absent, Range range) {
    String id = caption.id() + "-" + key.replace('.', '-');
    return div(
            label(label).withFor(id),
            Slider.of(range.low(), range.high(), "LINEAR"),
            input()
                .withId(id)
                .withClass("num")
                .withName(name(key))
                .withValue(Numbers.field(value))
                .attr("data-default", Numbers.field(absent))
                .attr("data-label", label)
                .attr("inputmode", "decimal"))
        .withClass("knob");
  }

  private DomContent examples() {
    int dimension = state.problem().objective().dimension();
    return select(
            option(words.say("Examples")).withValue(""),
            each(
                problems.all().stream()
                    .filter(p -> p.objective().dimension() == dimension)
                    .filter(p -> p.objective().parameters().isEmpty())
                    .toList(),
                p ->
                    option(words.say(p.title()))
                        .withValue(p.name())
                        .attr("data-formula", p.objective().text())
                        .attr("data-start", RunFigure.point(p.start()))
                        .attr(
                            "data-box",
                            RunFigure.point(
                                new double[] {
                                  p.box().x0(), p.box().x1(), p.box().y0(), p.box().y1()
                                }))))
        .withClass("pick examples js")
        .attr("aria-label", words.say("Examples"));
  }

  private String name(String key) {
    return caption.id() + "." + key;
  }

  /** What the author wrote; 1 for a parameter of a typed formula. */
  private double defaultOf(String parameter) {
    return initial.problem().objective().parameters().getOrDefault(parameter, 1.0);
  }
}
