package descent.curvature;

import descent.linalg.BlockVector;
import descent.model.Network;
import descent.model.NetworkObjective;
import descent.objective.FisherEstimate;
import descent.objective.Layered;
import descent.objective.LayeredBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The curvature matrices of a small network at one point, in coordinate order, and their Kronecker
 * approximations; immutable.
 */
public final class FisherMatrices {
  private final NetworkObjective objective;
  private final double[] x;

  /**
   * The matrices at {@code x}.
   *
   * @param x the weights; copied
   */
  public FisherMatrices(NetworkObjective objective, double[] x) {
    this.objective = objective;
    this.x = x.clone();
  }

  /** What can be shown. */
  public enum Kind {
    FISHER,
    SAMPLED_FISHER,
    EMPIRICAL_FISHER,
    HESSIAN,
    GAUSS_NEWTON,
    KFAC,
    DIAGONAL_FISHER
  }

  /** The n×n matrix; K-FAC's is zero outside the layers' blocks; {@code seed} draws labels. */
  public double[][] matrix(Kind kind, long seed) {
    return switch (kind) {
      case FISHER -> objective.fisher(x);
      case SAMPLED_FISHER -> objective.sampledFisher(x, 1, seed);
      case EMPIRICAL_FISHER -> objective.gradientSecondMoment(x);
      case HESSIAN -> objective.hessian(x);
      case GAUSS_NEWTON -> gaussNewton();
      case KFAC -> kroneckerFisher();
      case DIAGONAL_FISHER -> diagonal(objective.fisherDiagonal(x));
    };
  }

  private double[][] gaussNewton() {
    double[][] matrix = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double[] unit = new double[x.length];
      unit[i] = 1;
      matrix[i] = objective.gaussNewtonTimes(x, unit);
    }
    return matrix;
  }

  private static double[][] diagonal(double[] d) {
    double[][] matrix = new double[d.length][d.length];
    for (int i = 0; i < d.length; i++) {
      matrix[i][i] = d[i];
    }
    return matrix;
  }

  /** The Kronecker factors over all examples; {@code seed} draws labels or signs. */
  public Layered.Factors factors(FisherEstimate estimate, long seed) {
    LayeredBatch batch = objective.open();
    BlockVector weights = objective.weights(x);
    batch.gradient(weights, weights.zeros());
    return batch.factors(estimate, new SplittableRandom(seed), batch.size());
  }

  /** The coordinates of layer {@code l}'s [W b], rows first: G ⊗ A's order. */
  public int[] block(int l) {
    Network network = objective.network();
    int start = 0;
    for (int k = 0; k < l; k++) {
      start += network.widths().get(k + 1) * (network.widths().get(k) + 1);
    }
    int inputs = network.widths().get(l);
    int outputs = network.widths().get(l + 1);
    List<Integer> order = new ArrayList<>();
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        order.add(start + o * inputs + i);
      }
      order.add(start + outputs * inputs + o);
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The part of {@code matrix} that belongs to layer {@code l}, in G ⊗ A's order. */
  public double[][] blockOf(double[][] matrix, int l) {
    int[] order = block(l);
    double[][] out = new double[order.length][order.length];
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < order.length; j++) {
        out[i][j] = matrix[order[i]][order[j]];
      }
    }
    return out;
  }

  /** G ⊗ A of layer {@code l}. */
  public double[][] kroneckerBlock(Layered.Factors factors, int l) {
    return Kronecker.product(factors.outputs().get(l).toRows(), factors.inputs().get(l).toRows());
  }

  private double[][] kroneckerFisher() {
    Layered.Factors factors = factors(FisherEstimate.EXACT, 0);
    double[][] matrix = new double[x.length][x.length];
    for (int l = 0; l < objective.network().layers(); l++) {
      int[] order = block(l);
      double[][] product = kroneckerBlock(factors, l);
      for (int i = 0; i < order.length; i++) {
        for (int j = 0; j < order.length; j++) {
          matrix[order[i]][order[j]] = product[i][j];
        }
      }
    }
    return matrix;
  }
}
