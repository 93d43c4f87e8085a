package descent.content.directive;

import static j2html.TagCreator.*;

import descent.content.directive.RaceState.Show;
import descent.content.directive.RunState.Row;
import descent.optimizer.Quantity.Kind;
import descent.optimizer.Stage;
import descent.plot.Numbers;
import descent.run.Frame;
import descent.run.Result;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws a race as a form: a run figure, and the step that leaves the current point, in stages. */
record RaceFigure(RaceBlock block, Words words) {

  DomContent html() {
    RaceState state = block.now();
    RunFigure run =
        new RunFigure(
            block.caption(),
            block.initial().run(),
            state.run(),
            block.complaint(),
            block.runs(),
            block.controls(),
            words);
    Optional<Result> result = run.result();
    return run.figure(
            "race",
            form(
                run.head(),
                run.objective(),
                show(run),
                run.plots(result),
                run.transport(),
                run.status(result),
                run.rows(result, List.of()),
                run.add(),
                cartoon(run, result),
                run.stateTable(result)))
        .attr("data-detail", "state");
  }

  private DomContent show(RunFigure run) {
    return div(
            text(words.say("At each head") + " "),
            FigureForm.pick(
                run.name("show"),
                block.now().show().wire(),
                block.initial().show().wire(),
                words.say("Drawn at each head"),
                Show.wires(),
                Stream.of(Show.values()).map(show -> words.say(show.words())).toList()))
        .withClass("sweepbar js");
  }

  /** One step, stage by stage. */
  private DomContent cartoon(RunFigure run, Optional<Result> result) {
    Optional<Row> row = block.now().row();
    Optional<Frame> frame = row.flatMap(r -> run.frame(result, r));
    if (frame.isEmpty()) {
      return div().withClass("cartoon");
    }
    List<Row> on = block.now().run().on();
    List<Stage> stages = new ArrayList<>(List.of(Stage.GRADIENT));
    var entrant = row.get().optimizer();
    stages.addAll(entrant.optimizer().stages(entrant.hyperparameters()));
    return div(
            p(
                    text(words.say("One step of") + " "),
                    FigureForm.pick(
                        run.name("taken"),
                        row.get().key(),
                        block.initial().taken(),
                        words.say("Optimizer taken apart"),
                        on.stream().map(Row::key).toList(),
                        on.stream().map(r -> r.title(words)).toList()),
                    text(words.say("taken apart, from step") + " "),
                    b(Integer.toString(frame.get().step())).withClass("from"))
                .withClass("cartoon-title"),
            ol(each(stages, stage -> stage(stage, frame.get(), words))).withClass("stages"))
        .withClass("cartoon " + row.get().trace().style())
        .attr("data-key", row.get().key());
  }

  private static DomContent stage(Stage stage, Frame frame, Words words) {
    double[] numbers = numbers(stage, frame);
    return li(
            rawHtml(Glyph.svg(stage.quantity().kind(), numbers)),
            div(
                p(words.retell(stage.sentence())),
                iff(!stage.tex().isEmpty(), span(stage.tex()).withClass("math"))),
            p(
                span(stage.quantity().tex()).withClass("math"),
                text(" = "),
                span(words(stage.quantity().kind(), numbers)).withClass("numbers")))
        .attr("data-stage", stage.equals(Stage.GRADIENT) ? 0 : stage.index() + 1)
        .attr("data-kind", stage.quantity().kind().wire());
  }

  private static double[] numbers(Stage stage, Frame frame) {
    if (stage.equals(Stage.GRADIENT)) {
      return frame.gradient();
    }
    return stage.index() < frame.inner().length ? frame.inner()[stage.index()] : new double[0];
  }

  private static String words(Kind kind, double[] numbers) {
    return numbers.length == 0
        ? "–"
        : kind == Kind.NUMBER
            ? Numbers.reading(numbers[0])
            : Arrays.stream(numbers)
                .mapToObj(Numbers::reading)
                .collect(Collectors.joining(", ", "(", ")"));
  }
}
