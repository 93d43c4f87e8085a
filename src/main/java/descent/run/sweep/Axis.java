package descent.run.sweep;

/**
 * One side of a map, cut into cells of equal size on its scale; a cell stands for its centre.
 *
 * @param name of the coordinate or hyperparameter
 * @param symbol for a reader
 * @param low at the outer border of the first cell
 * @param high at the outer border of the last cell
 * @param logarithmic whether cells are equal in log
 */
public record Axis(String name, String symbol, double low, double high, boolean logarithmic) {
  /** The value in the middle of cell {@code i} of {@code n}. */
  public double centre(int i, int n) {
    double part = (i + 0.5) / n;
    return logarithmic ? low * Math.pow(high / low, part) : low + (high - low) * part;
  }

  /** The values in the middle of all {@code n} cells. */
  public double[] centres(int n) {
    double[] centres = new double[n];
    for (int i = 0; i < n; i++) {
      centres[i] = centre(i, n);
    }
    return centres;
  }
}
