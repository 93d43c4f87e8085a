package descent.run.training;

import descent.model.Scores;

/**
 * What is shown of a training at one step.
 *
 * @param step updates made so far; 0 is the start
 * @param examples seen so far, repetitions counted
 * @param batchLoss of the last batch before its update; NaN at the start
 * @param gradientNorm of that batch's gradient; NaN at the start
 * @param train the score on what it learns from
 * @param held the score on what it is only measured on
 */
public record TrainingFrame(
    int step,
    long examples,
    double batchLoss,
    double gradientNorm,
    Scores.Score train,
    Scores.Score held) {

  /** The mean loss on what it learns from. */
  public double loss() {
    return train.loss();
  }

  /** The share of right classes there; NaN without classes. */
  public double accuracy() {
    return train.accuracy();
  }

  /** The mean loss on what is held out. */
  public double heldLoss() {
    return held.loss();
  }

  /** The share of right classes there; NaN without classes. */
  public double heldAccuracy() {
    return held.accuracy();
  }
}
