package descent.optimizer;

import descent.objective.Evaluation;
import descent.objective.Objective;
import descent.objective.TwiceDifferentiable;
import java.util.List;

/** θ ← θ − η(H + λI)⁻¹g. */
final class Newton implements Optimizer<Nothing> {
  private static final About ABOUT =
      About.of(
          "newton",
          "Newton's method",
          "Jumps to the critical point of the quadratic model, be it minimum or saddle.",
          "J. Nocedal, S. Wright, Numerical Optimization, 2006, doi:10.1007/978-0-387-40065-5",
          Hyperparameter.learningRate(1, "The part of the step to the model's critical point."),
          Hyperparameter.amount(
              "damping",
              "damping",
              "λ",
              "\\lambda",
              0,
              100,
              "Added to every eigenvalue of the Hessian: shortens the step, towards the"
                  + " gradient."));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public String tex(Hyperparameters h) {
    return "\\theta \\leftarrow \\theta - \\eta\\, "
        + (h.get("damping") == 0 ? "H^{-1} g" : "(H + \\lambda I)^{-1} g");
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
    return step(curvature, curvature.step(value -> value + damping), at, h);
  }

  /** η along {@code direction}; shows eigenvalues, direction and step. */
  static Step<Nothing> step(
      Curvature curvature, double[] direction, Evaluation at, Hyperparameters h) {
    double[] step = Vectors.times(h.get("learning_rate"), direction);
    return new Step<>(
        Vectors.plus(at.x(), 1, step),
        Nothing.NOTHING,
        new double[][] {curvature.eigen().values(), direction, step});
  }
}
