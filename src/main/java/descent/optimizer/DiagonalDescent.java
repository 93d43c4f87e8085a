package descent.optimizer;

import descent.objective.Evaluation;
import descent.objective.FiniteSum;
import descent.objective.LayerSizes;
import descent.objective.Objective;
import java.util.List;
import java.util.function.BiFunction;

/** θᵢ ← θᵢ − η ∇ᵢL / (dᵢ + λ) with a diagonal d of the objective's curvature. */
final class DiagonalDescent implements Optimizer<Integer> {
  private final About about;
  private final String symbol;
  private final Class<? extends Objective> needs;
  private final BiFunction<Objective, double[], double[]> diagonal;

  DiagonalDescent(
      About about,
      String symbol,
      Class<? extends Objective> needs,
      BiFunction<Objective, double[], double[]> diagonal) {
    this.about = about;
    this.symbol = symbol;
    this.needs = needs;
    this.diagonal = diagonal;
  }

  @Override
  public About about() {
    return about;
  }

  @Override
  public String tex(Hyperparameters hyperparameters) {
    return "\\theta_i \\leftarrow \\theta_i - \\eta\\,\\frac{\\nabla_i L}{%s_{ii} + \\lambda}"
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

  /** The gradients of all examples are held at once, a row each. */
  @Override
  public boolean buildsMatrix() {
    return needs == FiniteSum.class;
  }

  /** The gradients of all examples, twice over. */
  @Override
  public long numbers(LayerSizes sizes, Hyperparameters hyperparameters) {
    return sizes.weights() * (8 + 2 * sizes.batch());
  }

  @Override
  public Integer init(double[] x, Hyperparameters hyperparameters) {
    return 0;
  }

  @Override
  public Step<Integer> update(Evaluation at, Integer step, Hyperparameters h, Objective objective) {
    double[] d = diagonal.apply(objective, at.x());
    double[] direction = at.gradient().clone();
    for (int i = 0; i < direction.length; i++) {
      double denominator = d[i] + h.get("damping");
      direction[i] = direction[i] == 0 ? 0 : direction[i] / denominator;
    }
    return Directions.step(at, direction, h.get("learning_rate"), step + 1);
  }
}
