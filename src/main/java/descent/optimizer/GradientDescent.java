package descent.optimizer;

/** θ ← θ − ηg. */
final class GradientDescent {
  private GradientDescent() {}

  static RuleOptimizer optimizer() {
    return new RuleOptimizer(
        About.of(
            "gd",
            "Gradient descent",
            "Steps against the gradient, in proportion to its length.",
            "A.-L. Cauchy, Méthode générale pour la résolution des systèmes, 1847",
            Hyperparameter.learningRate(0.01, "How far a step goes for a gradient of length one."),
            Hyperparameter.weightDecay()),
        Rule.rule().weightDecay().move("x - learning_rate*g"));
  }
}
