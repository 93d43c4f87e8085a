package descent.optimizer;

import descent.linalg.DenseAlgebra;
import descent.linalg.EjmlAlgebra;
import descent.linalg.Matrix;
import descent.objective.Evaluation;
import descent.objective.LayerSizes;
import descent.objective.Objective;
import java.util.List;

/** θ ← θ − η (M + λI)⁻¹ ∇L with a dense curvature matrix M of the objective. */
final class MatrixDescent implements Optimizer<Integer> {
  /** Computes M, n×n, at {@code x}; {@code step} seeds what is drawn. */
  @FunctionalInterface
  interface Curvature {
    double[][] at(Objective objective, double[] x, Hyperparameters hyperparameters, int step);
  }

  private final About about;
  private final String symbol;
  private final Class<? extends Objective> needs;
  private final Curvature curvature;
  private final DenseAlgebra algebra = new EjmlAlgebra();

  MatrixDescent(About about, String symbol, Class<? extends Objective> needs, Curvature curvature) {
    this.about = about;
    this.symbol = symbol;
    this.needs = needs;
    this.curvature = curvature;
  }

  @Override
  public About about() {
    return about;
  }

  @Override
  public String tex(Hyperparameters hyperparameters) {
    return "\\theta \\leftarrow \\theta - \\eta\\,(%s + \\lambda I)^{-1} \\nabla L"
        .formatted(symbol);
  }

  @Override
  public List<Quantity> quantities() {
    return Directions.QUANTITIES;
  }

  @Override
  public Class<? extends Objective> needs() {
    return needs;
  }

  @Override
  public boolean buildsMatrix() {
    return true;
  }

  /** The matrix four times over and the gradients of all examples. */
  @Override
  public long numbers(LayerSizes sizes, Hyperparameters hyperparameters) {
    return sizes.weights() * (8 + 4 * sizes.weights() + sizes.batch());
  }

  @Override
  public Integer init(double[] x, Hyperparameters hyperparameters) {
    return 0;
  }

  @Override
  public Step<Integer> update(Evaluation at, Integer step, Hyperparameters h, Objective objective) {
    Matrix matrix = Matrix.of(curvature.at(objective, at.x(), h, step));
    double[] direction = solve(matrix, h.get("damping"), at.gradient());
    return Directions.step(at, direction, h.get("learning_rate"), step + 1);
  }

  private double[] solve(Matrix matrix, double damping, double[] gradient) {
    matrix.addToDiagonal(damping);
    int n = gradient.length;
    Matrix column = matrix.zeros(n, 1);
    for (int i = 0; i < n; i++) {
      column.set(i, 0, gradient[i]);
    }
    Matrix solution =
        algebra
            .cholesky(matrix)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s: the matrix is singular with damping %s; raise the damping."
                            .formatted(name(), WireNumber.of(damping))))
            .solve(column);
    double[] direction = new double[n];
    for (int i = 0; i < n; i++) {
      direction[i] = solution.get(i, 0);
    }
    return direction;
  }
}
