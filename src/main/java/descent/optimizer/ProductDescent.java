package descent.optimizer;

import descent.objective.Evaluation;
import descent.objective.Objective;
import descent.objective.Probabilistic;
import java.util.List;

/** θ ← θ − η d with (F + λI) d = ∇L solved by conjugate gradient from products F·v. */
final class ProductDescent implements Optimizer<Integer> {
  private static final double TOLERANCE = 1e-10;
  private final About about;

  ProductDescent(About about) {
    this.about = about;
  }

  @Override
  public About about() {
    return about;
  }

  @Override
  public String tex(Hyperparameters hyperparameters) {
    return "(F + \\lambda I)\\, d = \\nabla L, \\quad \\theta \\leftarrow \\theta - \\eta\\, d";
  }

  @Override
  public List<Quantity> quantities() {
    return Directions.QUANTITIES;
  }

  @Override
  public Class<? extends Objective> needs() {
    return Probabilistic.class;
  }

  @Override
  public Integer init(double[] x, Hyperparameters hyperparameters) {
    return 0;
  }

  @Override
  public Step<Integer> update(Evaluation at, Integer step, Hyperparameters h, Objective objective) {
    Probabilistic likelihood = Needs.likelihood(name(), objective);
    double damping = h.get("damping");
    double[] direction =
        ProductSolver.solve(
            v -> Vectors.plus(likelihood.fisherTimes(at.x(), v), damping, v),
            at.gradient(),
            new double[at.x().length],
            (int) h.get("cg_steps"),
            TOLERANCE);
    return Directions.step(at, direction, h.get("learning_rate"), step + 1);
  }
}
