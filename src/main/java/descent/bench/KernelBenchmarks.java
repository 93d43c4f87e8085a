package descent.bench;

import descent.expr.Kernel;
import descent.optimizer.Optimizer;
import descent.optimizer.RuleOptimizer;
import descent.run.Catalog;
import descent.run.sweep.SweepSpec;
import descent.run.sweep.SweepStep;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Whether the step of a sweep runs on vectors: how many times slower it is over {@link #FEW} cells
 * at once, for which no machine has a loop of vectors, than over {@link #MANY}.
 */
final class KernelBenchmarks {
  /** A loop that stayed scalar gains 1.6 at most, by calls alone; with four lanes 4 or more. */
  static final double LEAST = 3;

  private static final int FEW = 3;
  private static final int MANY = 4095;
  private static final long PATIENCE = 10_000_000_000L;

  private final Catalog catalog;

  KernelBenchmarks(Catalog catalog) {
    this.catalog = catalog;
  }

  List<Benchmark> all() {
    Stream<Benchmark> rules =
        catalog.optimizers().all().stream()
            .filter(RuleOptimizer.class::isInstance)
            .map(o -> benchmark(o.name(), "a step of " + o.title(), rule(o)));
    SweepStep count = SweepStep.count(spec("gd"));
    return Stream.concat(
            rules, Stream.of(benchmark("count", "counting steps with a gradient", count)))
        .toList();
  }

  private static Benchmark benchmark(String name, String what, SweepStep step) {
    return new Benchmark(
        "kernel_%s_scalar_over_vector_ratio".formatted(name),
        "How much faster %s on Himmelblau is over many cells than over three at once."
            .formatted(what),
        () -> ratio(step),
        step.program().floats().isVector() ? LEAST : Double.NEGATIVE_INFINITY);
  }

  private SweepStep rule(Optimizer<?> optimizer) {
    return SweepStep.of(spec(optimizer.name())).orElseThrow();
  }

  private SweepSpec spec(String optimizer) {
    String query = "over=start&objective=himmelblau&resolution=2&steps=1&optimizer=" + optimizer;
    return SweepSpec.decode(QueryMap.of(query), catalog);
  }

  private static double ratio(SweepStep step) {
    return ratio(new Pass(step, FEW), new Pass(step, MANY));
  }

  /** Of the shortest times; until it is large, the compiler is given some seconds. */
  private static double ratio(Pass scalar, Pass vector) {
    double ratio = 0;
    for (long end = System.nanoTime() + PATIENCE; ratio < LEAST && System.nanoTime() < end; ) {
      for (int repeat = 0; repeat < 1_000; repeat++) {
        scalar.run();
        vector.run();
      }
      ratio = (double) scalar.shortest / vector.shortest;
    }
    return ratio;
  }

  /** One step of the same cells, always from the same numbers, by a kernel of its own. */
  private static final class Pass {
    private final Kernel<float[][]> kernel;
    private final SweepStep step;
    private final int size;
    private final float[][] initial;
    private final float[][] arrays;
    private long shortest = Long.MAX_VALUE;

    Pass(SweepStep step, int size) {
      this.step = step;
      this.size = size;
      kernel = step.program().floats();
      arrays = kernel.allocate(MANY);
      initial = kernel.allocate(MANY);
      SplittableRandom random = new SplittableRandom(0);
      for (float[] array : initial) {
        for (int i = 0; i < MANY; i++) {
          array[i] = (float) random.nextDouble(0.5, 1.5);
        }
      }
    }

    void run() {
      for (int a = 0; a < arrays.length; a++) {
        System.arraycopy(initial[a], 0, arrays[a], 0, MANY);
      }
      long begun = System.nanoTime();
      for (int from = 0; from < MANY; from += size) {
        kernel.run(arrays, step.scalars(), from, from + size);
      }
      shortest = Math.min(shortest, System.nanoTime() - begun);
    }
  }
}
