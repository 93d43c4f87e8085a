package descent.objective;

import descent.linalg.BlockVector;
import descent.linalg.Matrix;
import java.util.List;

/**
 * A likelihood whose parameters are the weights of affine layers s = W̄ā, ā = [a; 1], so that its
 * Fisher blocks have Kronecker factors.
 *
 * <p>Block l of a {@link BlockVector} is W̄ of layer l, outputs × (inputs + 1), bias last.
 */
public interface Layered extends Probabilistic {
  /** The weights that {@code x} holds, as new matrices. */
  BlockVector weights(double[] x);

  /** The coordinates of {@code weights}: for each layer W rows first, then b. */
  double[] coordinates(BlockVector weights);

  /** All terms as one batch with its own buffers, for one thread. */
  LayeredBatch open();

  /**
   * The factors of the Fisher blocks F_l ≈ G_l ⊗ A_l.
   *
   * @param inputs A = E āāᵀ of each layer, bias last
   * @param outputs G = E δδᵀ of each layer, δ = ∂(−log p)/∂s
   */
  record Factors(List<Matrix> inputs, List<Matrix> outputs) {}
}
