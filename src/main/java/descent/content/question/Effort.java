package descent.content.question;

import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import descent.plot.Numbers;
import descent.run.training.Curve;
import descent.run.training.Moment;
import descent.run.training.Operations;
import descent.run.training.TrainSpec;
import j2html.tags.DomContent;
import java.util.function.ToDoubleFunction;

/**
 * What one optimizer took to a step.
 *
 * @param title its name for people
 * @param seconds of updates, on this machine this time
 */
record Effort(String title, int steps, double seconds, Operations operations) {
  Effort(TrainSpec spec, Curve curve, int steps) {
    this(
        curve.title(),
        steps,
        seconds(curve, steps),
        Operations.of(spec.network(), spec.batch(), curve.entrant(), steps));
  }

  private static double seconds(Curve curve, int steps) {
    return curve.moments().stream()
        .filter(moment -> moment.frame().step() == steps)
        .mapToDouble(Moment::seconds)
        .findFirst()
        .orElseThrow();
  }

  double total() {
    return operations.total();
  }

  /** What both took to the same loss. */
  static DomContent beside(Draw draw, Effort theirs, Effort ours) {
    return table(
            thead(tr(td(), column(theirs.title()), column(ours.title()))),
            tbody(
                row(
                    draw.say("Steps"),
                    Integer.toString(theirs.steps()),
                    Integer.toString(ours.steps())),
                millions(draw.say("Gradients"), theirs, ours, Operations::gradients),
                millions(draw.say("Factors"), theirs, ours, Operations::factors),
                millions(draw.say("Inverses"), theirs, ours, Operations::inverses),
                millions(draw.say("Directions"), theirs, ours, Operations::directions),
                millions(draw.say("Damping checked"), theirs, ours, Operations::checks),
                millions(draw.say("All operations, in millions"), theirs, ours, Operations::total),
                row(
                    draw.say("Seconds on this server, not marked"),
                    Numbers.reading(theirs.seconds()),
                    Numbers.reading(ours.seconds()))))
        .withClass("readings");
  }

  private static DomContent column(String title) {
    return th(title).attr("scope", "col");
  }

  private static DomContent millions(
      String name, Effort theirs, Effort ours, ToDoubleFunction<Operations> count) {
    return row(
        name,
        Numbers.reading(count.applyAsDouble(theirs.operations()) / 1e6),
        Numbers.reading(count.applyAsDouble(ours.operations()) / 1e6));
  }

  private static DomContent row(String name, String theirs, String ours) {
    return tr(th(name).attr("scope", "row"), td(theirs), td(ours));
  }
}
