package descent.optimizer;

import descent.objective.FiniteSum;
import descent.objective.Objective;
import descent.objective.Probabilistic;
import java.util.List;

/** The optimizers that ask a likelihood for its curvature. */
final class SecondOrder {
  private static final String AMARI = "S. Amari, 1998, doi:10.1162/089976698300017746";
  private static final String KUNSTNER =
      "F. Kunstner, L. Balles, P. Hennig, 2019, arXiv:1905.12558";

  private SecondOrder() {}

  /** All of them, in the order of the menu. */
  static List<Optimizer<?>> all() {
    return List.of(
        naturalGradient(),
        matrixFree(),
        empiricalFisher(),
        diagonalFisher(),
        diagonalEmpiricalFisher(),
        gaussNewton(),
        hessianFree(),
        new Kfac());
  }

  private static Hyperparameter rate() {
    return Hyperparameter.learningRate(1, "How much of the preconditioned gradient one step goes.");
  }

  private static Hyperparameter damping() {
    return Hyperparameter.amount(
        "damping",
        "damping",
        "λ",
        "\\lambda",
        1e-3,
        1,
        "What is added to the diagonal, so that flat directions do not become endless steps.");
  }

  private static Hyperparameter cgSteps() {
    return Hyperparameter.count(
        "cg_steps", "CG steps", "k", 50, 500, "The most products that conjugate gradient may use.");
  }

  private static Optimizer<?> naturalGradient() {
    Hyperparameter labels =
        Hyperparameter.choice(
            "fisher",
            "Fisher matrix",
            List.of("exact", "sampled"),
            "Whether the expectation over labels is computed or one label is drawn an example.");
    return new MatrixDescent(
        About.of(
            "natural_gradient",
            "Natural gradient",
            "Goes down steepest where distance is how much the predictions change.",
            AMARI,
            rate(),
            damping(),
            labels),
        "F",
        Probabilistic.class,
        (f, x, h, step) -> {
          Probabilistic model = Needs.likelihood("natural_gradient", f);
          return h.get("fisher") > 0 ? model.sampledFisher(x, 1, step) : model.fisher(x);
        });
  }

  private static Optimizer<?> matrixFree() {
    return new ProductDescent(
        About.of(
            "natural_gradient_cg",
            "Natural gradient by CG",
            "The natural gradient without its matrix, by conjugate gradient.",
            "J. Martens, 2014, arXiv:1412.1193",
            rate(),
            damping(),
            cgSteps()));
  }

  private static Optimizer<?> empiricalFisher() {
    return new MatrixDescent(
        About.of(
            "empirical_fisher",
            "Empirical Fisher descent",
            "Takes the data's labels where the Fisher matrix takes the model's.",
            KUNSTNER,
            rate(),
            damping()),
        "\\tilde F",
        FiniteSum.class,
        (f, x, h, step) -> Needs.terms("empirical_fisher", f).gradientSecondMoment(x));
  }

  private static Optimizer<?> diagonalFisher() {
    return new DiagonalDescent(
        About.of(
            "diagonal_fisher",
            "Diagonal Fisher",
            "Keeps only the diagonal of the Fisher matrix.",
            "R. Pascanu, Y. Bengio, 2013, arXiv:1301.3584",
            rate(),
            damping()),
        "F",
        Probabilistic.class,
        (f, x) -> Needs.likelihood("diagonal_fisher", f).fisherDiagonal(x));
  }

  private static Optimizer<?> diagonalEmpiricalFisher() {
    return new DiagonalDescent(
        About.of(
            "diagonal_empirical_fisher",
            "Diagonal empirical Fisher",
            "Divides by the mean square of each coordinate's per-example gradients.",
            KUNSTNER,
            rate(),
            damping()),
        "\\tilde F",
        FiniteSum.class,
        SecondOrder::meanSquares);
  }

  private static double[] meanSquares(Objective f, double[] x) {
    double[][] gradients = Needs.terms("diagonal_empirical_fisher", f).termGradients(x);
    double[] mean = new double[x.length];
    for (double[] gradient : gradients) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += gradient[i] * gradient[i] / gradients.length;
      }
    }
    return mean;
  }

  private static Optimizer<?> gaussNewton() {
    return new MatrixDescent(
        About.of(
            "gauss_newton",
            "Gauss–Newton",
            "Newton's step with the curvature of a network that is linear in its weights.",
            "N. Schraudolph, 2002, doi:10.1162/08997660260028683",
            rate(),
            damping()),
        "G",
        Probabilistic.class,
        (f, x, h, step) -> products(Needs.likelihood("gauss_newton", f), x));
  }

  private static double[][] products(Probabilistic model, double[] x) {
    double[][] matrix = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double[] unit = new double[x.length];
      unit[i] = 1;
      matrix[i] = model.gaussNewtonTimes(x, unit);
    }
    return matrix;
  }

  private static Optimizer<?> hessianFree() {
    Hyperparameter adapt =
        Hyperparameter.onOff(
            "adapt", "adaptive damping", true, "Moves the damping by the reduction ratio.");
    return new HessianFree(
        About.of(
            "hessian_free",
            "Hessian-free",
            "Solves for the Gauss–Newton step by conjugate gradient, then backtracks.",
            "J. Martens, ICML 2010",
            rate(),
            Hyperparameter.amount(
                "damping", "damping", "λ", "\\lambda", 0.1, 10, "The first damping."),
            cgSteps(),
            adapt));
  }
}
