package descent.run.sweep;

import java.util.Locale;

/** What a map shows of each of its runs. */
public enum Measure {
  /** In which minimum it ended, and the number of steps with a gradient that was not yet small. */
  BASIN,
  /** The loss after the last step. */
  LOSS,
  /** The factor by which the gradient's norm shrank each step, on average, until rounding. */
  RATE,
  /** The same by theory, for the quadratic with the curvature of the problem's minimum. */
  THEORY;

  /** On the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
