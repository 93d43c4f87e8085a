package descent.content.exhibit;

import descent.content.exhibit.Setting.Scale;
import descent.content.exhibit.Setting.Seed;
import descent.content.exhibit.Setting.Slide;
import descent.linalg.Activation;
import descent.linalg.Algebras;
import descent.model.Digits;
import descent.model.Likelihood;
import descent.model.Network;
import descent.model.NetworkObjective;
import descent.model.TermGradients;
import descent.optimizer.Optimizer;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Optimizers;
import descent.optimizer.Step;
import descent.run.Cache;
import descent.run.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * {@code ```{moments}}: Adam's v̂ beside the diagonals of the Fisher information and of the
 * empirical Fisher, while a softmax regression learns digits.
 *
 * @param batch how many examples each gradient is the mean of
 * @param step after how many steps the weights are compared
 * @param kept the trainings, by batch and seed
 */
public record MomentsExhibit(
    int batch,
    int step,
    long seed,
    Supplier<Algebras> algebras,
    Cache<String, List<MomentsExhibit.Moment>> kept)
    implements Exhibit {
  static final int EXAMPLES = 300;
  static final int[] STEPS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
  private static final int MOST = STEPS[STEPS.length - 1];
  private static final String ADAM = "adam(learning_rate=0.01)";

  /**
   * The three diagonals after a number of steps, one number a weight; never written.
   *
   * @param adam v̂
   * @param fisher of labels from the model
   * @param empirical of the labels of the data
   */
  record Moment(int step, double[] adam, double[] fisher, double[] empirical) {}

  /** Batches of ten, after a hundred steps. */
  public static MomentsExhibit plain(Supplier<Algebras> algebras) {
    return new MomentsExhibit(10, 100, 0, algebras, new Cache<>(16));
  }

  @Override
  public String name() {
    return "moments";
  }

  @Override
  public String doc() {
    return """
    Trains a softmax regression on 300 digits by Adam with batches of `batch` examples, and \
    compares its bias-corrected second moment, weight by weight after about `step` steps and as a \
    whole along the training, with the diagonals of the Fisher information and of the empirical \
    Fisher at the same weights.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{moments}
    id: average
    batch: 10
    step: 100
    alt: A cloud of points below the diagonal, two falling curves of a cosine and two of a size.
    ```
    """;
  }

  @Override
  public MomentsExhibit with(Query query) {
    return new MomentsExhibit(
        (int) query.whole("batch", batch, 1, EXAMPLES),
        (int) query.whole("step", step, 1, MOST),
        query.whole("seed", seed, 0, Integer.MAX_VALUE),
        algebras,
        kept);
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Slide("batch", "Batch", batch, 1, EXAMPLES, Scale.INTEGER_LOG),
        new Slide("step", "Step", step, 1, MOST, Scale.INTEGER_LOG),
        new Seed("seed", seed));
  }

  @Override
  public int columns() {
    return 3;
  }

  /** What the training had after each of {@link #STEPS}. */
  List<Moment> moments() {
    return kept.computeIfAbsent(batch + " " + seed, key -> train(new Optimizers().parse(ADAM)));
  }

  /** The last of them that is not after the step. */
  Moment now() {
    return moments().stream()
        .filter(moment -> moment.step() <= step)
        .reduce((before, after) -> after)
        .orElseThrow();
  }

  private List<Moment> train(OptimizerSpec adam) {
    return train(adam, adam.optimizer());
  }

  private <S> List<Moment> train(OptimizerSpec adam, Optimizer<S> optimizer) {
    Network softmax =
        new Network(List.of(64, 10), Activation.TANH, new Likelihood.Categorical(), false, false);
    var algebra = algebras.get().fastDouble();
    var objective = new NetworkObjective(softmax, Digits.load().first(EXAMPLES), algebra);
    int row = row(optimizer);
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[softmax.parameters()];
    S state = optimizer.init(x, adam.hyperparameters());
    List<Moment> moments = new ArrayList<>();
    for (int t = 1; t <= MOST; t++) {
      var drawn = objective.batch(TermGradients.draw(EXAMPLES, batch, random));
      double[] before = x;
      Step<S> next = optimizer.update(drawn.at(x), state, adam.hyperparameters(), drawn);
      x = next.x();
      state = next.state();
      if (t == STEPS[moments.size()]) {
        double[] fisher = objective.fisherDiagonal(before);
        moments.add(new Moment(t, next.inner()[row], fisher, empirical(objective, before)));
      }
    }
    return moments;
  }

  private static int row(Optimizer<?> optimizer) {
    return optimizer.quantities().stream().map(q -> q.tex()).toList().indexOf("\\hat v");
  }

  /** The mean square of the gradients of single examples. */
  private static double[] empirical(NetworkObjective objective, double[] x) {
    double[] diagonal = new double[x.length];
    for (double[] gradient : objective.termGradients(x)) {
      for (int j = 0; j < diagonal.length; j++) {
        diagonal[j] += gradient[j] * gradient[j] / EXAMPLES;
      }
    }
    return diagonal;
  }

  @Override
  public Drawing draw(double width, String alternative) {
    return new MomentsPicture(this, width, alternative).drawing();
  }
}
