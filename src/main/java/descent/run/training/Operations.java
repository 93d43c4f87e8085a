package descent.run.training;

import descent.model.Network;
import descent.objective.FisherEstimate;
import descent.optimizer.KfacSettings;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.RuleOptimizer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The floating-point operations that a training spends on matrices: 2mkn for the product of m × k
 * and k × n, mn² for AᵀA with A of m × n, n³ for the inverse of n × n. No clock has a part in it.
 *
 * @param gradients of the loss
 * @param factors of K-FAC, from averages over the batch
 * @param inverses of these factors
 * @param directions products of the gradient with the inverses
 * @param checks of the quadratic model, by which damping or the step's length follow
 */
public record Operations(
    double gradients, double factors, double inverses, double directions, double checks) {
  /**
   * Those of so many steps.
   *
   * @throws IllegalArgumentException if the optimizer is neither an elementwise rule nor K-FAC
   */
  public static Operations of(Network network, int batch, OptimizerSpec entrant, int steps) {
    Pass pass = new Pass(network);
    double gradients = steps * batch * (2 * pass.forward() + pass.backward());
    if (entrant.optimizer() instanceof RuleOptimizer) {
      return new Operations(gradients, 0, 0, 0, 0);
    }
    if (!entrant.optimizer().name().equals("kfac")) {
      throw new IllegalArgumentException(
          "operations are counted of elementwise rules and of kfac, not of "
              + entrant.optimizer().name());
    }
    KfacSettings settings = KfacSettings.of(entrant.hyperparameters());
    int rows = network.normalized() ? batch : settings.rowsOf(batch);
    int adapting = count(steps, settings::adaptsAfter);
    double form = rows * (pass.forward() + pass.backward());
    return new Operations(
        gradients,
        count(steps, settings::averagesIn) * factors(pass, rows, passes(network, settings)),
        count(steps, settings::invertsIn) * pass.cubes(),
        steps * pass.preconditioning(),
        adapting * batch * pass.forward() + (settings.quadratic() ? 2 * steps : adapting) * form);
  }

  private static int passes(Network network, KfacSettings settings) {
    return settings.estimate() == FisherEstimate.EXACT ? network.outputs() : 1;
  }

  private static int count(int steps, IntPredicate isDone) {
    return (int) IntStream.rangeClosed(1, steps).filter(isDone).count();
  }

  private static double factors(Pass pass, int rows, int passes) {
    return rows * (pass.inputSquares() + passes * (pass.backward() + pass.outputSquares()));
  }

  /** All of it. */
  public double total() {
    return gradients + factors + inverses + directions + checks;
  }

  /** What one example, or one gradient, takes in all layers. */
  private record Pass(Network network) {
    private interface Layer {
      double of(double inputs, double outputs);
    }

    /** Sums over layers; {@code inputs} has the bias. */
    private double sum(int first, Layer layer) {
      return IntStream.range(first, network.layers())
          .mapToDouble(l -> layer.of(network.widths().get(l) + 1, network.widths().get(l + 1)))
          .sum();
    }

    /** W̄ā; the outer product δāᵀ takes as much. */
    double forward() {
      return sum(0, (inputs, outputs) -> 2 * inputs * outputs);
    }

    /** Wᵀδ, not needed below the first layer; so much more a tangent takes than a pass, too. */
    double backward() {
      return sum(1, (inputs, outputs) -> 2 * (inputs - 1) * outputs);
    }

    double inputSquares() {
      return sum(0, (inputs, outputs) -> inputs * inputs);
    }

    double outputSquares() {
      return sum(0, (inputs, outputs) -> outputs * outputs);
    }

    double cubes() {
      return sum(0, (inputs, outputs) -> Math.pow(inputs, 3) + Math.pow(outputs, 3));
    }

    /** G⁻¹VA⁻¹. */
    double preconditioning() {
      return sum(0, (inputs, outputs) -> 2 * inputs * outputs * (inputs + outputs));
    }
  }
}
