package descent.run.sweep;

import java.util.List;
import java.util.Locale;

/** What a map shows of each of its runs. */
public enum Measure {
  /** In which minimum it ended, and the number of steps with a gradient that was not yet small. */
  BASIN,
  /** That number of steps alone. */
  STEPS,
  /** The loss after the last step. */
  LOSS,
  /** The factor by which the gradient's norm shrank each step, on average, until rounding. */
  RATE,
  /** The same by theory, for the quadratic with the curvature of the problem's minimum. */
  THEORY;

  /** Whether it asks in which minimum a run ended. */
  public boolean findsBasins() {
    return this == BASIN || this == STEPS;
  }

  /** What a sweep over starts, or over hyperparameters, may show; the first is the usual one. */
  public static List<Measure> of(boolean overStarts) {
    return overStarts ? List.of(BASIN, STEPS, LOSS) : List.of(LOSS, RATE, THEORY);
  }

  /** On the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
