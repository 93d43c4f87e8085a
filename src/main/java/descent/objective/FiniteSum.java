package descent.objective;

/** An objective that is the mean of many terms, one for each example. */
public interface FiniteSum extends Objective {
  /** The number of terms N. */
  int terms();

  /**
   * The mean over the chosen terms alone, with the same capabilities.
   *
   * @param terms indices from 0 to N − 1; copied
   * @throws IllegalArgumentException if there are none or one is out of range
   */
  FiniteSum batch(int[] terms);

  /** N×n: row i is the gradient of term i. */
  double[][] termGradients(double[] x);

  /** n×n: (1/N) Σ gᵢgᵢᵀ, for a likelihood the empirical Fisher matrix. */
  double[][] gradientSecondMoment(double[] x);
}
