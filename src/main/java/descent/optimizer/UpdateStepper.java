package descent.optimizer;

import descent.linalg.BlockVector;
import descent.objective.Evaluation;
import descent.objective.Layered;
import descent.objective.LayeredBatch;
import java.util.Optional;

/** Any optimizer, by its pure updates on the coordinates of each batch's own objective. */
final class UpdateStepper<S> implements WeightStepper {
  private final Optimizer<S> optimizer;
  private Optional<S> state = Optional.empty();

  UpdateStepper(Optimizer<S> optimizer) {
    this.optimizer = optimizer;
  }

  @Override
  public double step(
      LayeredBatch batch, BlockVector weights, BlockVector gradient, Hyperparameters h) {
    Layered objective = batch.objective();
    Evaluation at = objective.at(objective.coordinates(weights));
    gradient.copy(objective.weights(at.gradient()));
    if (!Double.isFinite(at.value())) {
      return at.value();
    }
    S before = state.orElseGet(() -> optimizer.init(at.x(), h));
    Step<S> step = optimizer.update(at, before, h, objective);
    state = Optional.of(step.state());
    weights.copy(objective.weights(step.x()));
    return at.value();
  }
}
