package descent.optimizer;

import descent.objective.FiniteSum;
import descent.objective.Layered;
import descent.objective.Objective;
import descent.objective.Probabilistic;

/** Asks an objective for what an optimizer needs. */
final class Needs {
  private Needs() {}

  static FiniteSum terms(String optimizer, Objective objective) {
    if (objective instanceof FiniteSum sum) {
      return sum;
    }
    throw lacks(optimizer, "a sum over examples, so a model with data");
  }

  static Probabilistic likelihood(String optimizer, Objective objective) {
    if (objective instanceof Probabilistic likelihood) {
      return likelihood;
    }
    throw lacks(optimizer, "a likelihood, so a model with data");
  }

  static Layered layers(String optimizer, Objective objective) {
    if (objective instanceof Layered layered) {
      return layered;
    }
    throw lacks(optimizer, "affine layers, so a regression or a network");
  }

  private static IllegalArgumentException lacks(String optimizer, String what) {
    return new IllegalArgumentException(
        "%s needs %s; this objective is a plain function.".formatted(optimizer, what));
  }
}
