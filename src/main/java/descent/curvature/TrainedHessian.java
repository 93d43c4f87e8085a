package descent.curvature;

import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.model.Batches;
import descent.model.Dataset;
import descent.model.Network;
import descent.model.NetworkBatch;
import descent.model.NetworkObjective;

/** The Hessian of a network's mean loss after some steps of stochastic gradient descent. */
public final class TrainedHessian {
  private final NetworkObjective objective;
  private final double[] x;

  /**
   * The Hessian after {@code steps} steps of size {@code rate} from the weights of {@code seed}.
   *
   * @throws IllegalArgumentException if the steps diverge
   */
  public TrainedHessian(
      Network network,
      Dataset data,
      int batch,
      int steps,
      double rate,
      long seed,
      DenseAlgebra algebra) {
    objective = new NetworkObjective(network, data, algebra);
    BlockVector weights = network.initial(seed, algebra.precision());
    BlockVector gradient = weights.zeros();
    NetworkBatch loaded = new NetworkBatch(network, algebra, batch);
    Batches batches = new Batches(data.size(), batch, seed);
    for (int t = 0; t < steps; t++) {
      loaded.load(data, batches.rows(t));
      loaded.gradient(weights, gradient);
      weights.addScaled(-rate, gradient);
    }
    x = network.coordinates(weights);
    if (!Double.isFinite(loss())) {
      throw new IllegalArgumentException(
          "training diverges at learning rate %s; a smaller one would be right".formatted(rate));
    }
  }

  /** The loss there. */
  public double loss() {
    return objective.value(x);
  }

  /** The Hessian by its products. */
  public Operator operator() {
    return new Operator(x.length, v -> objective.hessianTimes(x, v));
  }

  /** Every eigenvalue, ascending, from the dense matrix. */
  public double[] eigenvalues(DenseAlgebra algebra) {
    return Spectrum.exact(objective.hessian(x), algebra);
  }
}
