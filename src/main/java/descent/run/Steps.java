package descent.run;

import descent.objective.Evaluation;
import descent.objective.Objective;
import descent.optimizer.Hyperparameters;
import descent.optimizer.Optimizer;
import descent.optimizer.Step;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The frames of one run from its start to its {@link Stop}.
 *
 * <p>A run has diverged when the loss or its gradient is no finite number, when |f| is over 10¹²
 * (or over the next power of ten above 10⁶ |f(start)|, if that is more), or when ‖x‖ is over 10¹²
 * times max(1, ‖start‖). It has converged when three updates in a row left every bit of x as it was
 * and ‖∇f‖ is at most 10⁻⁸; nothing that a reader could see is cut off by that.
 *
 * @param <S> what the optimizer remembers
 */
public final class Steps<S> implements Iterator<Frame> {
  static final double HUGE = 1e12;
  private static final double FLAT = 1e-8;
  private static final int STILL = 3;
  private static final int CHECK_EVERY = 64;

  private final Objective objective;
  private final Optimizer<S> optimizer;
  private final Hyperparameters hyperparameters;
  private final int steps;
  private final int every;
  private final Budget budget;
  private final double largestValue;
  private final double largestNorm;

  private int step = -1;
  private Evaluation at;
  private S state;
  private Evaluation ahead;
  private double[][] inner = {};
  private int still;
  private Optional<Stop> stop = Optional.empty();

  Steps(
      Objective objective,
      Optimizer<S> optimizer,
      Hyperparameters hyperparameters,
      double[] start,
      int steps,
      int every,
      Budget budget) {
    this.objective = objective;
    this.optimizer = optimizer;
    this.hyperparameters = hyperparameters;
    this.steps = steps;
    this.every = every;
    this.budget = budget;
    state = optimizer.init(start, hyperparameters);
    ahead = objective.at(start);
    at = ahead;
    largestValue = Stops.largest(ahead.value());
    largestNorm = HUGE * Math.max(1, norm(start));
  }

  @Override
  public boolean hasNext() {
    return stop.isEmpty();
  }

  @Override
  public Frame next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the run stopped at step " + step);
    }
    do {
      advance();
    } while (stop.isEmpty() && step % every != 0);
    return new Frame(step, at.x(), at.value(), at.gradient(), at.gradientNorm(), inner);
  }

  /**
   * Why the run ended.
   *
   * @throws IllegalStateException if it has not ended yet
   */
  public Stop stop() {
    return stop.orElseThrow(() -> new IllegalStateException("the run goes on at step " + step));
  }

  private void advance() {
    step++;
    still = step > 0 && Arrays.equals(at.x(), ahead.x()) ? still + 1 : 0;
    at = ahead;
    if (!at.isFinite()) {
      inner = new double[0][];
      stop = Optional.of(Stops.undefined(optimizer, at));
      return;
    }
    Step<S> leaving = optimizer.update(at, state, hyperparameters, objective);
    inner = leaving.inner();
    stop = ended();
    if (stop.isEmpty()) {
      state = leaving.state();
      ahead = objective.at(leaving.x());
      if (!ahead.isFinite()) {
        stop = Optional.of(Stops.notFinite(optimizer, step + 1));
      }
    }
  }

  private Optional<Stop> ended() {
    if (Math.abs(at.value()) > largestValue) {
      return Optional.of(Stops.loss(optimizer, step, at.value(), largestValue));
    }
    if (norm(at.x()) > largestNorm) {
      return Optional.of(Stops.path(optimizer, step, largestNorm));
    }
    if (step >= steps) {
      return Optional.of(Stops.done(optimizer, step, at));
    }
    if (still >= STILL && at.gradientNorm() <= FLAT) {
      return Optional.of(Stops.converged(optimizer, step, at));
    }
    return step % CHECK_EVERY == CHECK_EVERY - 1 ? budget.check(step) : Optional.empty();
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double c : x) {
      sum += c * c;
    }
    return Math.sqrt(sum);
  }
}
