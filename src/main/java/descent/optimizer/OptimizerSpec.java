package descent.optimizer;

/**
 * An optimizer with its hyperparameters: one entrant of a run.
 *
 * <p>{@link #wire} and {@link Optimizers#parse} are inverse.
 */
public record OptimizerSpec(Optimizer<?> optimizer, Hyperparameters hyperparameters) {
  /** {@code name(hyperparameter=value,…)} with every value written out. */
  public String wire() {
    return optimizer.wire(hyperparameters);
  }

  /** The update rule as TeX, without what the hyperparameters switch off. */
  public String tex() {
    return optimizer.tex(hyperparameters);
  }

  /**
   * The same with one hyperparameter as {@code word} writes it.
   *
   * @throws IllegalArgumentException if the optimizer has none of that name, or not with that value
   */
  public OptimizerSpec with(String name, String word) {
    double value =
        Hyperparameters.named(optimizer.name(), optimizer.hyperparameters(), name).read(word);
    return new OptimizerSpec(optimizer, hyperparameters.with(name, value));
  }
}
