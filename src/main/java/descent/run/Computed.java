package descent.run;

/**
 * Where a result was computed.
 *
 * @param device its id
 * @param note why not where it was asked for, one or two sentences; empty if it was
 */
public record Computed(String device, String note) {
  /** Where it was asked for. */
  public static Computed on(String device) {
    return new Computed(device, "");
  }

  /** On the processor, for a reason. */
  public static Computed instead(String reason) {
    return new Computed("cpu", reason + " It was computed on the processor instead.");
  }
}
