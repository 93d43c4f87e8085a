package descent.run;

/**
 * Where a result was computed.
 *
 * @param device its id
 * @param note why not where it was asked for, one or two sentences; empty if it was
 * @param milliseconds that it took, 0 where nobody measured
 */
public record Computed(String device, String note, double milliseconds) {
  /** Where it was asked for. */
  public static Computed on(String device) {
    return new Computed(device, "", 0);
  }

  /** On the processor, for a reason. */
  public static Computed instead(String reason) {
    return new Computed("cpu", reason + " It was computed on the processor instead.", 0);
  }

  /** The same with the time that it took. */
  public Computed in(double milliseconds) {
    return new Computed(device, note, milliseconds);
  }
}
