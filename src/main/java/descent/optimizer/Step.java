package descent.optimizer;

/**
 * Where one update leads.
 *
 * @param x the new point, n coordinates; never written
 * @param state what is remembered for the next step
 * @param inner one row of n numbers for each of {@link Optimizer#quantities}; never written
 */
public record Step<S>(double[] x, S state, double[][] inner) {}
