package descent.optimizer;

import static descent.optimizer.Hyperparameter.amount;

/** θ ← θ − η g/(√s + ε) with s the sum of squares. */
final class Adagrad {
  private Adagrad() {}

  static RuleOptimizer optimizer() {
    return new RuleOptimizer(
        About.of(
            "adagrad",
            "AdaGrad",
            "Divides each coordinate by the root of the sum of all its squared gradients.",
            "J. Duchi, E. Hazan, Y. Singer, JMLR 12, 2011, jmlr.org/papers/v12/duchi11a.html",
            Hyperparameter.learningRate(0.1, "How far the first step moves each coordinate."),
            amount(
                "learning_rate_decay",
                "learning rate decay",
                "δ",
                "\\delta",
                0,
                1,
                "Divides the learning rate by 1 + δ(t − 1)."),
            amount(
                "initial_accumulator",
                "initial sum",
                "s₀",
                "s_0",
                0,
                1,
                "Where the sum of squares starts."),
            Hyperparameter.epsilon(1e-10, "Keeps the division finite."),
            Hyperparameter.weightDecay()),
        Rule.rule()
            .slot("s", "initial_accumulator")
            .scalar("decayed", "learning_rate/(1 + (t - 1)*learning_rate_decay)")
            .weightDecay()
            .assign("s", "s + g^2", "s", "sum of squared gradients")
            .assign("rate", "decayed/(sqrt(s) + eps)", Quantity.RATE_TEX, Quantity.RATE)
            .move("x - decayed*g/(sqrt(s) + eps)"));
  }
}
