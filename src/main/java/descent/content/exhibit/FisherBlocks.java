package descent.content.exhibit;

import descent.curvature.FisherMatrices;
import descent.curvature.Kronecker;
import descent.linalg.Activation;
import descent.linalg.EjmlAlgebra;
import descent.linalg.Precision;
import descent.model.Dataset;
import descent.model.Digits;
import descent.model.Enlarged;
import descent.model.Generated;
import descent.model.Likelihood;
import descent.model.Network;
import descent.model.NetworkObjective;
import descent.objective.FisherEstimate;
import descent.objective.Layered;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A small network after some steps of gradient descent, whose Fisher blocks are looked at.
 *
 * @param hidden units of the hidden layer; 0 is a softmax regression that starts from zero
 * @param layer from 1
 * @param estimate the labels of the factor G
 * @param pixels a side of the enlarged digits
 */
record FisherBlocks(
    String data, int hidden, int steps, int layer, FisherEstimate estimate, int pixels, long seed) {
  static final List<String> DATA = List.of("blobs", "moons", "circles", "spirals");
  private static final int POINTS = 120;
  private static final int PICTURES = 250;
  private static final double RATE = 0.5;
  private static final double PICTURE_RATE = 0.05;

  /**
   * An exact block beside its approximation.
   *
   * @param fisher the block of the exact Fisher matrix; never written
   * @param product G⊗A in the same order; never written
   */
  record Comparison(double[][] fisher, double[][] product, int outputs, int inputs, double loss) {
    void addTo(Map<String, Double> numbers) {
      numbers.put("relative_error", Kronecker.relativeError(product, fisher));
      numbers.put("trace_fisher", Kronecker.trace(fisher));
      numbers.put("trace_product", Kronecker.trace(product));
      numbers.put("size", (double) fisher.length);
      numbers.put("loss", loss);
    }
  }

  /** The factors of a layer, rows first; never written. */
  record Factors(double[][] a, double[][] g, double loss) {
    void addTo(Map<String, Double> numbers) {
      double n = a.length;
      double m = g.length;
      numbers.put("inputs", n);
      numbers.put("outputs", m);
      numbers.put("size", n * m);
      numbers.put("entries", n * m * n * m);
      numbers.put("entries_factors", n * n + m * m);
      numbers.put("cubes", Math.pow(n * m, 3));
      numbers.put("cubes_ratio", Math.pow(n * m, 3) / (n * n * n + m * m * m));
      numbers.put("loss", loss);
    }
  }

  Comparison comparison() {
    Generated.Shape shape = Generated.Shape.valueOf(data.toUpperCase(Locale.ROOT));
    Dataset points =
        Generated.points(shape, POINTS, shape == Generated.Shape.BLOBS ? 0.5 : 0.1, 0, seed);
    Network network =
        hidden == 0
            ? Network.softmax(2, points.classes())
            : Network.of(
                new Likelihood.Categorical(), Activation.TANH, 2, hidden, points.classes());
    NetworkObjective objective = new NetworkObjective(network, points, new EjmlAlgebra());
    double[] x = trained(objective, RATE);
    FisherMatrices matrices = new FisherMatrices(objective, x);
    int l = Math.min(layer, network.layers()) - 1;
    double[][] block = matrices.blockOf(objective.fisher(x), l);
    Layered.Factors factors = matrices.factors(estimate, seed);
    return new Comparison(
        block,
        matrices.kroneckerBlock(factors, l),
        network.widths().get(l + 1),
        network.widths().get(l) + 1,
        objective.value(x));
  }

  Factors factors() {
    Dataset digits = Enlarged.of(Digits.load().first(PICTURES), pixels);
    Network network = Network.softmax(pixels * pixels, digits.classes());
    NetworkObjective objective = new NetworkObjective(network, digits, new EjmlAlgebra());
    double[] x = trained(objective, PICTURE_RATE);
    Layered.Factors factors = new FisherMatrices(objective, x).factors(estimate, seed);
    return new Factors(
        factors.inputs().get(0).toRows(), factors.outputs().get(0).toRows(), objective.value(x));
  }

  private double[] trained(NetworkObjective objective, double rate) {
    Network network = objective.network();
    double[] x =
        network.layers() == 1
            ? new double[network.parameters()]
            : network.coordinates(network.initial(seed, Precision.DOUBLE));
    for (int k = 0; k < steps; k++) {
      double[] gradient = objective.at(x).gradient();
      for (int i = 0; i < x.length; i++) {
        x[i] -= rate * gradient[i];
      }
    }
    return x;
  }
}
