package descent.optimizer;

import static descent.optimizer.Hyperparameter.decay;

/** Adam that divides by √v̂ only once its variance is bounded. */
final class Radam {
  private Radam() {}

  static RuleOptimizer optimizer() {
    return new RuleOptimizer(
        About.of(
            "radam",
            "RAdam",
            "Adam whose first steps are plain momentum until enough squares were averaged.",
            "L. Liu et al., 2020, arXiv:1908.03265",
            Hyperparameter.learningRate(
                0.01, Adam.RATE + " The first steps are as long as gradient descent's."),
            decay(
                "b1", "first decay", "β₁", "\\beta_1", 0.9, "The part of the mean gradient kept."),
            decay(
                "b2", "second decay", "β₂", "\\beta_2", 0.999, "The part of the mean square kept."),
            Hyperparameter.epsilon(1e-8, "Bounds the rate where gradients are tiny."),
            Hyperparameter.weightDecay()),
        Rule.rule()
            .slot("m")
            .slot("v")
            .scalar("c1", "1 - b1^t")
            .scalar("c2", "1 - b2^t")
            .scalar("limit", "0", "2/(1 - b2) - 1", "\\rho_\\infty")
            .scalar("length", "0", "limit - 2*t*b2^t/c2", "\\rho_t")
            .scalar(
                "rectified",
                "0",
                "select(length - 5, sqrt((length - 4)*(length - 2)*limit"
                    + "/((limit - 4)*(limit - 2)*length)), 0)",
                "r_t")
            .weightDecay()
            .assign("m", "b1*m + (1 - b1)*g", "m", "first moment: mean of the gradient")
            .assign("v", "b2*v + (1 - b2)*g^2", "v", "second moment: mean of its square")
            .assign("mhat", "m/c1", "\\hat m", "first moment, bias-corrected")
            .assign(
                "rate",
                "select(length - 5, learning_rate*rectified*sqrt(c2)/(sqrt(v) + eps),"
                    + " learning_rate)",
                Quantity.RATE_TEX,
                Quantity.RATE)
            .move("x - rate*mhat"));
  }
}
