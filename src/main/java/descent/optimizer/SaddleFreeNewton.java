package descent.optimizer;

import descent.objective.Evaluation;
import descent.objective.Objective;
import descent.objective.TwiceDifferentiable;
import java.util.List;

/** θ ← θ − η|H|⁻¹g, where |H| has the sizes of H's eigenvalues. */
final class SaddleFreeNewton implements Optimizer<Nothing> {
  private static final About ABOUT =
      About.of(
          "saddle_free_newton",
          "Saddle-free Newton",
          "Newton's method that descends along directions of negative curvature.",
          "Y. Dauphin et al., 2014, arXiv:1406.2572",
          Hyperparameter.learningRate(1, "The part of the full step."),
          Hyperparameter.positive(
              "damping",
              "damping",
              "λ",
              "\\lambda",
              0.05,
              1e-4,
              10,
              "The least size that an eigenvalue counts for."));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public String tex(Hyperparameters h) {
    return "\\theta \\leftarrow \\theta - \\eta\\, \\max(|H|, \\lambda I)^{-1} g";
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(Curvature.EIGENVALUES, Quantity.DIRECTION, Quantity.STEP);
  }

  @Override
  public Class<? extends Objective> needs() {
    return TwiceDifferentiable.class;
  }

  @Override
  public Nothing init(double[] x, Hyperparameters h) {
    return Nothing.NOTHING;
  }

  @Override
  public Step<Nothing> update(
      Evaluation at, Nothing state, Hyperparameters h, Objective objective) {
    Curvature curvature = Curvature.of(this, at, objective);
    double damping = h.get("damping");
    return Newton.step(
        curvature, curvature.step(value -> Math.max(Math.abs(value), damping)), at, h);
  }
}
