package descent.optimizer;

import static descent.optimizer.Hyperparameter.amount;
import static descent.optimizer.Hyperparameter.decay;

/** Adam with Nesterov's momentum, whose decay grows towards β₁. */
final class Nadam {
  private Nadam() {}

  static RuleOptimizer optimizer() {
    return new RuleOptimizer(
        About.of(
            "nadam",
            "NAdam",
            "Adam that looks ahead along the first moment as Nesterov's momentum does.",
            "T. Dozat, Incorporating Nesterov momentum into Adam, ICLR workshop 2016",
            Hyperparameter.learningRate(0.05, Adam.RATE),
            decay(
                "b1", "first decay", "β₁", "\\beta_1", 0.9, "The part of the mean gradient kept."),
            decay(
                "b2", "second decay", "β₂", "\\beta_2", 0.999, "The part of the mean square kept."),
            Hyperparameter.epsilon(1e-8, "Bounds the rate where gradients are tiny."),
            amount(
                "momentum_decay",
                "momentum decay",
                "ψ",
                "\\psi",
                0.004,
                0.1,
                "How fast the momentum grows towards β₁."),
            Hyperparameter.weightDecay()),
        Rule.rule()
            .slot("m")
            .slot("v")
            .scalar("mu", "0", "b1*(1 - 0.5*0.96^(t*momentum_decay))", "\\mu_t")
            .scalar("ahead", "0", "b1*(1 - 0.5*0.96^((t + 1)*momentum_decay))", "\\mu_{t+1}")
            .scalar("product", "1", "product*mu", "\\Pi")
            .scalar("c2", "1 - b2^t")
            .weightDecay()
            .assign("m", "b1*m + (1 - b1)*g", "m", "first moment: mean of the gradient")
            .assign("v", "b2*v + (1 - b2)*g^2", "v", "second moment: mean of its square")
            .assign(
                "mbar",
                "(1 - mu)*g/(1 - product) + ahead*m/(1 - product*ahead)",
                "\\bar m",
                "first moment, one step ahead")
            .assign("vhat", "v/c2", "\\hat v", "second moment, bias-corrected")
            .assign("rate", "learning_rate/(sqrt(vhat) + eps)", Quantity.RATE_TEX, Quantity.RATE)
            .move("x - learning_rate*mbar/(sqrt(vhat) + eps)"));
  }
}
