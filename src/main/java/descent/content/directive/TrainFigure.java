package descent.content.directive;

import static j2html.TagCreator.*;

import descent.content.directive.RunState.Row;
import descent.linalg.Activation;
import descent.model.Network;
import descent.plot.TrainPicture.Axis;
import descent.plot.TrainPicture.Measure;
import descent.run.training.Edit;
import descent.run.training.TrainLimits;
import descent.words.Words;
import j2html.tags.DomContent;
import j2html.tags.specialized.InputTag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Draws a training figure as a form. Its picture is asked for when a reader comes near: nothing is
 * trained to draw the page.
 */
record TrainFigure(TrainBlock block, Words words) {
  DomContent html() {
    Caption caption = block.caption();
    TrainState initial = block.initial();
    return FigureForm.figure(
            caption,
            "train",
            block.now().equals(initial),
            form(
                new FigureHead(caption, true, words).html(),
                network(),
                plots(),
                transport(),
                div(
                        div(iff(
                                !block.complaint().isEmpty(),
                                span(words.retell(block.complaint()))))
                            .withClass("status")
                            .attr("role", "status"),
                        p().withClass("vh").attr("aria-live", "polite"))
                    .withClass("news"),
                rows(),
                edits(),
                iff(block.controls().has("optimizers"), add()),
                numbers()),
            words)
        .attr("data-spec", fixed())
        .attr("data-waits", block.waits() ? "true" : "false")
        .attr("data-rows", initial.rows().stream().map(Row::key).collect(Collectors.joining(" ")));
  }

  private TrainState state() {
    return block.now();
  }

  private TrainState initial() {
    return block.initial();
  }

  private TrainLimits limits() {
    return block.service().catalog().limits();
  }

  private String name(String key) {
    return block.caption().id() + "." + key;
  }

  private String id(String key) {
    return block.caption().id() + "-" + key;
  }

  /** What no field of the form says. */
  private String fixed() {
    Network network = initial().network();
    return initial()
        .data()
        .query()
        .add("residual", network.residual() ? "1" : "0")
        .add("normalized", network.normalized() ? "1" : "0")
        .toString();
  }

  private DomContent network() {
    Network network = state().network();
    boolean fixed = !block.controls().has("network");
    return div(
            span(set()).withClass("set"),
            label(network.inputs() + " →").withFor(id("hidden")),
            field("hidden", state().hidden(), initial().hidden(), fixed)
                .withClass("field widths")
                .attr("aria-label", words.say("Widths of the hidden layers"))
                .attr("spellcheck", "false")
                .withMaxlength("80"),
            span("→ " + network.outputs()),
            iff(network.layers() > 1, activation(fixed)),
            label(
                    text(words.say("batch") + " "),
                    field(
                            "batch",
                            Integer.toString(state().batch()),
                            Integer.toString(initial().batch()),
                            fixed)
                        .withClass("num")
                        .attr("inputmode", "numeric"))
                .withClass("parameter"),
            FigureForm.devices(
                block.service().catalog().devices(),
                name("device"),
                state().device(),
                initial().device(),
                words),
            span(words.say(
                    "{0} weights, {1} examples",
                    "%,d".formatted(network.parameters()), "%,d".formatted(examples())))
                .withClass("size"))
        .withClass("objective");
  }

  /** A table beside a lesson goes by the name of its file. */
  private String set() {
    String name = initial().data().name();
    return name.substring(name.indexOf('/') + 1).replace('_', ' ');
  }

  private int examples() {
    return state().data().train().size();
  }

  private InputTag field(String key, String value, String absent, boolean fixed) {
    return input()
        .withId(id(key))
        .withName(name(key))
        .withValue(value)
        .attr("data-default", absent)
        .withCondReadonly(fixed);
  }

  private DomContent activation(boolean fixed) {
    String chosen = state().network().activation().name().toLowerCase(Locale.ROOT);
    List<String> names =
        Arrays.stream(Activation.values()).map(a -> a.name().toLowerCase(Locale.ROOT)).toList();
    String absent = initial().network().activation().name().toLowerCase(Locale.ROOT);
    return fixed
        ? span(chosen)
        : FigureForm.pick(
            name("activation"), chosen, absent, words.say("Activation"), names, names);
  }

  private DomContent plots() {
    boolean classes = !initial().data().reconstructs();
    return div(
            iff(!block.waits(), each(picture("light"), picture("dark"))),
            iff(
                block.waits(),
                p(words.say("Nothing is trained yet. Press Train.")).withClass("skel")),
            div(iff(classes, measure()), scale()).withClass("curvebox learned"),
            div(axis()).withClass("curvebox held"))
        .withClass("pair curves");
  }

  private DomContent measure() {
    return FigureForm.pick(
        name("measure"),
        state().measure().wire(),
        initial().measure().wire(),
        words.say("What is drawn"),
        Measure.words(),
        List.of(words.say("loss"), words.say("accuracy")));
  }

  private DomContent scale() {
    return FigureForm.pick(
        name("scale"),
        state().logarithmic() ? "log" : "linear",
        initial().logarithmic() ? "log" : "linear",
        words.say("Scale of the loss"),
        List.of("log", "linear"),
        List.of(words.say("log scale"), words.say("linear")));
  }

  private DomContent axis() {
    return FigureForm.pick(
        name("axis"),
        state().axis().wire(),
        initial().axis().wire(),
        words.say("What runs to the right"),
        Axis.words(),
        List.of(
            words.say("per step"),
            words.say("per second"),
            words.say("per step, log"),
            words.say("per second, log")));
  }

  private DomContent picture(String theme) {
    return state()
        .spec(limits())
        .<DomContent>map(
            spec ->
                img()
                    .withClass("still " + theme)
                    .withSrc("/api/train?%s&theme=%s".formatted(spec.query() + look(), theme))
                    .withAlt(block.caption().alternative().text())
                    .attr("loading", "lazy")
                    .withWidth("1160")
                    .withHeight("400"))
        .orElseGet(
            () -> p(words.say("No optimizer is on. Switch one on below.")).withClass("skel"));
  }

  private String look() {
    String traces =
        state().on().stream().map(r -> "&trace=" + r.trace().wire()).collect(Collectors.joining());
    return "&format=svg&axis=%s&measure=%s&scale=%s%s"
        .formatted(
            state().axis().wire(),
            state().measure().wire(),
            state().logarithmic() ? "log" : "linear",
            traces);
  }

  private DomContent transport() {
    return div(
            div(
                    FigureHead.tool("play", words.say("Train"), Icon.PLAY)
                        .withClass("btn primary icon play"),
                    FigureHead.tool("cancel", words.say("Stop"), Icon.STOP)
                        .withClass("btn icon cancel")
                        .attr("disabled"))
                .withClass("grp js"),
            noscript(button(words.say("Train")).withClass("btn primary").withType("submit")),
            div(
                    progress()
                        .withMax(Integer.toString(state().steps()))
                        .withClass("bar")
                        .attr("aria-label", words.say("Progress"))
                        .attr("value", "0"),
                    span().withClass("pace"),
                    span().withClass("pace computed"))
                .withClass("far js"),
            div(
                    span(words.say("step") + " "),
                    b(Integer.toString(block.waits() ? 0 : state().steps())).withClass("now"),
                    text(" " + words.say("of") + " "),
                    field(
                            "steps",
                            Integer.toString(state().steps()),
                            Integer.toString(initial().steps()),
                            !block.controls().has("steps"))
                        .withClass("num steps")
                        .attr("inputmode", "numeric")
                        .attr("aria-label", words.say("Number of steps")))
                .withClass("iter"))
        .withClass("transport");
  }

  private DomContent rows() {
    List<RunRow> rows =
        state().rows().stream()
            .map(
                row ->
                    new RunRow(
                        block.caption().id(),
                        row,
                        written(row),
                        state().rows(),
                        List.of(),
                        block.controls().has("optimizers"),
                        words))
            .toList();
    return div(
            div(
                    span(words.say("Optimizer")),
                    each(RunRow.headings(state().rows(), words).stream()),
                    span(words.say("Loss now")),
                    span(words.say("Held out")))
                .withClass("orow hd")
                .attr("aria-hidden", "true"),
            each(rows, row -> row.html("", words.say("held out"), "")))
        .withClass("opts");
  }

  private Optional<Row> written(Row row) {
    return initial().rows().stream().filter(other -> other.key().equals(row.key())).findFirst();
  }

  /** What was moved on the way, each to be taken back. */
  private DomContent edits() {
    return ul(each(state().edits(), this::edit)).withClass("edits");
  }

  private DomContent edit(Edit edit) {
    String title =
        state().rows().stream()
            .filter(row -> row.key().equals(edit.entrant()))
            .map(row -> row.title(words))
            .findFirst()
            .orElse(edit.entrant());
    String moved =
        words.say(
            "From step {0}: {1}, {2} {3}",
            edit.step(), title, words.say(edit.name().replace('_', ' ')), edit.value());
    return li(
        span(moved),
        input().withType("hidden").withName(name("edit")).withValue(edit.wire()).withClass("edit"),
        button(Icon.REMOVE.html())
            .withType("button")
            .withClass("btn quiet icon js")
            .attr("aria-label", words.say("Remove: {0}", moved))
            .attr("data-do", "unedit"));
  }

  private DomContent add() {
    return div(
            details(
                    summary(words.say("Add an optimizer")).withClass("btn quiet"),
                    div(each(
                            block.service().catalog().menu(),
                            o ->
                                button(words.say(o.title()))
                                    .withType("button")
                                    .attr("data-do", "add")
                                    .attr("data-optimizer", o.name())))
                        .withClass("menu up"))
                .withClass("drop js"),
            FigureForm.newSeed(name("seed"), state().seed(), initial().seed(), words),
            span(words.say("{0} of {1}", state().rows().size(), limits().entrants()))
                .withClass("count"))
        .withClass("addrow");
  }

  /** The last numbers of each curve: a table for a script, a file without. */
  private DomContent numbers() {
    String file =
        state().spec(limits()).map(s -> "/api/train?" + s.query() + "&format=csv").orElse("#");
    return each(
        noscript(p(a(words.say("All numbers of these curves, CSV")).withHref(file))),
        details(summary(words.say("Numbers at the last step")), table())
            .withClass("state js")
            .attr("tabindex", "-1"));
  }
}
