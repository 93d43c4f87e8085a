package descent.optimizer;

import descent.linalg.SymmetricEigen;
import descent.objective.Evaluation;
import descent.objective.Objective;
import descent.objective.TwiceDifferentiable;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The eigenvalues of the Hessian at a point, ascending, and the gradient along their vectors. */
record Curvature(SymmetricEigen eigen, double[] gradient) {
  static final Quantity EIGENVALUES =
      new Quantity("eigenvalues", "\\lambda_i(H)", "eigenvalues of the Hessian, ascending")
          .from(Origin.CURVATURE);

  /** Below this part of the largest size an eigenvalue counts as zero. */
  private static final double SINGULAR = 1e-14;

  /**
   * The curvature where {@code at} was evaluated.
   *
   * @throws IllegalArgumentException if the objective has no second derivatives
   */
  static Curvature of(Optimizer<?> optimizer, Evaluation at, Objective objective) {
    if (!(objective instanceof TwiceDifferentiable twice)) {
      throw new IllegalArgumentException(
          "%s needs second derivatives, which this objective does not have."
              .formatted(optimizer.title()));
    }
    SymmetricEigen eigen = eigen(twice.hessian(at.x()));
    double[] along =
        Arrays.stream(eigen.vectors()).mapToDouble(v -> Vectors.dot(v, at.gradient())).toArray();
    return new Curvature(eigen, along);
  }

  /** Not a number in each place where the matrix is not finite, so that the next point is none. */
  private static SymmetricEigen eigen(double[][] hessian) {
    if (Arrays.stream(hessian).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      return SymmetricEigen.of(hessian);
    }
    double[] values = new double[hessian.length];
    Arrays.fill(values, Double.NaN);
    double[][] vectors = new double[hessian.length][];
    Arrays.fill(vectors, values);
    return new SymmetricEigen(values, vectors);
  }

  /**
   * −Σ (vₖ·g)/d(λₖ) vₖ: the step that divides the gradient by {@code divisor} of each eigenvalue.
   * Nothing moves where the divisor is zero to rounding: no finite step there is the right one.
   */
  double[] step(DoubleUnaryOperator divisor) {
    double[] values = eigen.values();
    double largest = Vectors.largest(Arrays.stream(values).map(divisor).toArray());
    double[] step = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      double by = divisor.applyAsDouble(values[k]);
      if (!(Math.abs(by) <= SINGULAR * largest)) {
        step = Vectors.plus(step, -gradient[k] / by, eigen.vectors()[k]);
      }
    }
    return step;
  }
}
