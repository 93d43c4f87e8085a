package descent.content.directive;

import descent.content.directive.RunState.Row;
import descent.content.source.Quantity;
import descent.content.source.Quantity.Arguments;
import descent.linalg.SymmetricEigen;
import descent.objective.Problem;
import descent.run.Frame;
import descent.run.Path;
import descent.run.RunService;
import descent.run.RunSpec;
import descent.words.Words;
import java.util.List;

/** The numbers of a run that its caption and the prose may ask for; every step is looked at. */
record RunQuantities(RunState state, RunService service) {
  List<Quantity> all() {
    return List.of(
        new Quantity(
            "steps_to(tolerance, optimizer)",
            "The first step after which f − f* is at most the tolerance.",
            this::stepsTo),
        new Quantity(
            "final_value(optimizer)", "The objective where the run ends.", a -> last(a).value()),
        new Quantity(
            "value_at(step, optimizer)",
            "The objective after some steps.",
            a -> frame(a, (int) a.number(0), 1).value()),
        new Quantity(
            "distance(optimizer)",
            "How far from the nearest known minimum the run ends.",
            a -> distance(last(a).x())),
        new Quantity(
            "coordinate(i, step, optimizer)",
            "Coordinate i, from 1, after some steps.",
            a -> coordinate(a, frame(a, (int) a.number(1), 2).x())),
        new Quantity(
            "last_step(optimizer)", "The step at which the run ends.", a -> last(a).step()),
        new Quantity(
            "factor(optimizer)",
            "By how much a step of the run multiplies the distance from the minimum, on average.",
            this::factor),
        new Quantity(
            "condition_at_minimum()",
            "The condition number of the Hessian at the known minimum.",
            a -> condition()));
  }

  private double stepsTo(Arguments arguments) {
    double tolerance = arguments.number(0);
    double least =
        state.problem().minima().stream()
            .mapToDouble(state.problem().objective()::value)
            .min()
            .orElseThrow(() -> new IllegalArgumentException("steps_to needs a known minimum"));
    return path(arguments, 1).frames().stream()
        .filter(frame -> frame.value() - least <= tolerance)
        .mapToInt(Frame::step)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "steps_to: %s does not come within %s of the minimum in %d steps"
                        .formatted(
                            row(arguments, 1).title(Words.ENGLISH), tolerance, state.steps())));
  }

  /** {@code (‖x_T − x*‖ / ‖x_0 − x*‖)^(1/T)}. */
  private double factor(Arguments arguments) {
    List<Frame> frames = path(arguments, 0).frames();
    Frame last = frames.get(frames.size() - 1);
    double left = distance(last.x()) / distance(frames.get(0).x());
    return Math.pow(left, 1.0 / Math.max(1, last.step()));
  }

  private double condition() {
    Problem problem = state.problem();
    double[] minimum =
        problem.minima().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no known minimum"));
    double[] eigenvalues = SymmetricEigen.of(problem.objective().hessian(minimum)).values();
    return eigenvalues[eigenvalues.length - 1] / eigenvalues[0];
  }

  private double distance(double[] x) {
    return state.problem().minima().stream()
        .mapToDouble(minimum -> distance(x, minimum))
        .min()
        .orElseThrow(() -> new IllegalArgumentException("distance needs a known minimum"));
  }

  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  private static double coordinate(Arguments arguments, double[] x) {
    int i = (int) arguments.number(0);
    if (i < 1 || i > x.length) {
      throw new IllegalArgumentException("coordinate: i must be from 1 to " + x.length);
    }
    return x[i - 1];
  }

  private Frame last(Arguments arguments) {
    return path(arguments, 0).last();
  }

  private Frame frame(Arguments arguments, int step, int optimizer) {
    List<Frame> frames = path(arguments, optimizer).frames();
    return frames.stream()
        .filter(frame -> frame.step() == step)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no step %d; the run ends at %d"
                        .formatted(step, frames.get(frames.size() - 1).step())));
  }

  private Path path(Arguments arguments, int index) {
    RunSpec spec = state.spec().orElseThrow();
    int every = spec.steps() < service.catalog().limits().frames() ? 1 : spec.every();
    RunSpec whole =
        new RunSpec(
            spec.problem(),
            spec.start(),
            spec.steps(),
            every,
            spec.entrants(),
            spec.noise(),
            spec.seed(),
            spec.device(),
            spec.precision());
    return service.result(whole).paths().get(state.on().indexOf(row(arguments, index)));
  }

  private Row row(Arguments arguments, int index) {
    return state.on().get(index(state.on(), arguments, index));
  }

  /** Which row is meant: by name, or by number from 1; the only one may stay unsaid. */
  static int index(List<Row> rows, Arguments arguments, int index) {
    if (index >= arguments.size() && rows.size() == 1) {
      return 0;
    }
    Object wanted = arguments.size() > index ? arguments.values().get(index) : "";
    for (int i = 0; i < rows.size(); i++) {
      if (wanted.equals(i + 1.0) || wanted.equals(rows.get(i).key())) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "%s: '%s' is no optimizer of this figure; known: %s, or 1 to %d"
            .formatted(
                arguments.signature(), wanted, rows.stream().map(Row::key).toList(), rows.size()));
  }
}
