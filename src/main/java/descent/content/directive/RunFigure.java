package descent.content.directive;

import static j2html.TagCreator.*;

import descent.content.directive.RunState.Row;
import descent.content.directive.RunState.View;
import descent.optimizer.Optimizer;
import descent.plot.Numbers;
import descent.plot.RunPicture;
import descent.plot.Size;
import descent.plot.Trace;
import descent.run.Frame;
import descent.run.Path;
import descent.run.Result;
import descent.run.RunService;
import descent.run.Stop;
import descent.words.Words;
import j2html.tags.DomContent;
import j2html.tags.specialized.FigureTag;
import j2html.tags.specialized.FormTag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Draws a run figure as a form: without a script its button asks the server for a new picture, with
 * one the form is the figure's state.
 *
 * @param initial as the author wrote it, which the caption describes
 */
record RunFigure(
    Caption caption,
    RunState initial,
    RunState state,
    String complaint,
    RunService service,
    Controls controls,
    Words words) {

  DomContent html() {
    Optional<Result> result = result();
    return figure(
        "run",
        form(
            head(),
            objective(),
            plots(result),
            transport(),
            status(result),
            rows(result, List.of()),
            add(),
            stateTable(result)));
  }

  Optional<Result> result() {
    return state.spec().map(service::result);
  }

  /** A form with its caption, and what its script needs to know. */
  FigureTag figure(String block, FormTag form) {
    return FigureForm.figure(caption, block, state.sharesRunWith(initial), form, words)
        .attr("data-minima", points(state.problem().minima()))
        .attr("data-box", box())
        .attr("data-rows", initial.rows().stream().map(Row::key).collect(Collectors.joining(" ")))
        .attr("data-frames", RunState.FRAMES)
        .attr("data-dimension", state.problem().objective().dimension());
  }

  String name(String key) {
    return caption.id() + "." + key;
  }

  private static String points(List<double[]> points) {
    return points.stream().map(RunFigure::point).collect(Collectors.joining(" "));
  }

  static String point(double[] x) {
    return Arrays.stream(x).mapToObj(Numbers::field).collect(Collectors.joining(","));
  }

  private String box() {
    var box = state.box();
    return point(new double[] {box.x0(), box.x1(), box.y0(), box.y1()});
  }

  DomContent head() {
    return new FigureHead(caption, true, words).html();
  }

  DomContent objective() {
    return new ObjectiveForm(caption, initial, state, service.catalog().problems(), controls, words)
        .html();
  }

  DomContent transport() {
    return new Transport(caption, initial, state, controls.has("steps"), words).html();
  }

  DomContent plots(Optional<Result> result) {
    return div(plane(result, hiddenStart(), RunPicture.MAP), curve(result, RunPicture.LOSS))
        .withClass("pair");
  }

  private DomContent hiddenStart() {
    return input()
        .withType("hidden")
        .withName(name("start"))
        .withValue(point(state.start()))
        .attr("data-default", point(initial.start()));
  }

  /** The objective with the paths. */
  DomContent plane(Optional<Result> result, DomContent start, Size size) {
    return div(
            picture(result, true, size),
            iff(
                state.problem().objective().dimension() == 2,
                FigureForm.pick(
                    name("view"),
                    state.view().wire(),
                    initial.view().wire(),
                    words.say("View"),
                    List.of("map", "surface"),
                    List.of(words.say("Map"), words.say("Surface")))),
            start,
            button()
                .withType("button")
                .withClass("handle js")
                .attr("aria-label", words.say("Start point"))
                .attr("hidden"))
        .withClass("mapbox")
        .attr("tabindex", "-1");
  }

  /** The loss against the step. */
  DomContent curve(Optional<Result> result, Size size) {
    return div(
            picture(result, false, size),
            FigureForm.pick(
                name("scale"),
                state.logarithmic() ? "log" : "linear",
                initial.logarithmic() ? "log" : "linear",
                words.say("Scale of the loss"),
                List.of("log", "linear"),
                List.of(words.say("log scale"), words.say("linear"))))
        .withClass("curvebox");
  }

  private DomContent picture(Optional<Result> result, boolean plane, Size size) {
    if (result.isEmpty()) {
      return p(words.say("No optimizer is on. Switch one on below.")).withClass("skel");
    }
    List<Trace> traces = state.on().stream().map(Row::trace).toList();
    RunPicture picture =
        new RunPicture(result.get(), state.box(), traces, state.step(), state.logarithmic());
    boolean surface = plane && state.view() == View.SURFACE;
    String alternative = caption.alternative().text();
    return rawHtml(
        surface
            ? picture.surface(alternative, size)
            : plane
                ? picture.map(alternative, size)
                : picture.loss(words.say("Loss against step."), size));
  }

  DomContent status(Optional<Result> result) {
    Optional<Stop> diverged =
        result.stream()
            .flatMap(r -> r.paths().stream())
            .map(Path::stop)
            .filter(stop -> stop.reason() == Stop.Reason.DIVERGED)
            .findFirst();
    String news =
        words.retell(complaint.isEmpty() ? diverged.map(Stop::message).orElse("") : complaint);
    return div(
            div(iff(!news.isEmpty(), each(span(news)))).withClass("status").attr("role", "status"),
            p().withClass("vh").attr("aria-live", "polite"))
        .withClass("news");
  }

  /**
   * The optimizers.
   *
   * @param choices that a row may be replaced by; none where it is switched on and off instead
   */
  DomContent rows(Optional<Result> result, List<? extends Optimizer<?>> choices) {
    boolean removable = controls.has("optimizers") && choices.isEmpty();
    List<RunRow> rows =
        state.rows().stream()
            .map(
                row ->
                    new RunRow(
                        caption.id(), row, written(row), state.rows(), choices, removable, words))
            .toList();
    return div(
            div(
                    span(words.say("Optimizer")),
                    each(RunRow.headings(state.rows(), words).stream()),
                    span(words.say("Loss now")),
                    span(words.say("Distance")))
                .withClass("orow hd")
                .attr("aria-hidden", "true"),
            each(rows, row -> row.html(frame(result, row.row()), state.problem().minima())))
        .withClass("opts");
  }

  Optional<Frame> frame(Optional<Result> result, Row row) {
    int index = state.on().indexOf(row);
    return index < 0 ? Optional.empty() : result.map(r -> at(r.paths().get(index)));
  }

  private Frame at(Path path) {
    Frame shown = path.frames().get(0);
    for (Frame frame : path.frames()) {
      shown = frame.step() <= state.step() ? frame : shown;
    }
    return shown;
  }

  DomContent add() {
    if (!controls.has("optimizers")) {
      return text("");
    }
    return div(
            details(
                    summary(words.say("Add an optimizer")).withClass("btn quiet"),
                    div(each(
                            service.catalog().optimizers().all(),
                            o ->
                                button(words.say(o.title()))
                                    .withType("button")
                                    .attr("data-do", "add")
                                    .attr("data-optimizer", o.name())))
                        .withClass("menu up"))
                .withClass("drop js"),
            span(words.say(
                    "{0} of {1}", state.rows().size(), service.catalog().limits().entrants()))
                .withClass("count"))
        .withClass("addrow");
  }

  DomContent stateTable(Optional<Result> result) {
    List<String> variables = state.problem().objective().variables();
    return details(
            summary(words.say("State at step {0}", state.step())),
            table(
                thead(
                    tr(
                        th(words.say("Optimizer")),
                        each(variables, v -> th(v)),
                        th(words.say("loss") + " f"),
                        th("‖∇f‖"))),
                tbody(
                    each(
                        state.on().stream()
                            .flatMap(row -> frame(result, row).map(f -> cells(row, f)).stream())))))
        .withClass("state")
        .attr("tabindex", "-1");
  }

  private DomContent cells(Row row, Frame frame) {
    return tr(
        th(row.title(words)).withClass(row.trace().style()).attr("scope", "row"),
        each(Arrays.stream(frame.x()).boxed().toList(), x -> td(Numbers.significant(x, 6))),
        td(Numbers.significant(frame.value(), 6)),
        td(Numbers.significant(frame.gradientNorm(), 6)));
  }

  /** The row as the author wrote it, where there is one. */
  private Optional<Row> written(Row row) {
    return initial.rows().stream().filter(other -> other.key().equals(row.key())).findFirst();
  }
}
