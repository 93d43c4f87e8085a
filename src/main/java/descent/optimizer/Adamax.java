package descent.optimizer;

import static descent.optimizer.Hyperparameter.decay;

/** Adam in the infinity norm. */
final class Adamax {
  private Adamax() {}

  static RuleOptimizer optimizer() {
    return new RuleOptimizer(
        About.of(
            "adamax",
            "AdaMax",
            "Adam that divides by a decaying maximum of the gradient instead of a mean square.",
            "D. P. Kingma, J. Ba, 2015, arXiv:1412.6980, section 7.1",
            Hyperparameter.learningRate(0.05, Adam.RATE),
            decay(
                "b1", "first decay", "β₁", "\\beta_1", 0.9, "The part of the mean gradient kept."),
            decay("b2", "second decay", "β₂", "\\beta_2", 0.999, "The part of the maximum kept."),
            Hyperparameter.epsilon(1e-8, "Keeps the maximum above zero."),
            Hyperparameter.weightDecay()),
        Rule.rule()
            .slot("m")
            .slot("u")
            .scalar("c1", "1 - b1^t")
            .weightDecay()
            .assign("m", "b1*m + (1 - b1)*g", "m", "first moment: mean of the gradient")
            .assign("u", "max(b2*u, abs(g) + eps)", "u", "decaying maximum of the gradient")
            .assign("mhat", "m/c1", "\\hat m", "first moment, bias-corrected")
            .assign("rate", "learning_rate/u", Quantity.RATE_TEX, Quantity.RATE)
            .move("x - learning_rate*mhat/u"));
  }
}
