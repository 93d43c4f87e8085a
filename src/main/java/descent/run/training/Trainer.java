package descent.run.training;

import descent.model.Dataset;
import descent.model.Scores;
import descent.optimizer.Hyperparameters;

/** A network in training, where it is computed; used by one thread. */
interface Trainer extends AutoCloseable {
  /** Of a large data set so many examples are measured. */
  int MEASURED = 2_500;

  /** What of {@code data} is measured. */
  static Dataset measured(Dataset data) {
    return data.size() <= MEASURED ? data : data.first(MEASURED);
  }

  /** The most steps that it takes at once. */
  int most();

  /**
   * Takes steps; what follows a loss that is not finite means nothing.
   *
   * @param rows of the data, one batch a step
   * @return each batch's mean loss before its step
   */
  double[] steps(int[] rows, Hyperparameters hyperparameters);

  /** The norm of the last batch's gradient. */
  double gradientNorm();

  /** The score on what is learned from. */
  Scores.Score train();

  /** The score on what is held out. */
  Scores.Score held();

  @Override
  void close();
}
