package descent.bench;

import java.util.function.DoubleSupplier;

/**
 * One figure.
 *
 * @param key names the work and the unit, snake case
 * @param meaning in one sentence
 * @param measure takes the figure; may take seconds
 */
public record Benchmark(String key, String meaning, DoubleSupplier measure) {}
