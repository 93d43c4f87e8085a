package descent.objective;

/**
 * The mean negative log likelihood of a model p(y | x, θ), whose labels y can be drawn from the
 * model itself.
 *
 * <p>F = (1/N) Σᵢ E_{y ~ p(· | xᵢ, θ)} ∇log p ∇log pᵀ: S. Amari, 1998,
 * doi:10.1162/089976698300017746.
 */
public interface Probabilistic extends FiniteSum, TwiceDifferentiable {
  /** n×n: the Fisher matrix with the expectation over labels in closed form. */
  double[][] fisher(double[] x);

  /**
   * n×n: the Fisher matrix from {@code draws} labels for each example.
   *
   * @throws IllegalArgumentException if {@code draws} is not positive
   */
  double[][] sampledFisher(double[] x, int draws, long seed);

  /** F(x)·v, without the matrix. */
  double[] fisherTimes(double[] x, double[] v);

  /**
   * G(x)·v with the generalized Gauss–Newton matrix G = (1/N) Σ JᵀH_outJ, without the matrix; equal
   * to F·v where the outputs are natural parameters.
   */
  double[] gaussNewtonTimes(double[] x, double[] v);

  /** The diagonal of F(x). */
  double[] fisherDiagonal(double[] x);
}
