package descent.optimizer;

import descent.objective.Evaluation;
import java.util.List;

/** A step along a preconditioned gradient d: θ ← θ − η d. */
final class Directions {
  static final List<Quantity> QUANTITIES =
      List.of(
          Quantity.vector("g", "g", "the gradient"),
          Quantity.vector("d", "d", "the preconditioned gradient"),
          Quantity.STEP);

  private Directions() {}

  static <S> Step<S> step(Evaluation at, double[] direction, double learningRate, S state) {
    double[] move = Vectors.times(-learningRate, direction);
    double[][] inner = {at.gradient(), direction, move};
    return new Step<>(Vectors.plus(at.x(), 1, move), state, inner);
  }
}
