package descent.plot;

/**
 * How high a surface stands: (f − floor)ᵖ, where p bends a surface whose middle lies close to its
 * floor so that its valleys are seen, and leaves bowls and saddles as they are.
 *
 * @param floor the known or found minimum
 * @param power p, from 1/5 to 1
 */
public record Relief(double floor, double power) {
  private static final double MIDDLE = 0.4;
  private static final double LEAST = 0.2;

  /** The heights of which the median is at two fifths where the values do not lie higher anyway. */
  static Relief of(Grid values, double floor) {
    double[] sorted = values.sorted();
    double most = sorted.length == 0 ? 0 : sorted[sorted.length - 1] - floor;
    double middle = most > 0 ? (sorted[sorted.length / 2] - floor) / most : 1;
    return new Relief(
        floor, Math.max(LEAST, Math.min(1, Math.log(MIDDLE) / Math.log(Math.min(middle, MIDDLE)))));
  }

  double height(double value) {
    return Math.pow(Math.max(0, value - floor), power);
  }
}
