package descent.device;

/**
 * How fast a device is, measured.
 *
 * @param bandwidth bytes a second that a copy reads and writes
 * @param operations single-precision additions and multiplications a second
 * @param launch seconds from asking for the smallest piece of work to its end
 */
public record Rates(double bandwidth, double operations, double launch) {
  /** Operations for each byte above which arithmetic, not memory, sets the pace. */
  public double ridge() {
    return operations / bandwidth;
  }
}
