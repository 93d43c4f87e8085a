package descent.optimizer;

import static descent.optimizer.Hyperparameter.amount;
import static descent.optimizer.Hyperparameter.decay;

/** Steps of one length in every coordinate. */
final class Signs {
  private Signs() {}

  static RuleOptimizer signDescent() {
    return new RuleOptimizer(
        About.of(
            "sign_descent",
            "Sign descent",
            "Moves every coordinate by the same length against the sign of its gradient.",
            "J. Bernstein et al., signSGD, 2018, arXiv:1802.04434",
            Hyperparameter.learningRate(0.01, "How far each coordinate moves in a step.")),
        Rule.rule().move("x - learning_rate*sign(g)"));
  }

  static RuleOptimizer lion() {
    return new RuleOptimizer(
        About.of(
            "lion",
            "Lion",
            "Moves by the sign of a mean of gradient and momentum.",
            "X. Chen et al., 2023, arXiv:2302.06675",
            Hyperparameter.learningRate(0.01, "How far each coordinate moves in a step."),
            decay(
                "b1",
                "decay of the step",
                "β₁",
                "\\beta_1",
                0.9,
                "The part of the momentum in the step."),
            decay(
                "b2",
                "decay of the momentum",
                "β₂",
                "\\beta_2",
                0.99,
                "The part of the momentum kept."),
            amount(
                "weight_decay",
                "weight decay",
                "λ",
                "\\lambda",
                0,
                0.1,
                "The part of each coordinate that a step of rate one takes away.")),
        Rule.rule()
            .slot("m")
            .assign("c", "b1*m + (1 - b1)*g", "c", "what gives the sign")
            .assign("m", "b2*m + (1 - b2)*g", "m", "momentum")
            .move("x - learning_rate*(sign(c) + weight_decay*x)"));
  }
}
