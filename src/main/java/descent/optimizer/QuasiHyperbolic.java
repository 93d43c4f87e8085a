package descent.optimizer;

import static descent.optimizer.Hyperparameter.decay;
import static descent.optimizer.Hyperparameter.part;

/** Weighted means of a step without memory and one with. */
final class QuasiHyperbolic {
  private static final String PAPER = "J. Ma, D. Yarats, 2019, arXiv:1810.06801";

  private QuasiHyperbolic() {}

  static RuleOptimizer momentum() {
    return new RuleOptimizer(
        About.of(
            "qhm",
            "Quasi-hyperbolic momentum",
            "Steps along a weighted mean of the gradient and its running mean.",
            PAPER,
            Hyperparameter.learningRate(0.1, "How far a step goes for a gradient of length one."),
            decay(
                "momentum", "momentum", "β", "\\beta", 0.99, "The part of the mean that is kept."),
            part(
                "nu",
                "weight of the mean",
                "ν",
                "\\nu",
                0.7,
                "0 is gradient descent, 1 is momentum.")),
        Rule.rule()
            .slot("m")
            .assign("m", "momentum*m + (1 - momentum)*g", "m", "mean of the gradient")
            .move("x - learning_rate*((1 - nu)*g + nu*m)"));
  }

  static RuleOptimizer adam() {
    return new RuleOptimizer(
        About.of(
            "qhadam",
            "QHAdam",
            "Adam with weighted means of gradient and moment above and below the fraction.",
            PAPER,
            Hyperparameter.learningRate(0.05, Adam.RATE),
            decay(
                "b1",
                "first decay",
                "β₁",
                "\\beta_1",
                0.995,
                "The part of the mean gradient kept."),
            decay(
                "b2", "second decay", "β₂", "\\beta_2", 0.999, "The part of the mean square kept."),
            part(
                "nu1",
                "weight of the first moment",
                "ν₁",
                "\\nu_1",
                0.7,
                "0 uses the gradient alone, 1 Adam's first moment."),
            part(
                "nu2",
                "weight of the second moment",
                "ν₂",
                "\\nu_2",
                1,
                "0 uses the squared gradient alone, 1 Adam's second moment."),
            Hyperparameter.epsilon(1e-8, "Bounds the rate where gradients are tiny.")),
        Rule.rule()
            .slot("m")
            .slot("v")
            .scalar("c1", "1 - b1^t")
            .scalar("c2", "1 - b2^t")
            .assign("m", "b1*m + (1 - b1)*g", "m", "first moment: mean of the gradient")
            .assign("v", "b2*v + (1 - b2)*g^2", "v", "second moment: mean of its square")
            .assign("mhat", "m/c1", "\\hat m", "first moment, bias-corrected")
            .assign("vhat", "v/c2", "\\hat v", "second moment, bias-corrected")
            .assign(
                "rate",
                "learning_rate/(sqrt((1 - nu2)*g^2 + nu2*vhat) + eps)",
                Quantity.RATE_TEX,
                Quantity.RATE)
            .move(
                "x - learning_rate*((1 - nu1)*g + nu1*mhat)"
                    + "/(sqrt((1 - nu2)*g^2 + nu2*vhat) + eps)"));
  }
}
