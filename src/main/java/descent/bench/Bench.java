package descent.bench;

import descent.device.Devices;
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
    all.addAll(new StoreBenchmarks().all());
    all.addAll(new SweepBenchmarks(catalog, threads).all());
    all.addAll(new KernelBenchmarks(catalog).all());
    all.addAll(new TrainingBenchmarks(catalog, threads).all());
    all.addAll(new KfacBenchmarks(catalog, threads).all());
    all.add(FirstFrame.benchmark(threads));
    all.add(PeakMemory.benchmark());
    return List.copyOf(all);
  }

  /**
   * What an OpenCL device does, in the order in which it is printed.
   *
   * @param id such as {@code opencl:0}
   */
  public static List<Benchmark> ofDevice(Devices devices, String id) {
    return new DeviceBenchmarks(Catalog.standard(), devices, id).all();
  }
}
