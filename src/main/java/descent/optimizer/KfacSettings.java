package descent.optimizer;

import descent.objective.FisherEstimate;
import java.util.List;

/** What K-FAC reads of its hyperparameters. */
public record KfacSettings(
    double learningRate,
    double momentum,
    double damping,
    boolean pi,
    boolean adapt,
    FisherEstimate estimate,
    double decay,
    int factorsEvery,
    int inverseEvery,
    double klClip,
    boolean quadratic,
    double part) {
  private static final int EAGER = 3;
  private static final int ADAPT_EVERY = 5;
  private static final double ADAPT_BY = Math.pow(0.95, ADAPT_EVERY);
  private static final double LEAST_DAMPING = 1e-7;
  private static final double MOST_DAMPING = 1e4;
  private static final List<FisherEstimate> ESTIMATES =
      List.of(
          FisherEstimate.SIGNS,
          FisherEstimate.SAMPLED,
          FisherEstimate.EXACT,
          FisherEstimate.EMPIRICAL);

  /** The settings that {@code h} says. */
  public static KfacSettings of(Hyperparameters h) {
    return new KfacSettings(
        h.get("learning_rate"),
        h.get("momentum"),
        h.get("damping"),
        h.get("pi") > 0,
        h.get("adapt") > 0,
        ESTIMATES.get((int) h.get("fisher")),
        h.get("decay"),
        (int) h.get("factors_every"),
        (int) h.get("inverse_every"),
        h.get("kl_clip"),
        h.get("quadratic") > 0,
        h.get("part"));
  }

  /** Whether the factors are averaged anew in this step, from 1; the first few are eager. */
  public boolean averagesIn(int step) {
    return step <= EAGER || step % factorsEvery == 0;
  }

  /** Whether the factors are inverted anew in this step, from 1; the first few are eager. */
  public boolean invertsIn(int step) {
    return step <= EAGER || step % inverseEvery == 0;
  }

  /** How many rows of a batch the curvature is taken from, at least one. */
  public int rowsOf(int batch) {
    return (int) Math.ceil(part * batch);
  }

  /** Whether the damping adapts after this many steps. */
  public boolean adaptsAfter(int steps) {
    return adapt && steps % ADAPT_EVERY == 0;
  }

  /** Levenberg–Marquardt: less damping where the quadratic model was right, more where wrong. */
  public static double adapted(double damping, double ratio) {
    double next = damping;
    if (ratio > 0.75) {
      next *= ADAPT_BY;
    } else if (!(ratio >= 0.25)) {
      next /= ADAPT_BY;
    }
    return Math.max(LEAST_DAMPING, Math.min(MOST_DAMPING, next));
  }

  /** The hyperparameters, in the order of the menu. */
  static Hyperparameter[] hyperparameters() {
    return new Hyperparameter[] {
      Hyperparameter.learningRate(1, "How much of the preconditioned gradient one step goes."),
      Hyperparameter.decay(
          "momentum", "momentum", "β", "\\beta", 0.5, "How much of the last step is repeated."),
      Hyperparameter.positive(
          "damping",
          "damping",
          "λ",
          "\\lambda",
          0.03,
          1e-6,
          10,
          "What is added to the curvature; the first value if it adapts."),
      Hyperparameter.onOff(
          "pi", "π correction", true, "Shares the damping between both factors by their traces."),
      Hyperparameter.onOff(
          "adapt", "adaptive damping", true, "Moves the damping by the reduction ratio."),
      Hyperparameter.choice(
          "fisher",
          "Fisher matrix",
          List.of("signs", "sampled", "exact", "empirical"),
          "Where the labels in the factors come from."),
      Hyperparameter.decay(
          "decay",
          "factor decay",
          "ρ",
          "\\rho",
          0.95,
          "How slowly the averages of A and G forget."),
      Hyperparameter.count(
          "factors_every", "factors every", "T", 5, 50, "Steps between new factors."),
      Hyperparameter.count(
          "inverse_every", "inverses every", "T", 20, 200, "Steps between new inverses."),
      Hyperparameter.amount(
          "kl_clip",
          "KL clip",
          "κ",
          "\\kappa",
          0.01,
          1,
          "The most that one step may change the predictions; 0 is no limit."),
      Hyperparameter.onOff(
          "quadratic",
          "quadratic model",
          false,
          "Fits step length and momentum to the exact Fisher matrix on the batch."),
      Hyperparameter.positive(
          "part",
          "part of the batch",
          "p",
          "p",
          1,
          0.05,
          1,
          "The share of the batch from which curvature is taken.")
    };
  }
}
