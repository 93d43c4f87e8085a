package descent.bench;

import descent.run.Catalog;
import java.util.ArrayList;
import java.util.List;

/** Every figure that can be taken. */
public final class Bench {
  private Bench() {}

  /**
   * All benchmarks, in the order in which they are printed.
   *
   * @param threads workers of a sweep
   */
  public static List<Benchmark> all(int threads) {
    Catalog catalog = Catalog.standard();
    List<Benchmark> all = new ArrayList<>(new RunBenchmarks(catalog).all());
    all.addAll(new SweepBenchmarks(catalog, threads).all());
    return List.copyOf(all);
  }
}
