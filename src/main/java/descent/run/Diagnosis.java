package descent.run;

import descent.objective.TwiceDifferentiable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What happened in a run, told by the curvature where it ended.
 *
 * @param outcome in one word
 * @param message one or two sentences for the learner
 * @param curvature at the last point, where there is one
 * @param measuredRate the factor by which the gradient's norm shrank each step, over the second
 *     half of the run; nothing where it is not a straight line in logarithms
 * @param theoreticalRate the same by {@link Theory} for the curvature at the last point
 * @param oscillation the eigenvector along which the steps alternate, if they do
 */
public record Diagnosis(
    Outcome outcome,
    String message,
    Optional<Curvature> curvature,
    OptionalDouble measuredRate,
    OptionalDouble theoreticalRate,
    Optional<Oscillation> oscillation) {
  private static final double SETTLED = 1e-6;
  private static final double SMALL = 1e-2;
  private static final int FEWEST = 8;

  /** The kinds of story. */
  public enum Outcome {
    CONVERGED,
    APPROACHING,
    OSCILLATING,
    SADDLE,
    PLATEAU,
    DESCENDING,
    DIVERGED;

    /** On the wire: snake case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a path shows; its objective may know its second derivatives or not. */
  public static Diagnosis of(RunSpec spec, Path path) {
    TwiceDifferentiable objective = spec.problem().objective();
    Frame last = path.last();
    Optional<Curvature> curvature = Curvature.at(objective, last.x());
    Rate rate = new Rate(path.frames());
    OptionalDouble theory = theory(path, curvature);
    Optional<Oscillation> oscillation = curvature.flatMap(c -> Oscillation.of(path.frames(), c));
    Outcome outcome = outcome(path, curvature, rate.measured(), oscillation.isPresent());
    String message =
        outcome == Outcome.DIVERGED
            ? path.stop().message()
            : new Story(path, curvature, rate.measured(), theory, oscillation).tell(outcome);
    return new Diagnosis(outcome, message, curvature, rate.measured(), theory, oscillation);
  }

  private static OptionalDouble theory(Path path, Optional<Curvature> curvature) {
    return Theory.of(path.entrant())
        .flatMap(t -> curvature.filter(c -> c.smallest() > 0).map(c -> t.rate(c.eigenvalues())))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  private static Outcome outcome(
      Path path, Optional<Curvature> curvature, OptionalDouble rate, boolean alternates) {
    if (path.stop().reason() == Stop.Reason.DIVERGED) {
      return Outcome.DIVERGED;
    }
    List<Frame> frames = path.frames();
    double first = Math.max(frames.get(0).gradientNorm(), Double.MIN_NORMAL);
    double last = path.last().gradientNorm();
    Curvature.Shape shape = curvature.map(Curvature::shape).orElse(Curvature.Shape.FLAT);
    boolean still = last <= SETTLED * Math.max(1, first);
    if (still) {
      return switch (shape) {
        case VALLEY -> Outcome.CONVERGED;
        case SADDLE, HILL -> Outcome.SADDLE;
        case FLAT -> Outcome.PLATEAU;
      };
    }
    boolean shrinks = rate.isPresent() && rate.getAsDouble() < 0.9999;
    if ((alternates || wanders(frames)) && !shrinks) {
      return Outcome.OSCILLATING;
    }
    if (shape == Curvature.Shape.VALLEY && shrinks) {
      return Outcome.APPROACHING;
    }
    if (last <= SMALL * first && isSlow(frames)) {
      return shape == Curvature.Shape.SADDLE ? Outcome.SADDLE : Outcome.PLATEAU;
    }
    return Outcome.DESCENDING;
  }

  /** Whether the second half of the run came no lower than the first. */
  private static boolean wanders(List<Frame> frames) {
    int half = frames.size() / 2;
    return half >= FEWEST
        && lowest(frames.subList(half, frames.size())) >= lowest(frames.subList(0, half));
  }

  private static double lowest(List<Frame> frames) {
    return frames.stream().mapToDouble(Frame::value).min().orElse(Double.NaN);
  }

  /**
   * Whether the last quarter of the run lowered the loss by less than a thousandth of the whole.
   */
  private static boolean isSlow(List<Frame> frames) {
    double start = frames.get(0).value();
    double before = frames.get(frames.size() * 3 / 4).value();
    double end = frames.get(frames.size() - 1).value();
    return frames.size() > 4 && Math.abs(before - end) < 1e-3 * Math.abs(start - end);
  }
}
