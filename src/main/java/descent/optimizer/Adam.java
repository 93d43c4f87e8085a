package descent.optimizer;

import static descent.optimizer.Hyperparameter.decay;
import static descent.optimizer.Hyperparameter.onOff;

/** θ ← θ − η m̂/(√v̂ + ε), and with decoupled weight decay. */
final class Adam {
  static final String RATE =
      "About how far each coordinate moves in a step; α in the paper, 0.001 for networks.";

  private Adam() {}

  static RuleOptimizer adam() {
    return new RuleOptimizer(
        About.of(
            "adam",
            "Adam",
            "Divides a running mean of the gradient by the root of a running mean of its square.",
            "D. P. Kingma, J. Ba, 2015, arXiv:1412.6980; AMSGrad: S. J. Reddi et al., 2018,"
                + " arXiv:1904.09237",
            hyperparameters(Hyperparameter.weightDecay())),
        moments(Rule.rule().slot("m").slot("v").slot("vmax").weightDecay())
            .move("x - learning_rate*mhat/(sqrt(vhat) + eps)"));
  }

  static RuleOptimizer adamw() {
    return new RuleOptimizer(
        About.of(
            "adamw",
            "AdamW",
            "Adam whose weight decay shrinks the parameters beside the step, not inside it.",
            "I. Loshchilov, F. Hutter, 2019, arXiv:1711.05101",
            hyperparameters(
                Hyperparameter.amount(
                    "weight_decay",
                    "weight decay",
                    "λ",
                    "\\lambda",
                    0.01,
                    0.1,
                    "The part of each coordinate that a step of rate one takes away."))),
        moments(Rule.rule().slot("m").slot("v").slot("vmax"))
            .move("x - learning_rate*weight_decay*x - learning_rate*mhat/(sqrt(vhat) + eps)"));
  }

  /** Adam with v̂ᵖ for its root. */
  static RuleOptimizer padam() {
    return new RuleOptimizer(
        About.of(
            "padam",
            "Padam",
            "Adam with another power of the second moment: 0 is momentum, ½ Adam, 1 the whole"
                + " curvature.",
            "J. Chen, D. Zhou, Y. Tang, Z. Yang, Y. Cao, Q. Gu, 2018, arXiv:1806.06763",
            Hyperparameter.learningRate(
                0.05, "How far a step goes where the second moment is one."),
            Hyperparameter.part(
                "exponent",
                "exponent",
                "p",
                "p",
                0.5,
                "The power of the second moment that divides the step."),
            decay(
                "b1", "first decay", "β₁", "\\beta_1", 0.9, "The part of the mean gradient kept."),
            decay(
                "b2", "second decay", "β₂", "\\beta_2", 0.999, "The part of the mean square kept."),
            Hyperparameter.epsilon(1e-8, "Bounds the rate where gradients are tiny."),
            Hyperparameter.weightDecay()),
        Rule.rule()
            .slot("m")
            .slot("v")
            .weightDecay()
            .scalar("c1", "1 - b1^t")
            .scalar("c2", "1 - b2^t")
            .assign("m", "b1*m + (1 - b1)*g", "m", "first moment: mean of the gradient")
            .assign("v", "b2*v + (1 - b2)*g^2", "v", "second moment: mean of its square")
            .assign("mhat", "m/c1", "\\hat m", "first moment, bias-corrected")
            .assign("vhat", "v/c2", "\\hat v", "second moment, bias-corrected")
            .assign("rate", "learning_rate/(vhat^exponent + eps)", Quantity.RATE_TEX, Quantity.RATE)
            .move("x - learning_rate*mhat/(vhat^exponent + eps)"));
  }

  private static Hyperparameter[] hyperparameters(Hyperparameter weightDecay) {
    return new Hyperparameter[] {
      Hyperparameter.learningRate(
          0.05,
          "About how far each coordinate moves in a step; α in the paper, 0.001 for networks."),
      decay("b1", "first decay", "β₁", "\\beta_1", 0.9, "The part of the mean gradient kept."),
      decay("b2", "second decay", "β₂", "\\beta_2", 0.999, "The part of the mean square kept."),
      Hyperparameter.epsilon(1e-8, "Bounds the rate where gradients are tiny."),
      weightDecay,
      onOff(
          "bias_correction", "bias correction", true, "Makes up for both means starting at zero."),
      onOff("amsgrad", "AMSGrad", false, "Never lets the mean square shrink.")
    };
  }

  private static Rule.Builder moments(Rule.Builder rule) {
    return rule.scalar("c1", "select(bias_correction, 1 - b1^t, 1)")
        .scalar("c2", "select(bias_correction, 1 - b2^t, 1)")
        .assign("m", "b1*m + (1 - b1)*g", "m", "first moment: mean of the gradient")
        .assign("v", "b2*v + (1 - b2)*g^2", "v", "second moment: mean of its square")
        .assign(
            "vmax", "select(amsgrad, max(vmax, v), v)", "v_{\\max}", "largest second moment so far")
        .assign("mhat", "m/c1", "\\hat m", "first moment, bias-corrected")
        .assign("vhat", "vmax/c2", "\\hat v", "second moment, bias-corrected")
        .assign("rate", "learning_rate/(sqrt(vhat) + eps)", Quantity.RATE_TEX, Quantity.RATE);
  }
}
