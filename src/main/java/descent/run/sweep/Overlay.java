package descent.run.sweep;

import descent.optimizer.OptimizerSpec;
import descent.run.Curvature;
import descent.run.Theory;
import java.util.Optional;

/**
 * What theory says about a map of learning rate and momentum, for the quadratic with the curvature
 * of the problem's minimum.
 *
 * @param eigenvalues μ … L, ascending; never written
 * @param edge for each row the learning rate above which runs diverge; never written
 * @param learningRate the best one
 * @param momentum the best one, or that of the optimizer where the sweep does not go over it
 * @param rate the factor of the best pair
 * @param edgeInWords the edge as a formula
 * @see <a href="https://doi.org/10.1016/0041-5553(64)90137-5">B. T. Polyak, 1964</a>
 */
public record Overlay(
    double[] eigenvalues,
    double[] edge,
    double learningRate,
    double momentum,
    double rate,
    String edgeInWords) {
  private static final int THIRDS = 120;

  /** The overlay of a sweep over the learning rate and perhaps the momentum of a known method. */
  public static Optional<Overlay> of(SweepSpec spec) {
    boolean rates =
        spec.axes().get(0).name().equals("learning_rate")
            && (spec.axes().size() == 1 || spec.axes().get(1).name().equals("momentum"));
    if (!rates || Theory.of(spec.entrant()).isEmpty() || !isValley(spec)) {
      return Optional.empty();
    }
    double[] eigenvalues = curvature(spec).eigenvalues();
    double[] edge = new double[spec.rows()];
    for (int row = 0; row < edge.length; row++) {
      edge[row] = theory(spec, row).edge(eigenvalues[eigenvalues.length - 1]);
    }
    return Optional.of(best(spec, eigenvalues, edge));
  }

  private static Theory theory(SweepSpec spec, int row) {
    OptimizerSpec entrant = spec.entrant();
    if (spec.axes().size() == 1) {
      return Theory.of(entrant).orElseThrow();
    }
    double momentum = spec.axes().get(1).centre(row, spec.rows());
    return Theory.of(
            new OptimizerSpec(
                entrant.optimizer(), entrant.hyperparameters().with("momentum", momentum)))
        .orElseThrow();
  }

  private static Overlay best(SweepSpec spec, double[] eigenvalues, double[] edge) {
    double mu = eigenvalues[0];
    double l = eigenvalues[eigenvalues.length - 1];
    Theory known = Theory.of(spec.entrant()).orElseThrow();
    if (spec.axes().size() == 1 && known.momentum() == 0) {
      return new Overlay(
          eigenvalues, edge, 2 / (l + mu), 0, (l - mu) / (l + mu), known.edgeInWords());
    }
    if (spec.axes().size() == 1) {
      return ofFixed(known, eigenvalues, edge);
    }
    double kappa = l / mu;
    if (known.nesterov()) {
      double root = Math.sqrt(3 * kappa + 1);
      return new Overlay(
          eigenvalues, edge, 4 / (3 * l + mu), (root - 2) / (root + 2), 1 - 2 / root, "edge");
    }
    double root = Math.sqrt(kappa);
    double rate = (root - 1) / (root + 1);
    double sum = Math.sqrt(l) + Math.sqrt(mu);
    return new Overlay(eigenvalues, edge, 4 / (sum * sum), rate * rate, rate, "edge");
  }

  /**
   * The best learning rate for the momentum that an optimizer has, by thirds: the rate has one
   * valley.
   */
  private static Overlay ofFixed(Theory known, double[] eigenvalues, double[] edge) {
    double low = 0;
    double high = edge[0];
    for (int k = 0; k < THIRDS; k++) {
      double third = (high - low) / 3;
      if (rate(known, low + third, eigenvalues) <= rate(known, high - third, eigenvalues)) {
        high -= third;
      } else {
        low += third;
      }
    }
    return new Overlay(
        eigenvalues,
        edge,
        low,
        known.momentum(),
        rate(known, low, eigenvalues),
        known.edgeInWords());
  }

  private static double rate(Theory known, double learningRate, double[] eigenvalues) {
    return new Theory(learningRate, known.momentum(), known.nesterov(), known.weightDecay())
        .rate(eigenvalues);
  }

  /** The curvature at the lowest known minimum, else at the start. */
  static Curvature curvature(SweepSpec spec) {
    return find(spec).orElseThrow();
  }

  /** Whether theory has a quadratic to speak about. */
  static boolean isValley(SweepSpec spec) {
    return find(spec).filter(c -> c.smallest() > 0).isPresent();
  }

  private static Optional<Curvature> find(SweepSpec spec) {
    double[] at = spec.problem().minima().isEmpty() ? spec.start() : spec.problem().minima().get(0);
    return Curvature.at(spec.problem().objective(), at);
  }
}
