package descent.bench;

import descent.device.Devices;
import descent.run.Catalog;
import descent.run.sweep.Cells;
import descent.run.sweep.SweepService;
import descent.run.sweep.SweepSpec;
import java.util.Arrays;
import java.util.List;

/** Basin maps of 512 × 512 starts and 200 steps, each with a learning rate of its own. */
final class SweepBenchmarks {
  static final String TYPED = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
  private static final String MOMENTUM = "momentum(learning_rate=%s,momentum=0.9)";
  private static final String ADAM = "adam(learning_rate=%s)";

  private static final int CANCELLED = 9;
  private static final long WATCHED = 50_000_000;

  private final Catalog catalog;
  private final int threads;

  SweepBenchmarks(Catalog catalog, int threads) {
    this.catalog = catalog;
    this.threads = threads;
  }

  List<Benchmark> all() {
    return List.of(
        new Benchmark(
            "sweep_first_picture_ms",
            "The first, coarsest picture of a formula that was never seen before.",
            this::firstPicture),
        new Benchmark(
            "sweep_cancel_ms",
            "From nobody watching a long sweep until its workers are free.",
            this::cancel),
        basin("basin_himmelblau_512_200_named_ms", momentum("himmelblau")),
        basin("basin_himmelblau_512_200_typed_ms", momentum(TYPED)),
        basin("basin_himmelblau_512_200_adam_named_ms", adam("himmelblau")),
        basin("basin_himmelblau_512_200_adam_typed_ms", adam(TYPED)));
  }

  static Basin momentum(String objective) {
    return new Basin(objective, MOMENTUM, 0.001);
  }

  static Basin adam(String objective) {
    return new Basin(objective, ADAM, 0.05);
  }

  /** A map of 512 × 512 starts and 200 steps. */
  record Basin(String objective, String optimizer, double rate) {

    /** Each repeat has a learning rate of its own, so that none is known. */
    Cells map(Catalog catalog, SweepService service, int repeat) {
      String query =
          "over=start&box=-5,5,-5,5&resolution=512&steps=200&objective=%s&optimizer=%s"
              .formatted(objective, optimizer.formatted(rate * (1 + repeat * 1e-6)));
      SweepSpec spec = SweepSpec.decode(QueryMap.of(query), catalog);
      return service.cells(spec, () -> true).orElseThrow();
    }
  }

  private Benchmark basin(String key, Basin basin) {
    return new Benchmark(
        key,
        "Where and how fast each of 512 × 512 starts ends: %s, %s."
            .formatted(basin.objective(), basin.optimizer().formatted(basin.rate())),
        () -> measure(basin));
  }

  private double measure(Basin basin) {
    try (SweepService service = new SweepService(catalog, threads, new Devices())) {
      return Stopwatch.milliseconds(repeat -> basin.map(catalog, service, repeat));
    }
  }

  /** The worker that a tiny sweep needs is free once the long one has stopped. */
  private double cancel() {
    try (SweepService service = new SweepService(catalog, 1, new Devices())) {
      double[] times = new double[CANCELLED];
      for (int i = 0; i < CANCELLED; i++) {
        double rate = 0.001 * (1 + i * 1e-6);
        long begun = System.nanoTime();
        long[] left = {0};
        service.cells(spec(512, 750, rate), () -> (left[0] = System.nanoTime()) - begun < WATCHED);
        service.cells(spec(2, 1, rate), () -> true).orElseThrow();
        times[i] = (System.nanoTime() - left[0]) / 1e6;
      }
      Arrays.sort(times);
      return times[CANCELLED / 2];
    }
  }

  private SweepSpec spec(int resolution, int steps, double rate) {
    return SweepSpec.decode(
        QueryMap.of(
            "over=start&objective=himmelblau&resolution=%d&steps=%d&optimizer=%s"
                .formatted(resolution, steps, ADAM.formatted(rate))),
        catalog);
  }

  private double firstPicture() {
    try (SweepService service = new SweepService(catalog, threads, new Devices())) {
      int coarsest = SweepService.resolutions(512).get(0);
      return Stopwatch.milliseconds(
          repeat -> {
            String query =
                "over=start&box=-5,5,-5,5&resolution=512&steps=200&objective=%s&optimizer=%s"
                    .formatted(TYPED.replace("11", (11 + repeat) + ".5"), "adam");
            SweepSpec spec = SweepSpec.decode(QueryMap.of(query), catalog);
            service.cells(spec.at(coarsest), () -> true).orElseThrow();
          });
    }
  }
}
