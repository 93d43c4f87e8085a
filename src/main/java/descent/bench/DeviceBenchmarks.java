package descent.bench;

import descent.device.Card;
import descent.device.CardNetwork;
import descent.device.Devices;
import descent.device.Points;
import descent.device.Points.Phase;
import descent.device.Trials;
import descent.expr.Expr;
import descent.expr.Program;
import descent.linalg.Algebras;
import descent.linalg.Precision;
import descent.model.Dataset;
import descent.model.Network;
import descent.objective.Formula;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Rule;
import descent.optimizer.RuleOptimizer;
import descent.optimizer.RuleScalars;
import descent.run.Catalog;
import descent.run.sweep.SweepService;
import descent.run.sweep.SweepSpec;
import descent.run.training.Curve;
import descent.run.training.Moment;
import descent.run.training.TrainCatalog;
import descent.run.training.TrainService;
import descent.run.training.TrainSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** What an OpenCL device does: rates, sweeps, products and training steps. */
final class DeviceBenchmarks {
  private static final int STEPS = 16;
  private static final int SIDE = 4096;

  /** Steps between two inversions of K-FAC's factors. */
  private static final int CYCLE = 20;

  private final Catalog catalog;
  private final Devices devices;
  private final String id;

  DeviceBenchmarks(Catalog catalog, Devices devices, String id) {
    this.catalog = catalog;
    this.devices = devices;
    this.id = id;
  }

  private Card card() {
    return devices.card(id);
  }

  List<Benchmark> all() {
    return List.of(
        of("bandwidth_gb_s", "A copy in memory.", () -> devices.rates(id).bandwidth() / 1e9),
        of(
            "fp32_gflop_s",
            "Chains of multiplications and additions.",
            () -> devices.rates(id).operations() / 1e9),
        of("launch_us", "The smallest kernel, to its end.", () -> devices.rates(id).launch() * 1e6),
        of(
            "runs_himmelblau_512_200_momentum_ms",
            "512 × 512 runs of 200 steps, from their starts to their ends in this program's"
                + " memory.",
            this::runs),
        sweep("basin_himmelblau_512_200_named_ms", "momentum(learning_rate=%s,momentum=0.9)"),
        sweep("basin_himmelblau_512_200_adam_named_ms", "adam(learning_rate=%s)"),
        of(
            "sgemm_4096_tiled_gflop_s",
            "A product through registers and local memory.",
            () -> product(true)),
        of(
            "sgemm_4096_naive_gflop_s",
            "The same product, one work item a number.",
            () -> product(false)),
        train(
            "mlp_784_128_10_b128_sgd_step_ms",
            TrainingBenchmarks.small(),
            128,
            "sgd(learning_rate=0.01)"),
        train(
            "mlp_784_128_10_b128_adam_step_ms",
            TrainingBenchmarks.small(),
            128,
            "adam(learning_rate=0.001)"),
        train(
            "autoencoder_b512_sgd_step_ms",
            Network.deepAutoencoder(),
            512,
            "sgd(learning_rate=0.01)"),
        train(
            "autoencoder_b512_adam_step_ms",
            Network.deepAutoencoder(),
            512,
            "adam(learning_rate=0.001)"),
        figure("digits_autoencoder_b512_momentum_step_ms", "momentum(learning_rate=0.001)"),
        figure("digits_autoencoder_b512_kfac_step_ms", "kfac(kl_clip=0.03,part=0.25)"));
  }

  private static Benchmark of(String key, String meaning, DoubleSupplier measure) {
    return new Benchmark("device_" + key, meaning, measure);
  }

  private double product(boolean tiled) {
    return 2e-9 * SIDE * SIDE * SIDE / Trials.of(card()).square(SIDE, tiled);
  }

  private double runs() {
    Formula f = catalog.problems().named("himmelblau").orElseThrow().objective();
    List<Program.Assignment> steps = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String x = f.variables().get(i);
      steps.add(new Program.Assignment("g_" + x, f.gradientExpressions().get(i)));
    }
    for (String x : f.variables()) {
      steps.add(new Program.Assignment("v_" + x, Expr.parse("beta*v_%s + g_%s".formatted(x, x))));
      steps.add(new Program.Assignment(x, Expr.parse("%s - eta*v_%s".formatted(x, x))));
    }
    Program step = new Program(List.of("x", "y", "v_x", "v_y"), List.of("eta", "beta"), steps);
    List<Phase> phases = List.of(new Phase(step, 1, new double[][] {{0.001, 0.9}}));
    double[] axis = IntStream.range(0, 512).mapToDouble(i -> (i + 0.5) / 51.2 - 5).toArray();
    float[] ends = new float[512 * 512];
    return Stopwatch.milliseconds(
        repeat -> {
          try (Points points =
              new Points(card(), descent.expr.Precision.SINGLE, phases, ends.length, 200)) {
            points.write("x", axis, 1);
            points.write("y", axis, 512);
            points.fill("v_x", 0);
            points.fill("v_y", 0);
            points.run(() -> false);
            points.read("x", ends);
            points.read("y", ends);
          }
        });
  }

  private Benchmark sweep(String key, String optimizer) {
    return of(key, "Where 512 × 512 starts end after 200 steps.", () -> sweep(optimizer));
  }

  private double sweep(String optimizer) {
    try (SweepService service = new SweepService(catalog, 2, devices)) {
      return Stopwatch.milliseconds(
          repeat -> {
            String query =
                "over=start&box=-5,5,-5,5&resolution=512&steps=200&objective=himmelblau&device=%s&optimizer=%s"
                    .formatted(id, optimizer.formatted(0.001 * (1 + repeat * 1e-6)));
            SweepSpec spec = SweepSpec.decode(QueryMap.of(query), catalog);
            String note = service.cells(spec, () -> true).orElseThrow().computed().note();
            if (!note.isEmpty()) {
              throw new IllegalStateException(note);
            }
          });
    }
  }

  private Benchmark train(String key, Network network, int batch, String wire) {
    return of(key, "One training step.", () -> train(network, batch, wire));
  }

  private double train(Network network, int batch, String wire) {
    OptimizerSpec spec = catalog.optimizers().parse(wire);
    Rule rule = ((RuleOptimizer) spec.optimizer()).rule(spec.hyperparameters());
    Program program = rule.program();
    Dataset data = TrainingBenchmarks.data(network);
    RuleScalars scalars = new RuleScalars();
    Map<String, Double> slots = new HashMap<>();
    rule.liveSlots()
        .forEach(s -> slots.put(s.name(), s.initial().value(spec.hyperparameters().asMap())));
    int[] rows = TrainingBenchmarks.rows(STEPS * batch, 0);
    try (CardNetwork trained =
        new CardNetwork(card(), network, network.initial(1, Precision.FLOAT), data, batch)) {
      double[][] shared = new double[STEPS][];
      return Stopwatch.milliseconds(
              repeat -> {
                for (int step = 0; step < STEPS; step++) {
                  shared[step] = scalars.next(rule, program, spec.hyperparameters());
                }
                trained.train(data, rows, program, slots, shared);
              })
          / STEPS;
    }
  }

  private Benchmark figure(String key, String optimizer) {
    return of(
        key,
        "A step of %s, 64-1000-500-250-30-250-500-1000-64, as a figure makes it."
            .formatted(optimizer),
        () -> figure(optimizer));
  }

  /** The first half, which compiles and warms up, does not count. */
  private double figure(String optimizer) {
    TrainCatalog trainings = TrainCatalog.standard(Algebras.onDemand(), devices);
    String query =
        "data=digits&task=reconstruct&hidden=1000,500,250,30,250,500,1000&batch=512&steps=%d&every=%d&device=%s&optimizer=%s"
            .formatted(2 * CYCLE, CYCLE, id, optimizer);
    TrainSpec spec = TrainSpec.decode(QueryMap.of(query), trainings);
    Curve curve = new TrainService(trainings, 1).result(spec).curves().get(0);
    List<Moment> moments = curve.moments();
    if (moments.size() < 3 || !curve.computed().note().isEmpty()) {
      throw new IllegalStateException(curve.stop() + " " + curve.computed().note());
    }
    return (moments.get(2).seconds() - moments.get(1).seconds()) / CYCLE * 1e3;
  }
}
