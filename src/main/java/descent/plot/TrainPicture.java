package descent.plot;

import descent.run.training.Curve;
import descent.run.training.Moment;
import descent.run.training.TrainResult;
import descent.run.training.TrainingFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Curves of trainings, as an SVG file: on the data learned from, and beside it on the data held
 * out, with the last value of each.
 *
 * @param traces one for each curve
 * @param logarithmic whether upwards is, where it can
 */
public record TrainPicture(
    TrainResult result, List<Trace> traces, Axis axis, Measure measure, boolean logarithmic) {
  private static final Size LEFT = new Size(680, 400);
  private static final Size RIGHT = new Size(456, 400);
  private static final int NOTE = 20;

  /** What runs to the right. */
  public enum Axis {
    STEP,
    SECONDS,
    LOG_STEP,
    LOG_SECONDS;

    /** All of them on the wire. */
    public static List<String> words() {
      return Arrays.stream(values()).map(Axis::wire).toList();
    }

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean logarithmic() {
      return this == LOG_STEP || this == LOG_SECONDS;
    }

    double of(Moment moment) {
      return this == STEP || this == LOG_STEP ? moment.frame().step() : moment.seconds();
    }
  }

  /** What is drawn. */
  public enum Measure {
    LOSS,
    ACCURACY;

    /** All of them on the wire. */
    public static List<String> words() {
      return Arrays.stream(values()).map(Measure::wire).toList();
    }

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    double learned(TrainingFrame frame) {
      return this == LOSS ? frame.loss() : frame.accuracy();
    }

    double held(TrainingFrame frame) {
      return this == LOSS ? frame.heldLoss() : frame.heldAccuracy();
    }
  }

  /** The file in the colours of {@code palette}; its last lines say what ran not where asked. */
  public String file(Palette palette) {
    List<String> notes = notes();
    double height = LEFT.height() + NOTE * notes.size();
    Svg svg =
        new Svg()
            .open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 1160 " + Svg.write(height),
                "width",
                1160,
                "height",
                height,
                "font-family",
                "system-ui,sans-serif",
                "font-size",
                12)
            .raw(panel("learned from", LEFT, palette, m -> measure.learned(m.frame())))
            .open("g", "transform", "translate(704 0)")
            .raw(panel("held out", RIGHT, palette, m -> measure.held(m.frame())))
            .close("g");
    for (int i = 0; i < notes.size(); i++) {
      svg.text(
          notes.get(i), "y", LEFT.height() + NOTE * (i + 0.6), "fill", palette.colour("ink-2"));
    }
    return svg.close("svg").toString();
  }

  private List<String> notes() {
    return result.curves().stream()
        .map(curve -> curve.computed().note())
        .filter(note -> !note.isEmpty())
        .distinct()
        .toList();
  }

  private String panel(String part, Size size, Palette palette, ToDoubleFunction<Moment> reading) {
    List<CurvePanel.Line> lines =
        IntStream.range(0, traces.size())
            .mapToObj(i -> line(result.curves().get(i), traces.get(i), reading))
            .toList();
    boolean log = logarithmic && measure == Measure.LOSS;
    String name = measure == Measure.LOSS ? "Loss" : "Accuracy";
    String title = name + " on the data " + part + (log ? ", log scale" : "");
    String under = axis.logarithmic() ? axis.wire().substring(4) + ", log scale" : axis.wire();
    return new CurvePanel(lines, axis.logarithmic(), log, size, palette).draw(title, under);
  }

  private CurvePanel.Line line(Curve curve, Trace trace, ToDoubleFunction<Moment> reading) {
    return new CurvePanel.Line(
        curve.title(),
        trace,
        curve.moments().stream().mapToDouble(axis::of).toArray(),
        curve.moments().stream().mapToDouble(reading).toArray());
  }
}
