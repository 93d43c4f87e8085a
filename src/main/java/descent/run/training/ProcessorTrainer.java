package descent.run.training;

import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.model.Scores;
import descent.model.ShardedBatch;
import descent.optimizer.Hyperparameters;
import descent.optimizer.WeightStepper;

/** Trains on the kernels of an algebra by some threads, one step after the other. */
final class ProcessorTrainer implements Trainer {
  private final TrainingSpec spec;
  private final BlockVector weights;
  private final BlockVector gradient;
  private final ShardedBatch batch;
  private final WeightStepper stepper;
  private final Scores train;
  private final Scores held;

  ProcessorTrainer(TrainingSpec spec, DenseAlgebra algebra, int threads) {
    this.spec = spec;
    weights = spec.network().initial(spec.seed(), algebra.precision());
    gradient = weights.zeros();
    batch = new ShardedBatch(spec.network(), algebra, spec.batch(), threads);
    stepper = WeightStepper.of(spec.entrant().optimizer());
    train = new Scores(spec.network(), Trainer.measured(spec.train()), algebra, threads);
    held =
        spec.held() == spec.train()
            ? train
            : new Scores(spec.network(), Trainer.measured(spec.held()), algebra, threads);
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public double[] steps(int[] rows, Hyperparameters hyperparameters) {
    batch.load(spec.train(), rows);
    return new double[] {stepper.step(batch, weights, gradient, hyperparameters)};
  }

  @Override
  public double gradientNorm() {
    return gradient.norm();
  }

  @Override
  public Scores.Score train() {
    return train.of(weights);
  }

  @Override
  public Scores.Score held() {
    return held.of(weights);
  }

  @Override
  public void close() {}
}
