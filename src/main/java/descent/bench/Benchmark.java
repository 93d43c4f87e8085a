package descent.bench;

import java.util.function.DoubleSupplier;

/**
 * One figure.
 *
 * @param key names the work and the unit, snake case
 * @param meaning in one sentence
 * @param measure takes the figure; may take seconds
 * @param least under which something is broken, not slow; −∞ where nothing is
 */
public record Benchmark(String key, String meaning, DoubleSupplier measure, double least) {
  Benchmark(String key, String meaning, DoubleSupplier measure) {
    this(key, meaning, measure, Double.NEGATIVE_INFINITY);
  }
}
