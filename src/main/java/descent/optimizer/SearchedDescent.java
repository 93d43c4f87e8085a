package descent.optimizer;

import static descent.optimizer.Hyperparameter.part;
import static descent.optimizer.Hyperparameter.positive;

import descent.objective.Evaluation;
import descent.objective.Objective;
import java.util.List;

/** Gradient descent whose learning rate is searched anew at every step. */
final class SearchedDescent implements Optimizer<Nothing> {
  private static final String BOOK =
      "J. Nocedal, S. Wright, Numerical Optimization, 2006, chapter 3,"
          + " doi:10.1007/978-0-387-40065-5";
  private final About about;

  private SearchedDescent(About about) {
    this.about = about;
  }

  static SearchedDescent armijo() {
    return new SearchedDescent(
        About.of(
            "armijo",
            "Gradient descent, Armijo search",
            "Shortens each step until the loss falls by a fair part of what the slope promises.",
            "L. Armijo, 1966, doi:10.2140/pjm.1966.16.1",
            Hyperparameter.learningRate(1, "The learning rate tried first at every step."),
            part(
                "shrink",
                "shrinking factor",
                "ρ",
                "\\rho",
                0.5,
                "What a learning rate that was too large is multiplied by."),
            decrease()));
  }

  static SearchedDescent wolfe() {
    return new SearchedDescent(
        About.of(
            "wolfe",
            "Gradient descent, strong Wolfe search",
            "Goes along the gradient until the loss has fallen and the slope has become flat.",
            BOOK,
            Hyperparameter.learningRate(1, "The learning rate tried first at every step."),
            decrease(),
            part(
                "c2",
                "remaining slope",
                "c₂",
                "c_2",
                0.1,
                "The part of the slope that may remain at the end of a step.")));
  }

  private static Hyperparameter decrease() {
    return positive(
        "c1",
        "sufficient decrease",
        "c₁",
        "c_1",
        1e-4,
        1e-6,
        0.5,
        "The part of the decrease that the slope promises which a step must reach.");
  }

  @Override
  public About about() {
    return about;
  }

  @Override
  public String tex(Hyperparameters h) {
    boolean wolfe = name().equals("wolfe");
    return "\\begin{aligned}g &\\leftarrow \\nabla L(\\theta) \\\\ "
        + "\\alpha &: L(\\theta - \\alpha g) \\le L(\\theta) - c_1 \\alpha \\|g\\|^2 \\\\ "
        + (wolfe
            ? "&\\phantom{:}\\ |\\nabla L(\\theta - \\alpha g)^\\top g| \\le c_2 \\|g\\|^2 \\\\ "
            : "")
        + "\\theta &\\leftarrow \\theta - \\alpha g\\end{aligned}";
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(Quantity.DIRECTION, Quantity.LENGTH, Quantity.STEP);
  }

  @Override
  public Nothing init(double[] x, Hyperparameters h) {
    return Nothing.NOTHING;
  }

  @Override
  public Step<Nothing> update(
      Evaluation at, Nothing state, Hyperparameters h, Objective objective) {
    double[] direction = Vectors.times(-1, at.gradient());
    double length = at.gradientNorm() == 0 ? 0 : length(at, direction, h, objective);
    return Step.along(at, direction, length, state);
  }

  private double length(Evaluation at, double[] direction, Hyperparameters h, Objective f) {
    double first = h.get("learning_rate");
    return name().equals("wolfe")
        ? LineSearch.wolfe(f, at, direction, first, h.get("c1"), h.get("c2"))
        : LineSearch.armijo(f, at, direction, first, h.get("shrink"), h.get("c1"));
  }
}
