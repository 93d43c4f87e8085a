package descent.optimizer;

import descent.linalg.BlockVector;
import descent.objective.Evaluation;
import descent.objective.LayerSizes;
import descent.objective.Layered;
import descent.objective.Objective;
import java.util.List;

/** K-FAC as a pure optimizer over the coordinates of a layered likelihood. */
final class Kfac implements Optimizer<KfacStepper> {
  private final About about =
      About.of(
          "kfac",
          "K-FAC",
          "Approximates each layer's Fisher block by a Kronecker product, which is cheap to"
              + " invert.",
          "J. Martens, R. Grosse, 2015, arXiv:1503.05671",
          KfacSettings.hyperparameters());

  @Override
  public About about() {
    return about;
  }

  @Override
  public String tex(Hyperparameters h) {
    String pi = h.get("pi") > 0 ? "\\pi" : "";
    String divided = h.get("pi") > 0 ? "\\tfrac{\\sqrt\\lambda}{\\pi}" : "\\sqrt\\lambda";
    return "W \\leftarrow W - \\eta\\,(G + %s I)^{-1}\\, \\nabla_W L\\, (A + %s\\sqrt\\lambda\\, I)^{-1}"
        .formatted(divided, pi);
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(new Quantity("g", "g", "the gradient"), Quantity.STEP);
  }

  @Override
  public Class<? extends Objective> needs() {
    return Layered.class;
  }

  /**
   * Averages, inverses old and new, one factor's way to its inverse; velocity, direction and half
   * of it; a pass forward along the velocity.
   */
  @Override
  public long numbers(LayerSizes sizes, Hyperparameters h) {
    return 3 * sizes.factors()
        + 3 * sizes.largestFactor()
        + 3 * sizes.weights()
        + sizes.activations();
  }

  @Override
  public KfacStepper init(double[] x, Hyperparameters hyperparameters) {
    return new KfacStepper();
  }

  @Override
  public Step<KfacStepper> update(
      Evaluation at, KfacStepper state, Hyperparameters h, Objective objective) {
    Layered layered = Needs.layers(name(), objective);
    KfacStepper next = state.copy();
    BlockVector weights = layered.weights(at.x());
    next.step(layered.open(), weights, weights.zeros(), h);
    double[] x = layered.coordinates(weights);
    double[][] inner = {at.gradient(), Vectors.plus(x, -1, at.x())};
    return new Step<>(x, next, inner);
  }
}
