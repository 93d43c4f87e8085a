package descent.content.question;

import descent.plot.Chart;
import descent.plot.Scale;
import descent.plot.Size;
import descent.plot.Trace;
import descent.run.Frame;
import descent.run.Path;
import java.util.List;

/** The loss of a run against its steps, with what was said of it before as a dashed line. */
final class LossGhost {
  private static final Size SIZE = new Size(480, 220);
  private static final double ROOM = 1.2;
  private static final double DECADE = 10;
  private static final double HUNDRED = 100;
  private static final double TINY = 1e-9;

  private final Path path;
  private final double[] steps;
  private final double[] losses;
  private final Trace trace;

  /**
   * The loss above {@code least}.
   *
   * @param least what is subtracted from f
   */
  LossGhost(Path path, double least) {
    this.path = path;
    List<Frame> frames = path.frames();
    steps = frames.stream().mapToDouble(Frame::step).toArray();
    losses = frames.stream().mapToDouble(frame -> frame.value() - least).toArray();
    trace = Trace.of(List.of(path.entrant().optimizer().name())).get(0);
  }

  /**
   * A line where the loss was said to fall to a tolerance, beside where it does; one that is beyond
   * the run stands at its end.
   */
  Chart steps(double thought, int seen, double tolerance) {
    double far = Math.max(1, Math.min(path.last().step(), ROOM * Math.max(thought, seen)));
    double ghost = Math.min(thought, far);
    double low = tolerance / DECADE;
    double high = Math.max(DECADE * tolerance, ROOM * max());
    Chart chart =
        new Chart(SIZE, Scale.linear(0, far, 0, SIZE.width()), logarithmic(low, high))
            .rules()
            .axes("step", "f − f*");
    draw(chart).hair(new double[] {0, far}, new double[] {tolerance, tolerance}, "ink-3", "");
    double beside = Math.exp(0.2 * Math.log(low) + 0.8 * Math.log(high));
    String side = ghost < far / 2 ? "start" : "end";
    return chart
        .hair(new double[] {ghost, ghost}, new double[] {low, high}, "ink", "2 4")
        .word("you said", ghost, beside, side)
        .head(seen, Math.max(losses[seen], low), trace);
  }

  /** A line at the last value as it was said; one far from all of the run stands at the edge. */
  Chart value(double thought) {
    double least = java.util.Arrays.stream(losses).min().orElse(0);
    boolean logarithmic = least > 0 && thought > 0 && max() > HUNDRED * least;
    double span = Math.max(max() - least, TINY * Math.max(1, Math.abs(least)));
    double ghost =
        logarithmic
            ? within(thought, least / HUNDRED, HUNDRED * max())
            : within(thought, least - span, max() + span);
    double low = Math.min(least, ghost);
    double high = Math.max(max(), ghost);
    double margin = Math.max(high - low, span) / DECADE;
    Scale up =
        logarithmic
            ? logarithmic(low / 2, 2 * high)
            : Scale.linear(low - margin, high + margin, SIZE.height(), 0);
    int last = Math.max(1, path.last().step());
    Scale across = Scale.linear(0, ROOM * last, 0, SIZE.width());
    return draw(new Chart(SIZE, across, up).rules().axes("step", "f"))
        .hair(new double[] {0, ROOM * last}, new double[] {ghost, ghost}, "ink", "2 4")
        .ring(last, ghost)
        .word("you said", last / 2.0, ghost, "middle")
        .head(last, losses[losses.length - 1], trace);
  }

  private Chart draw(Chart chart) {
    return chart.line(steps, losses, trace);
  }

  private double max() {
    return java.util.Arrays.stream(losses).max().orElse(1);
  }

  private static Scale logarithmic(double low, double high) {
    return Scale.logarithmic(low, high, SIZE.height(), 0);
  }

  private static double within(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
