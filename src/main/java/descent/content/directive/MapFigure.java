package descent.content.directive;

import static descent.words.Words.key;
import static j2html.TagCreator.*;

import descent.optimizer.Hyperparameter;
import descent.optimizer.Optimizer;
import descent.optimizer.OptimizerSpec;
import descent.plot.Numbers;
import descent.plot.Size;
import descent.plot.SweepPlot;
import descent.run.Result;
import descent.run.sweep.Axis;
import descent.run.sweep.Cells;
import descent.run.sweep.Measure;
import descent.run.sweep.SweepSpec;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws a sweep figure as a form: what is swept and shown, the sweep, and the run picked in it. */
record MapFigure(MapBlock block, Words words) {
  private static final int CELLS = 64;
  private static final int CELLS_OF_A_CURVE = 256;
  private static final int CELLS_ONE_BY_ONE = 24;
  private static final int TABLE = 9;
  private static final Size PLANE = new Size(390, 464);
  private static final Size CURVE = new Size(273, 464);
  private static final Map<Measure, String> WORDS =
      Map.of(
          Measure.BASIN, key("where it ends"),
          Measure.STEPS, key("steps until settled"),
          Measure.LOSS, key("loss at the end"),
          Measure.RATE, key("measured factor"),
          Measure.THEORY, key("factor by theory"));

  DomContent html() {
    MapState state = block.now();
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
    Optional<Cells> cells = cells(state);
    List<Optimizer<?>> choices =
        block.controls().has("optimizers") ? choices() : List.of(state.entrant().optimizer());
    return run.figure(
            "map",
            form(
                run.head(),
                run.objective(),
                bar(run),
                div(sweep(cells), run.plane(result, text(""), PLANE), run.curve(result, CURVE))
                    .withClass("pair trio"),
                run.transport(),
                run.status(result),
                run.rows(result, choices),
                cells.map(this::cellTable).orElse(text("")),
                run.stateTable(result)))
        .attr("data-resolution", state.resolution() == 0 ? "" : "" + state.resolution());
  }

  private List<Optimizer<?>> choices() {
    boolean plane = block.now().run().problem().objective().dimension() <= 2;
    List<Optimizer<?>> all = new ArrayList<>();
    block.runs().catalog().optimizers().all().stream().filter(o -> plane).forEach(all::add);
    return all;
  }

  /** The picture is coarser than the live one: nobody waits for a page. */
  private Optional<Cells> cells(MapState state) {
    SweepSpec spec = state.sweep(block.runs().catalog());
    int most =
        spec.axes().size() == 1
            ? Math.max(CELLS, CELLS_OF_A_CURVE / spec.noise().seeds())
            : spec.isElementwise() ? CELLS : CELLS_ONE_BY_ONE;
    return block.sweeps().cells(spec.at(Math.min(spec.resolution(), most)), () -> true);
  }

  private DomContent sweep(Optional<Cells> cells) {
    String alternative = block.caption().alternative().text();
    return div(
            cells
                .map(c -> rawHtml(new SweepPlot(c, block.now().picked()).svg(alternative)))
                .orElse(rawHtml("")),
            button()
                .withType("button")
                .withClass("handle pick-cell js")
                .attr("aria-label", words.say("Picked {0}", String.join(", ", names())))
                .attr("hidden"),
            p().withClass("reading"),
            p().withClass("reading computed"))
        .withClass("sweepbox");
  }

  private List<String> names() {
    return block.now().sweep(block.runs().catalog()).axes().stream()
        .map(axis -> words.say(axis.name().replace('_', ' ')))
        .toList();
  }

  /** What is swept between which ends, and what is shown of each run. */
  private DomContent bar(RunFigure run) {
    MapState state = block.now();
    List<Axis> axes = state.sweep(block.runs().catalog()).axes();
    List<String> overs = overs();
    List<Measure> measures = Measure.of(state.overStarts());
    return div(
            span(
                    text(words.say("Over") + " "),
                    FigureForm.pick(
                        run.name("over"),
                        state.over(),
                        block.initial().over(),
                        words.say("Swept"),
                        overs,
                        overs.stream().map(this::name).toList()))
                .withClass("parameter"),
            each(axes, axis -> side(run, axis)),
            iff(
                !state.overStarts(),
                FigureForm.pick(
                    run.name("spacing"),
                    state.spacing(),
                    block.initial().spacing(),
                    words.say("Spacing"),
                    List.of("log", "linear"),
                    List.of(words.say("log spaced"), words.say("evenly spaced")))),
            span(
                    text(words.say("show") + " "),
                    FigureForm.pick(
                        run.name("measure"),
                        state.measure().wire(),
                        usual(measures).wire(),
                        words.say("Shown"),
                        measures.stream().map(Measure::wire).toList(),
                        measures.stream()
                            .map(m -> words.say(WORDS.getOrDefault(m, m.wire())))
                            .toList()))
                .withClass("parameter"),
            label(
                    text(words.say("start") + " "),
                    input()
                        .withClass("num start")
                        .withName(run.name("start"))
                        .withValue(RunFigure.point(state.run().start()))
                        .attr("data-default", RunFigure.point(block.initial().run().start())))
                .withClass("parameter"),
            FigureForm.devices(
                block.sweeps().devices(),
                run.name("device"),
                state.device(),
                block.initial().device(),
                words))
        .withClass("sweepbar");
  }

  /** What the author wanted to be shown, where it fits. */
  private Measure usual(List<Measure> measures) {
    Measure wanted = block.initial().measure();
    return measures.contains(wanted) ? wanted : measures.get(0);
  }

  private DomContent side(RunFigure run, Axis axis) {
    String text = Numbers.field(axis.low()) + ", " + Numbers.field(axis.high());
    return label(
            text(words.say("{0} from, to", axis.symbol()) + " "),
            input()
                .withClass("num side")
                .withName(run.name(MapReader.SIDE + axis.name()))
                .withValue(text)
                .attr("data-default", initialSide(axis, text)))
        .withClass("parameter");
  }

  /** The ends as the author wrote them; for other axes the usual ones. */
  private String initialSide(Axis axis, String usual) {
    return block.initial().sweep(block.runs().catalog()).axes().stream()
        .filter(other -> other.name().equals(axis.name()))
        .map(other -> Numbers.field(other.low()) + ", " + Numbers.field(other.high()))
        .findFirst()
        .orElse(usual);
  }

  /** Starts, each hyperparameter, and the first with each other. */
  private List<String> overs() {
    OptimizerSpec entrant = block.now().entrant();
    List<String> names = SweepSpec.sweepable(entrant).stream().map(Hyperparameter::name).toList();
    List<String> overs = new ArrayList<>();
    if (block.now().run().problem().objective().dimension() <= 2) {
      overs.add("start");
    }
    overs.addAll(names);
    names.stream().skip(1).forEach(name -> overs.add(names.get(0) + "," + name));
    if (!overs.contains(block.now().over())) {
      overs.add(block.now().over());
    }
    return overs;
  }

  private String name(String over) {
    return over.equals("start")
        ? words.say("start points")
        : Stream.of(over.split(","))
            .map(name -> words.say(name.replace('_', ' ')))
            .collect(Collectors.joining(" " + words.say("and") + " "));
  }

  /** A few of the cells in words. */
  private DomContent cellTable(Cells cells) {
    SweepSpec spec = cells.spec();
    Axis across = spec.axes().get(0);
    int[] columns = few(cells.columns());
    int[] rows = few(cells.rows());
    return details(
            summary(words.say("The sweep as a table")),
            table(
                thead(
                    tr(
                        th(title(cells)),
                        each(
                            IntStream.of(columns).boxed().toList(),
                            c -> th(Numbers.reading(across.centre(c, cells.columns())))))),
                tbody(
                    each(
                        IntStream.range(0, rows.length)
                            .map(i -> rows[rows.length - 1 - i])
                            .boxed()
                            .toList(),
                        row ->
                            tr(
                                th(cells.rows() == 1
                                        ? SweepPlot.name(across)
                                        : Numbers.reading(
                                            spec.axes().get(1).centre(row, cells.rows())))
                                    .attr("scope", "row"),
                                each(
                                    IntStream.of(columns).boxed().toList(),
                                    c -> td(words(cells, row * cells.columns() + c))))))))
        .withClass("sweeptable")
        .attr("tabindex", "-1");
  }

  private String title(Cells cells) {
    String title = words.retell(SweepPlot.title(cells.spec()));
    return cells
        .band()
        .map(band -> title + ": " + words.retell(SweepPlot.band(cells.spec())))
        .orElse(title);
  }

  private static int[] few(int cells) {
    int count = Math.min(TABLE, cells);
    return IntStream.range(0, count)
        .map(i -> count == 1 ? 0 : i * (cells - 1) / (count - 1))
        .toArray();
  }

  private String words(Cells cells, int cell) {
    byte kind = cells.kind()[cell];
    if (kind == Cells.DIVERGED) {
      return words.say("diverged");
    }
    double value = cells.value()[cell];
    return switch (cells.spec().measure()) {
      case LOSS, RATE, THEORY -> Numbers.reading(value) + band(cells, cell);
      case STEPS -> Numbers.tick(value, 1);
      case BASIN ->
          kind == Cells.UNSETTLED
              ? words.say("none")
              : SweepPlot.letter(kind) + " " + Numbers.tick(value, 1);
    };
  }

  /** Between which values the losses of several seeds lie. */
  private String band(Cells cells, int cell) {
    return cells
        .band()
        .map(
            band ->
                " (%s)"
                    .formatted(
                        words.say(
                            "{0} to {1}",
                            Numbers.reading(band.low()[cell]), Numbers.reading(band.high()[cell]))))
        .orElse("");
  }
}
