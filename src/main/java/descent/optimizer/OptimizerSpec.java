package descent.optimizer;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * An optimizer with its hyperparameters: one entrant of a run.
 *
 * <p>{@link #wire} and {@link Optimizers#parse} are inverse.
 */
public record OptimizerSpec(Optimizer<?> optimizer, Hyperparameters hyperparameters) {
  /** {@code name(hyperparameter=value,…)} with every value written out. */
  public String wire() {
    return hyperparameters.asMap().entrySet().stream()
        .map(OptimizerSpec::pair)
        .collect(Collectors.joining(",", optimizer.name() + "(", ")"));
  }

  private static String pair(Map.Entry<String, Double> entry) {
    double value = entry.getValue();
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return entry.getKey() + "=" + (whole ? Long.toString((long) value) : Double.toString(value));
  }
}
