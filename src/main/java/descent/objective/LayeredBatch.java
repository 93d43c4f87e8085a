package descent.objective;

import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * A batch of examples in the layers of a {@link Layered} likelihood, with buffers of its own;
 * called by one thread.
 *
 * <p>All but {@link #loss} and {@link #gradient} speak of the weights that the last {@code
 * gradient} saw, and need it to be the last of the two called.
 */
public interface LayeredBatch {
  /** The number of examples. */
  int size();

  /** The kernels that its matrices belong to. */
  DenseAlgebra algebra();

  /**
   * Does the works 0 to {@code count} − 1, which must not depend on each other, perhaps at once.
   */
  void each(int count, IntConsumer work);

  /** The mean loss on the same examples as a function of coordinates. */
  Layered objective();

  /** The mean loss. */
  double loss(BlockVector weights);

  /** The mean loss; {@code gradient} ← its gradient. */
  double gradient(BlockVector weights, BlockVector gradient);

  /** The Kronecker factors over the first {@code rows} examples, as new matrices. */
  default Layered.Factors factors(FisherEstimate estimate, SplittableRandom random, int rows) {
    Layered.Factors factors = noFactors();
    average(factors, 0, estimate, random, rows);
    return factors;
  }

  /** Factors of zeros, as new matrices. */
  Layered.Factors noFactors();

  /** {@code mean} ← keep · mean + (1 − keep) · the factors over the first {@code rows} examples. */
  void average(
      Layered.Factors mean,
      double keep,
      FisherEstimate estimate,
      SplittableRandom random,
      int rows);

  /** The matrix of uᵢᵀFuⱼ over the first {@code rows} examples. */
  double[][] fisherForm(List<BlockVector> directions, int rows);
}
