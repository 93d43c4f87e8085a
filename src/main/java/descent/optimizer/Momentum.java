package descent.optimizer;

import static descent.optimizer.Hyperparameter.amount;
import static descent.optimizer.Hyperparameter.decay;

/** V ← βV + g, θ ← θ − ηV: the heavy ball, and Nesterov's form of it. */
final class Momentum {
  private Momentum() {}

  static RuleOptimizer momentum() {
    return new RuleOptimizer(
        About.of(
            "momentum",
            "Momentum",
            "Steps along a velocity that adds up the gradients and forgets the old ones.",
            "B. T. Polyak, 1964, doi:10.1016/0041-5553(64)90137-5",
            hyperparameters()),
        velocity().move("x - learning_rate*V"));
  }

  static RuleOptimizer nesterov() {
    return new RuleOptimizer(
        About.of(
            "nesterov",
            "Nesterov momentum",
            "Momentum whose gradient is taken where the velocity is about to lead.",
            "Y. Nesterov, 1983; I. Sutskever et al., On the importance of initialization and"
                + " momentum in deep learning, ICML 2013",
            hyperparameters()),
        velocity().move("x - learning_rate*(g + momentum*V)"));
  }

  private static Hyperparameter[] hyperparameters() {
    return new Hyperparameter[] {
      Hyperparameter.learningRate(0.01, "How far a step goes for a velocity of length one."),
      decay("momentum", "momentum", "β", "\\beta", 0.9, "The part of the velocity that is kept."),
      amount(
          "dampening",
          "dampening",
          "τ",
          "\\tau",
          0,
          1,
          "The part of each gradient but the first that does not enter the velocity."),
      Hyperparameter.weightDecay()
    };
  }

  private static Rule.Builder velocity() {
    return Rule.rule()
        .slot("V")
        .scalar("damped", "0", "select(t - 1, dampening, 0)", "\\tau_t")
        .weightDecay()
        .assign("V", "momentum*V + (1 - damped)*g", "V", "velocity");
  }
}
