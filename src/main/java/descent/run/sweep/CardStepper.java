package descent.run.sweep;

import descent.device.Card;
import descent.device.Points;
import descent.device.Points.Phase;
import descent.expr.Precision;
import descent.expr.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** All cells side by side on an OpenCL device. */
final class CardStepper implements Stepper {
  private final SweepSpec spec;
  private final RuleProgram program;
  private final Program step;
  private final double small;
  private final Card card;

  /**
   * @param small the norm under which a gradient counts as small
   */
  CardStepper(SweepSpec spec, RuleProgram program, Program step, double small, Card card) {
    this.spec = spec;
    this.program = program;
    this.step = step;
    this.small = small;
    this.card = card;
  }

  @Override
  public void run(int from, int to, Ends ends, BooleanSupplier cancelled) {
    Precision precision = spec.precision();
    card.require(precision);
    try (Points points = new Points(card, precision, phases(), to - from, spec.steps())) {
      Starts starts = new Starts(spec, program);
      for (String array : step.arrays()) {
        write(points, array, starts.of(array), from, to - from);
      }
      if (counts()) {
        points.fill("above", 0);
      }
      points.run(cancelled);
      List<String> variables = spec.problem().objective().variables();
      for (int k = 0; k < variables.size(); k++) {
        points.read(variables.get(k), ends.x()[k]);
      }
      if (counts()) {
        points.read("above", ends.above());
      }
    }
  }

  private boolean counts() {
    return spec.measure() != Measure.LOSS;
  }

  private List<Phase> phases() {
    List<Phase> phases = new ArrayList<>();
    if (counts()) {
      int stride = Counter.stride(spec);
      double[][] scalars = {{small * small, stride}};
      phases.add(new Phase(Counter.program(spec.problem().objective()), stride, scalars));
    }
    double[][] schedule = program.schedule(spec.entrant().hyperparameters(), spec.steps());
    phases.add(new Phase(step, 1, schedule));
    return phases;
  }

  private static void write(Points points, String array, Start start, int from, int count) {
    if (start instanceof Start.Same same) {
      points.fill(array, same.value());
      return;
    }
    if (start instanceof Start.Along along) {
      points.write(array, along.values(), along.repeat());
      return;
    }
    double[] values = new double[count];
    start.fill(values, from, count);
    points.write(array, values);
  }
}
