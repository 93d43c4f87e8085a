package descent.optimizer;

import static descent.optimizer.Hyperparameter.decay;

/** Steps measured in the units of earlier steps. */
final class Adadelta {
  private Adadelta() {}

  static RuleOptimizer optimizer() {
    return new RuleOptimizer(
        About.of(
            "adadelta",
            "AdaDelta",
            "Scales the gradient by the root mean square of past steps over that of gradients.",
            "M. D. Zeiler, 2012, arXiv:1212.5701",
            Hyperparameter.learningRate(1, "Scales the step; 1 in the paper."),
            decay("rho", "decay", "ρ", "\\rho", 0.9, "The part of both mean squares kept."),
            Hyperparameter.epsilon(1e-6, "Sets the size of the first steps."),
            Hyperparameter.weightDecay()),
        Rule.rule()
            .slot("v")
            .slot("u")
            .weightDecay()
            .assign("v", "rho*v + (1 - rho)*g^2", "v", "mean of the squared gradient")
            .assign("d", "sqrt(u + eps)/sqrt(v + eps)*g", "d", "unscaled step")
            .assign("u", "rho*u + (1 - rho)*d^2", "u", "mean of the squared step")
            .move("x - learning_rate*d"));
  }
}
