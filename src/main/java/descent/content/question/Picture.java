package descent.content.question;

import static j2html.TagCreator.div;
import static j2html.TagCreator.rawHtml;

import descent.objective.Box;
import descent.objective.Problem;
import descent.plot.Chart;
import descent.plot.RunPicture;
import descent.plot.Size;
import descent.plot.Trace;
import descent.run.Frame;
import descent.run.Path;
import j2html.tags.specialized.DivTag;
import java.util.List;

/**
 * What a question shows of an objective: its map, or in one dimension its curve, with marks on it.
 */
record Picture(Problem problem, Chart chart) {
  private static final Size SIZE = new Size(480, 300);

  static Picture of(Problem problem, double[] box) {
    if (problem.objective().dimension() == 2) {
      Chart chart = Chart.plane(SIZE, Experiment.box(problem, box));
      return new Picture(problem, chart.contours(problem.objective()).axes("x", "y"));
    }
    Box shown = box.length >= 2 ? new Box(box[0], box[1], -1, 1) : problem.box();
    Box fit = RunPicture.fit(problem.objective(), shown.x0(), shown.x1());
    Chart chart = Chart.of(SIZE, fit).rules();
    chart.curve(x -> problem.objective().value(new double[] {x}), Trace.GD);
    return new Picture(problem, chart.axes("x", "f"));
  }

  /** Empty axes. */
  static Chart axes(Box box) {
    return Chart.of(SIZE, box).rules().axes("x", "y");
  }

  /** The height at which a point is drawn. */
  private double height(double[] x) {
    return x.length == 1 ? problem.objective().value(x) : x[1];
  }

  Picture start(double[] x) {
    String side = rises(x) ? "end" : "start";
    chart.handle("", "start", x[0], height(x)).word("start", x[0], height(x), side);
    return this;
  }

  /** Whether a curve would run through a word at the upper right of a point. */
  private boolean rises(double[] x) {
    return x.length == 1 && problem.objective().at(x).gradient()[0] > 0;
  }

  Picture path(Path path) {
    List<Frame> frames = path.frames();
    double[] xs = frames.stream().mapToDouble(frame -> frame.x()[0]).toArray();
    double[] ys = frames.stream().mapToDouble(frame -> height(frame.x())).toArray();
    Trace trace = Trace.of(List.of(path.entrant().optimizer().name())).get(0);
    chart.line(xs, ys, trace).steps(xs, ys, trace, 2.25);
    chart.head(xs[xs.length - 1], ys[ys.length - 1], trace);
    return this;
  }

  /** What somebody thought, and how far it is from what is. */
  Picture ghost(double[] thought, double[] end) {
    double[] xs = {thought[0], end[0]};
    double[] ys = {height(thought), height(end)};
    chart.hair(xs, ys, "ink", "2 4").ring(xs[0], ys[0]).word("your ring", xs[0], ys[0], "start");
    return this;
  }

  DivTag html(String alternative) {
    return html(chart, alternative);
  }

  /** A drawing whose box scripts can read. */
  static DivTag html(Chart chart, String alternative) {
    Box box = chart.box();
    return div(rawHtml(chart.panel("", alternative).svg()))
        .withClass("panel")
        .attr("data-box", "%s,%s,%s,%s".formatted(box.x0(), box.x1(), box.y0(), box.y1()));
  }
}
