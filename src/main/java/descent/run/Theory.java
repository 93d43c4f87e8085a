package descent.run;

import descent.optimizer.Hyperparameters;
import descent.optimizer.OptimizerSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is proved about gradient descent, momentum and Nesterov momentum on a quadratic: along an
 * eigenvector with eigenvalue λ the error is multiplied by the roots r of
 *
 * <ul>
 *   <li>r² − (1 + β − ηλ) r + β = 0, which are inside the unit circle for 0 &lt; ηλ &lt; 2 + 2β;
 *   <li>with Nesterov r² − (1 + β)(1 − ηλ) r + β(1 − ηλ) = 0, for 0 &lt; ηλ &lt; (2 + 2β)/(1 + 2β).
 * </ul>
 *
 * @param learningRate η
 * @param momentum β, 0 for gradient descent
 * @param nesterov whether the gradient is taken ahead
 * @param weightDecay what is added to every eigenvalue
 * @see <a href="https://arxiv.org/abs/1408.3595">L. Lessard, B. Recht and A. Packard, 2016</a>
 */
public record Theory(double learningRate, double momentum, boolean nesterov, double weightDecay) {

  /** The theory of an optimizer; nothing for those that have none. */
  public static Optional<Theory> of(OptimizerSpec entrant) {
    String name = entrant.optimizer().name();
    if (!name.equals("gd") && !name.equals("momentum") && !name.equals("nesterov")) {
      return Optional.empty();
    }
    Hyperparameters h = entrant.hyperparameters();
    if (h.asMap().getOrDefault("dampening", 0.0) != 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Theory(
            h.get("learning_rate"),
            h.asMap().getOrDefault("momentum", 0.0),
            name.equals("nesterov"),
            h.asMap().getOrDefault("weight_decay", 0.0)));
  }

  /** The largest stable η for the eigenvalue λ. */
  public double edge(double eigenvalue) {
    double stable = 2 + 2 * momentum;
    return (nesterov ? stable / (1 + 2 * momentum) : stable) / (eigenvalue + weightDecay);
  }

  /** The factor by which an error along an eigenvector shrinks (or grows) each step, in the end. */
  public double rate(double eigenvalue) {
    double s = 1 - learningRate * (eigenvalue + weightDecay);
    double sum = nesterov ? (1 + momentum) * s : momentum + s;
    double product = nesterov ? momentum * s : momentum;
    double discriminant = sum * sum - 4 * product;
    return discriminant < 0 ? Math.sqrt(product) : (Math.abs(sum) + Math.sqrt(discriminant)) / 2;
  }

  /** The slowest rate of a quadratic with these eigenvalues. */
  public double rate(double[] eigenvalues) {
    return Arrays.stream(eigenvalues).map(this::rate).max().orElse(0);
  }

  /** The edge in words, without the eigenvalue. */
  public String edgeInWords() {
    return momentum == 0 ? "2/λmax" : nesterov ? "(2 + 2β)/((1 + 2β)λmax)" : "(2 + 2β)/λmax";
  }
}
