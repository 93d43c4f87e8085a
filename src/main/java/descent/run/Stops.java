package descent.run;

import descent.objective.Evaluation;
import descent.optimizer.Hyperparameter;
import descent.optimizer.Hyperparameters;
import descent.optimizer.Optimizer;
import descent.run.Stop.Reason;
import java.util.Map;
import java.util.Optional;

/** The sentences that a learner reads when a run ends. */
public final class Stops {
  private Stops() {}

  static Stop done(Optimizer<?> optimizer, int step, Evaluation at) {
    return new Stop(
        Reason.MAX_STEPS,
        step,
        "%s made all %s. Its loss is %s."
            .formatted(optimizer.title(), steps(step), Numeral.of(at.value())));
  }

  /** All steps of a training are made. */
  public static Stop trained(Optimizer<?> optimizer, int step) {
    return new Stop(
        Reason.MAX_STEPS, step, "%s made all %s.".formatted(optimizer.title(), steps(step)));
  }

  static Stop converged(Optimizer<?> optimizer, int step, Evaluation at) {
    return new Stop(
        Reason.CONVERGED,
        step,
        "%s stands still since step %d, where the gradient is zero to rounding. Its loss is %s."
            .formatted(optimizer.title(), step, Numeral.of(at.value())));
  }

  /** The size of a loss, some orders above that of the start, from which on a run has diverged. */
  public static double largest(double start) {
    double orders = Math.ceil(Math.log10(Math.max(1e6, Math.abs(start))));
    return Math.pow(10, orders + 6);
  }

  static Stop loss(Optimizer<?> optimizer, int step, double value, double largest) {
    String size = Numeral.of(largest);
    return diverged(
        optimizer,
        step,
        value > 0
            ? "Its loss passed %s.".formatted(size)
            : "Its loss fell below −%s: there is no lowest point on this way.".formatted(size));
  }

  static Stop path(Optimizer<?> optimizer, int step, double largest) {
    return diverged(optimizer, step, "It went further than %s.".formatted(Numeral.of(largest)));
  }

  /** The loss or its gradient is no number. */
  static Stop notFinite(Optimizer<?> optimizer, int step) {
    return diverged(optimizer, step, "There the loss or its gradient is not a finite number.");
  }

  /** The loss of a training is no number, or above {@code largest}; what would hold the step. */
  public static Stop diverged(
      Optimizer<?> optimizer, int step, double loss, double largest, Hyperparameters now) {
    Stop stop =
        Double.isFinite(loss) ? loss(optimizer, step, loss, largest) : notFinite(optimizer, step);
    Optional<Hyperparameter> damping = named(optimizer, "damping");
    if (damping.isPresent() && now.get("damping") < damping.get().initial()) {
      String why =
          "The damping λ = %s is small: where the curvature vanishes, a step has no bound.";
      return stop.with(
          why.formatted(Numeral.of(now.get("damping"))), damping.get(), damping.get().initial());
    }
    return named(optimizer, "learning_rate")
        .map(rate -> stop.with("A smaller learning rate may help.", rate, smaller(rate, now)))
        .orElse(stop);
  }

  private static double smaller(Hyperparameter rate, Hyperparameters now) {
    return Math.min(rate.initial(), now.get(rate.name()) / 2);
  }

  private static Optional<Hyperparameter> named(Optimizer<?> optimizer, String name) {
    return optimizer.hyperparameters().stream().filter(h -> h.name().equals(name)).findFirst();
  }

  /** The optimizer finds no step. */
  public static Stop stuck(Optimizer<?> optimizer, int step, String why) {
    return new Stop(
        Reason.STUCK, step, "%s stopped at step %d. %s".formatted(optimizer.title(), step, why));
  }

  private static Stop diverged(Optimizer<?> optimizer, int step, String why) {
    return new Stop(
        Reason.DIVERGED,
        step,
        "%s diverged at step %d. %s".formatted(optimizer.title(), step, why));
  }

  static Stop undefined(Optimizer<?> optimizer, Evaluation at) {
    String what = Double.isFinite(at.value()) ? "gradient" : "loss";
    return new Stop(
        Reason.DIVERGED,
        0,
        "%s cannot start: the %s is not a finite number at the start point. Move the start."
            .formatted(optimizer.title(), what));
  }

  /** The reader left. */
  public static Stop cancelled(int step) {
    return new Stop(
        Reason.CANCELLED, step, "Stopped at step %d. What was computed is kept.".formatted(step));
  }

  /** The time is up. */
  public static Stop budget(int step, long seconds) {
    double digit = Math.pow(10, Math.floor(Math.log10(Math.max(1, step))));
    double fewer = Math.floor(Math.max(1, step) / digit) * digit;
    return new Stop(
        Reason.BUDGET,
        step,
        "Stopped at step %d: it reached the %d s limit. Try fewer steps.".formatted(step, seconds),
        Map.of("steps", fewer));
  }

  private static String steps(int count) {
    return count == 1 ? "1 step" : count + " steps";
  }
}
