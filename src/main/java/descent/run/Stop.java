package descent.run;

import descent.optimizer.Hyperparameter;
import java.util.Locale;
import java.util.Map;

/**
 * Why a run ended.
 *
 * @param step the step at which the reason was seen
 * @param message a few sentences for the learner
 * @param offer hyperparameters, or keys of the query, that would have ended better; perhaps empty
 */
public record Stop(Reason reason, int step, String message, Map<String, Double> offer) {
  public Stop {
    offer = Map.copyOf(offer);
  }

  Stop(Reason reason, int step, String message) {
    this(reason, step, message, Map.of());
  }

  /** The same with a reason and the advice to choose {@code better}. */
  Stop with(String why, Hyperparameter choice, double better) {
    String advice = "%s %s Try %s = %s.";
    return new Stop(
        reason,
        step,
        advice.formatted(message, why, choice.symbol(), Numeral.of(better)),
        Map.of(choice.name(), better));
  }

  /** The message without what it offers. */
  public String plain() {
    int advice = message.lastIndexOf(" Try ");
    return offer.isEmpty() || advice < 0 ? message : message.substring(0, advice);
  }

  /** The kinds of end. */
  public enum Reason {
    /** The point has stood still where the gradient is zero to rounding. */
    CONVERGED,
    /** All steps that were asked for are made. */
    MAX_STEPS,
    /**
     * The loss or the point grew past all bounds, or is no number; the last finite point is kept.
     */
    DIVERGED,
    /** The optimizer finds no step, as where a matrix that it has to invert is singular. */
    STUCK,
    /** The time limit was reached. */
    BUDGET,
    /** The reader left. */
    CANCELLED;

    /** On the wire: snake case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
