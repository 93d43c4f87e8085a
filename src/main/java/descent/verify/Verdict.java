package descent.verify;

/**
 * What came of one case.
 *
 * @param name the case
 * @param error the largest error, scaled as the tolerance is; NaN where nothing was compared
 * @param tolerance the largest error that passes
 * @param note where the error was largest, or why the case was skipped
 */
public record Verdict(String name, double error, double tolerance, String note) {
  static Verdict skipped(String name, String reason) {
    return new Verdict(name, Double.NaN, Double.NaN, reason);
  }

  /** Whether nothing was compared. */
  public boolean isSkipped() {
    return Double.isNaN(tolerance);
  }

  /** Whether the case was compared and is within its tolerance. */
  public boolean passes() {
    return error <= tolerance;
  }
}
