package descent.optimizer;

import descent.objective.Evaluation;

/**
 * Where one update leads.
 *
 * @param x the new point, n coordinates; never written
 * @param state what is remembered for the next step
 * @param inner one row of n numbers for each of {@link Optimizer#quantities}; never written
 */
public record Step<S>(double[] x, S state, double[][] inner) {
  /** The step of {@code length} along {@code direction}; shows both and the step. */
  static <S> Step<S> along(Evaluation at, double[] direction, double length, S state) {
    double[] step = Vectors.times(length, direction);
    return new Step<>(
        Vectors.plus(at.x(), 1, step),
        state,
        new double[][] {direction, Vectors.all(step.length, length), step});
  }
}
