package descent.optimizer;

import static descent.optimizer.Hyperparameter.decay;
import static descent.optimizer.Hyperparameter.positive;

/** Adam whose rates are clipped to a band that closes on one learning rate. */
final class AdaBound {
  private static final String PAPER = "L. Luo, Y. Xiong, Y. Liu, X. Sun, 2019, arXiv:1902.09843";

  private AdaBound() {}

  static RuleOptimizer adabound() {
    return new RuleOptimizer(
        About.of(
            "adabound",
            "AdaBound",
            "Adam whose rates are clipped to a band that narrows until it is gradient descent.",
            PAPER,
            hyperparameters()),
        moments(Rule.rule().slot("m").slot("v"), "v"));
  }

  static RuleOptimizer amsbound() {
    return new RuleOptimizer(
        About.of(
            "amsbound",
            "AMSBound",
            "AdaBound whose mean square never shrinks.",
            PAPER,
            hyperparameters()),
        moments(Rule.rule().slot("m").slot("v").slot("vmax"), "vmax"));
  }

  private static Hyperparameter[] hyperparameters() {
    return new Hyperparameter[] {
      Hyperparameter.learningRate(0.05, Adam.RATE),
      decay("b1", "first decay", "β₁", "\\beta_1", 0.9, "The part of the mean gradient kept."),
      decay("b2", "second decay", "β₂", "\\beta_2", 0.999, "The part of the mean square kept."),
      positive(
          "final_learning_rate",
          "final learning rate",
          "η*",
          "\\eta_\\ast",
          0.1,
          1e-5,
          10,
          "The rate on which the band closes."),
      positive(
          "gamma", "closing speed", "γ", "\\gamma", 1e-3, 1e-5, 1, "How fast the band closes."),
      Hyperparameter.epsilon(1e-8, "Bounds the rate where gradients are tiny.")
    };
  }

  private static Rule moments(Rule.Builder rule, String square) {
    rule.scalar("c1", "1 - b1^t")
        .scalar("c2", "1 - b2^t")
        .scalar("lower", "0", "final_learning_rate*(1 - 1/(gamma*t + 1))", "\\eta_{\\text{low}}")
        .scalar("upper", "0", "final_learning_rate*(1 + 1/(gamma*t))", "\\eta_{\\text{high}}")
        .assign("m", "b1*m + (1 - b1)*g", "m", "first moment: mean of the gradient")
        .assign("v", "b2*v + (1 - b2)*g^2", "v", "second moment: mean of its square");
    if (square.equals("vmax")) {
      rule.assign("vmax", "max(vmax, v)", "v_{\\max}", "largest second moment so far");
    }
    return rule.assign(
            "rate",
            "max(lower, min(upper, learning_rate*sqrt(c2)/(c1*(sqrt(%s) + eps))))"
                .formatted(square),
            Quantity.RATE_TEX,
            Quantity.RATE)
        .move("x - rate*m");
  }
}
