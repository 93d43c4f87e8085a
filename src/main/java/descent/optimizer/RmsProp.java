package descent.optimizer;

import static descent.optimizer.Hyperparameter.amount;
import static descent.optimizer.Hyperparameter.decay;

/** θ ← θ − η g/(√v + ε) with v a running mean of squares. */
final class RmsProp {
  private RmsProp() {}

  static RuleOptimizer optimizer() {
    return new RuleOptimizer(
        About.of(
            "rmsprop",
            "RMSProp",
            "Divides each coordinate by the root of a running mean of its squared gradients.",
            "T. Tieleman, G. Hinton, Neural Networks for Machine Learning, lecture 6e, 2012",
            Hyperparameter.learningRate(0.01, "About how far each coordinate moves in a step."),
            decay("decay", "decay", "ρ", "\\rho", 0.99, "The part of the mean square kept."),
            Hyperparameter.epsilon(1e-8, "Bounds the rate where gradients are tiny."),
            amount(
                "momentum",
                "momentum",
                "β",
                "\\beta",
                0,
                0.99,
                "The part of the last scaled step that is kept."),
            Hyperparameter.onOff(
                "centered",
                "centered",
                false,
                "Divides by the standard deviation instead of the root mean square."),
            Hyperparameter.weightDecay()),
        Rule.rule()
            .slot("v")
            .slot("m")
            .slot("V")
            .weightDecay()
            .assign("v", "decay*v + (1 - decay)*g^2", "v", "mean of the squared gradient")
            .assign("m", "decay*m + (1 - decay)*g", "m", "mean of the gradient")
            .assign("spread", "select(centered, max(v - m^2, 0), v)", "\\sigma^2", "what is rooted")
            .assign("rate", "learning_rate/(sqrt(spread) + eps)", Quantity.RATE_TEX, Quantity.RATE)
            .assign("V", "momentum*V + g/(sqrt(spread) + eps)", "V", "velocity")
            .move("x - learning_rate*V"));
  }
}
