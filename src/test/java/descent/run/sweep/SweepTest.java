package descent.run.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import descent.device.Devices;
import descent.optimizer.Optimizer;
import descent.optimizer.OptimizerSpec;
import descent.run.BadQuery;
import descent.run.Budget;
import descent.run.Catalog;
import descent.run.Curvature;
import descent.run.Frame;
import descent.run.Queries;
import descent.run.Run;
import descent.run.RunService;
import descent.run.RunSpec;
import descent.run.Steps;
import descent.run.Stop;
import descent.run.Theory;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
  private static final Catalog CATALOG = Catalog.standard();
  private static final SweepService SERVICE = new SweepService(CATALOG, 2, new Devices());

  @AfterAll
  static void close() {
    SERVICE.close();
  }

  private static SweepSpec spec(String query) {
    return SweepSpec.decode(Queries.parse(query), CATALOG);
  }

  private static Cells cells(String query) {
    return SERVICE.cells(spec(query), () -> true).orElseThrow();
  }

  @Test
  void a_basin_map_finds_the_four_minima_of_himmelblau() {
    Cells cells =
        cells(
            "objective=himmelblau&optimizer=gd(learning_rate=0.01)&over=start"
                + "&box=-5,5,-5,5&resolution=32&steps=300");
    assertThat(cells.basins()).hasSize(4);
    int[] count = new int[4];
    for (byte kind : cells.kind()) {
      assertThat((int) kind).isBetween(0, 3);
      count[kind]++;
    }
    assertThat(java.util.stream.IntStream.of(count)).allMatch(c -> c > 50);
    int nearest = 27 * 32 + 25;
    double[] minimum = cells.basins().get(cells.kind()[nearest]).x();
    assertThat(minimum[0]).isCloseTo(3, within(1e-9));
    assertThat(cells.value()[nearest]).isBetween(1f, 299f);
  }

  @Test
  void a_band_holds_the_middle_half_of_runs_with_other_noise() {
    String common = "objective=quadratic&start=-9,1.2&steps=40&noise=2";
    Cells cells =
        cells(common + "&optimizer=gd&over=learning_rate&box=0.001,0.08,0,1&resolution=9&seeds=5");
    RunService runs = new RunService(CATALOG);
    int diverged = 0;
    for (int i = 0; i < 9; i++) {
      double rate = cells.spec().axes().get(0).centre(i, 9);
      double[] losses = new double[5];
      for (int seed = 0; seed < 5; seed++) {
        String query = common + "&optimizer=gd(learning_rate=%s)&seed=%d".formatted(rate, seed);
        RunSpec spec = RunSpec.decode(Queries.parse(query), CATALOG);
        losses[seed] = runs.result(spec).paths().get(0).last().value();
      }
      java.util.Arrays.sort(losses);
      if (cells.kind()[i] == Cells.DIVERGED) {
        assertThat(losses[2]).isGreaterThan(1e9);
        diverged++;
      } else {
        assertThat(cells.value()[i]).isEqualTo((float) losses[2]);
        assertThat(cells.band().orElseThrow().low()[i]).isEqualTo((float) losses[1]);
        assertThat(cells.band().orElseThrow().high()[i]).isEqualTo((float) losses[3]);
      }
    }
    assertThat(diverged).isBetween(1, 8);
  }

  @Test
  void noise_elsewhere_than_over_one_hyperparameter_is_refused() {
    assertThatThrownBy(() -> spec("objective=quadratic&optimizer=gd&over=start&noise=1"))
        .hasMessageContaining("one hyperparameter");
  }

  @Test
  void a_creeping_run_ends_in_no_basin() {
    Cells cells =
        cells(
            "objective=rosenbrock&optimizer=momentum(learning_rate=0.001)&over=start"
                + "&resolution=64&steps=200");
    assertThat(cells.basins()).hasSize(1);
    assertThat(cells.kind()).contains((byte) 0, Cells.UNSETTLED);
  }

  @Test
  void minima_of_a_typed_formula_are_found_where_runs_end() {
    Cells cells =
        cells(
            "objective=(x%5E2-1)%5E2&optimizer=gd(learning_rate=0.05)&over=start"
                + "&box=-2,2,-1,1&resolution=64&steps=400");
    assertThat(cells.rows()).isEqualTo(1);
    assertThat(cells.basins()).extracting(b -> Math.round(b.x()[0])).containsExactly(-1L, 1L);
    for (int i = 0; i < 64; i++) {
      assertThat(cells.kind()[i]).isEqualTo((byte) (i < 32 ? 0 : 1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "objective=plateau&optimizer=gd(learning_rate=0.05)|2",
        "objective=plateau&optimizer=adam(learning_rate=0.1)|2",
        "objective=(x%5E2%2By%5E2-1)%5E2&optimizer=gd(learning_rate=0.02)|1",
        "objective=(x-y)%5E2&optimizer=gd(learning_rate=0.1)|1",
        "objective=(x%5E2-1)%5E2%2By%5E2&box=-30,30,-30,30&optimizer=adam(learning_rate=0.5)|2",
      })
  void connected_minima_are_one_basin_and_others_are_not(String line) {
    String[] parts = line.split("\\|");
    Cells cells = cells(parts[0] + "&resolution=48&steps=1000");
    assertThat(cells.basins()).hasSize(Integer.parseInt(parts[1]));
    long settled = IntStream.range(0, 48 * 48).filter(i -> cells.kind()[i] >= 0).count();
    assertThat(settled).isGreaterThan(48 * 48 * 95 / 100);
  }

  @Test
  void steps_with_seeds_are_counted_as_what_they_are() {
    String query =
        "objective=booth&optimizer=gd&over=learning_rate&noise=1&seeds=64&resolution=512&steps=%d";
    assertThatThrownBy(() -> spec(query.formatted(1000)))
        .hasMessageContaining("512 cells of 1,000 steps with 64 seeds are 32,768,000 updates")
        .hasMessageContaining("at 1,000 steps with 64 seeds, resolution 62.");
    assertThat(spec(query.formatted(122)).resolution()).isEqualTo(512);
  }

  @Test
  void every_cell_is_the_run_that_it_stands_for() {
    int compared = 0;
    for (Optimizer<?> optimizer : CATALOG.optimizers().all()) {
      for (String objective : new String[] {"quadratic", "himmelblau", "x%5E2%2B10*sin(x)"}) {
        if (optimizer.hyperparameters().stream().noneMatch(h -> h.name().equals("learning_rate"))) {
          continue;
        }
        String query =
            "objective=%s&optimizer=%s&over=learning_rate&box=1e-4,0.05,0,1&resolution=7&steps=60"
                .formatted(objective, optimizer.name());
        SweepSpec spec = spec(query);
        Cells cells = SERVICE.cells(spec, () -> true).orElseThrow();
        for (int i = 0; i < 7; i++) {
          Steps<?> run = run(spec, i);
          Frame last = last(run);
          if (run.stop().reason() == Stop.Reason.DIVERGED) {
            assertThat(cells.value()[i])
                .as(query + " cell " + i)
                .matches(v -> !(Math.abs(v) < 1e6));
          } else {
            assertThat((double) cells.value()[i])
                .as("%s cell %d", query, i)
                .isCloseTo(last.value(), within(1e-6 * Math.max(1, Math.abs(last.value()))));
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  private static Steps<?> run(SweepSpec spec, int column) {
    Axis axis = spec.axes().get(0);
    OptimizerSpec entrant = spec.entrant();
    OptimizerSpec varied =
        new OptimizerSpec(
            entrant.optimizer(),
            entrant.hyperparameters().with(axis.name(), axis.centre(column, spec.columns())));
    return Run.of(
            spec.problem().objective(), spec.start(), spec.steps(), 1, varied, Budget.UNLIMITED)
        .iterator();
  }

  private static Frame last(Steps<?> run) {
    Frame frame = run.next();
    while (run.hasNext()) {
      frame = run.next();
    }
    return frame;
  }

  @Test
  void starts_in_single_precision_end_where_double_runs_end() {
    for (Optimizer<?> optimizer : CATALOG.optimizers().all()) {
      if (!(optimizer instanceof descent.optimizer.RuleOptimizer)) {
        continue;
      }
      SweepSpec spec =
          spec(
              "objective=booth&over=start&measure=loss&resolution=5&steps=40&optimizer="
                  + optimizer.name());
      Cells cells = SERVICE.cells(spec, () -> true).orElseThrow();
      for (int cell = 0; cell < 25; cell++) {
        double[] start = {
          spec.axes().get(0).centre(cell % 5, 5), spec.axes().get(1).centre(cell / 5, 5)
        };
        Frame last =
            last(
                Run.of(spec.problem().objective(), start, 40, 1, spec.entrant(), Budget.UNLIMITED)
                    .iterator());
        assertThat((double) cells.value()[cell])
            .as("%s from %s, %s", optimizer.name(), start[0], start[1])
            .isCloseTo(last.value(), within(2e-3 * Math.max(1, last.value())));
      }
    }
  }

  @Test
  void the_measured_rate_of_momentum_is_the_theoretical_one() {
    String query =
        "objective=quadratic&optimizer=momentum&over=learning_rate,momentum&scale=linear"
            + "&box=0,0.08,0,1&resolution=24&steps=2000&measure=";
    Cells measured = cells(query + "rate");
    Cells theory = cells(query + "theory");
    for (int i = 0; i < theory.value().length; i++) {
      float expected = theory.value()[i];
      if (expected > 1.01) {
        assertThat(measured.kind()[i]).as("cell %d", i).isEqualTo(Cells.DIVERGED);
      } else if (expected < 0.99) {
        assertThat(measured.kind()[i]).as("cell %d", i).isZero();
        assertThat(measured.value()[i]).as("cell %d", i).isCloseTo(expected, within(0.06f));
      }
    }
  }

  @Test
  void the_overlay_has_the_edge_and_the_best_pair() {
    SweepSpec spec =
        spec(
            "objective=quadratic&optimizer=momentum&over=learning_rate,momentum&scale=linear"
                + "&box=0,0.08,0,1&resolution=10");
    Overlay overlay = Overlay.of(spec).orElseThrow();
    assertThat(overlay.learningRate()).isCloseTo(0.0614042, within(1e-6));
    assertThat(overlay.momentum()).isCloseTo(0.5658068, within(1e-6));
    for (int row = 0; row < 10; row++) {
      double beta = (row + 0.5) / 10;
      assertThat(overlay.edge()[row]).isCloseTo((2 + 2 * beta) / 50, within(1e-12));
    }
    double best =
        new Theory(overlay.learningRate(), overlay.momentum(), false, 0)
            .rate(overlay.eigenvalues());
    assertThat(best).isCloseTo(overlay.rate(), within(1e-6));
  }

  @Test
  void theory_is_best_at_the_overlays_pair() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      double kappa = 1.5 + 100 * random.nextDouble();
      for (String name : new String[] {"momentum", "nesterov"}) {
        SweepSpec spec =
            spec(
                "objective=quadratic&param.kappa=%s&optimizer=%s&over=learning_rate,momentum&resolution=4"
                    .formatted(kappa, name));
        Overlay overlay = Overlay.of(spec).orElseThrow();
        double[] eigenvalues =
            Curvature.at(spec.problem().objective(), new double[] {0, 0})
                .orElseThrow()
                .eigenvalues();
        double rate = overlay.learningRate() * (1 + 0.1 * (random.nextDouble() - 0.5));
        double momentum = overlay.momentum() * (1 + 0.1 * (random.nextDouble() - 0.5));
        Theory other = new Theory(rate, momentum, name.equals("nesterov"), 0);
        assertThat(other.rate(eigenvalues))
            .as("seed %d %s", seed, name)
            .isGreaterThanOrEqualTo(overlay.rate() - 1e-9);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"momentum(momentum=0.9)", "momentum(momentum=0.3)", "nesterov", "gd"})
  void overTheLearningRateAloneTheBestIsThatOfTheMomentumAsItIs(String optimizer) {
    SweepSpec spec =
        spec("objective=rosenbrock&over=learning_rate&resolution=9&optimizer=" + optimizer);
    Overlay overlay = Overlay.of(spec).orElseThrow();
    Theory known = Theory.of(spec.entrant()).orElseThrow();
    assertThat(overlay.learningRate()).isBetween(0.0, overlay.edge()[0]);
    for (int k = 1; k < 400; k++) {
      double rate = overlay.edge()[0] * k / 400;
      Theory other = new Theory(rate, known.momentum(), known.nesterov(), 0);
      assertThat(other.rate(overlay.eigenvalues()))
          .as("learning rate %s", rate)
          .isGreaterThanOrEqualTo(overlay.rate() - 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "objective=himmelblau&optimizer=adam",
        "objective=x%5E2%2By%5E4&optimizer=lbfgs&box=-1,1,-2,2&resolution=8&steps=20",
        "objective=quadratic&param.kappa=9&optimizer=gd&over=learning_rate&measure=rate",
        "objective=quadratic&optimizer=momentum&over=momentum,learning_rate&scale=linear&measure=theory",
      })
  void a_canonical_query_decodes_to_itself(String query) {
    SweepSpec spec = spec(query);
    assertThat(spec(spec.query())).isEqualTo(spec);
    assertThat(spec(spec.query()).query()).isEqualTo(spec.query());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "objective=himmelblau&optimizer=gd&resolution=513|resolution|512",
        "objective=himmelblau&optimizer=gd&resolution=512&steps=100000|resolution|200,000,000",
        "objective=himmelblau&optimizer=lbfgs&resolution=512|resolution|resolution 141",
        "objective=himmelblau&optimizer=gd&optimizer=adam|optimizer|one optimizer",
        "objective=himmelblau&optimizer=gd&over=rate|over|learning_rate",
        "objective=himmelblau&optimizer=momentum&over=momentum,momentum|over|different",
        "objective=himmelblau&optimizer=gd&over=learning_rate&box=-1,1,0,1|box|above 0",
        "objective=himmelblau&optimizer=momentum&over=momentum&box=0,3,0,1|box|momentum",
        "objective=himmelblau&optimizer=gd&measure=rate|measure|basin, steps, loss",
        "objective=himmelblau&optimizer=adam&over=learning_rate&measure=theory|measure|momentum",
        "objective=x%2By&optimizer=gd&over=learning_rate&measure=theory|measure|curvature",
        "objective=x%2By%2Bz&optimizer=gd|over|three",
        "optimizer=gd|objective|Missing",
        "objective=himmelblau|optimizer|Missing",
      })
  void a_wrong_query_names_the_key_and_what_would_be_right(String line) {
    String[] parts = line.split("\\|");
    BadQuery bad = catchThrowableOfType(BadQuery.class, () -> spec(parts[0]));
    assertThat(bad).as(parts[0]).isNotNull();
    assertThat(bad.complaints().get(0).key()).as(bad.getMessage()).isEqualTo(parts[1]);
    assertThat(bad.getMessage()).contains(parts[2]);
  }

  @Test
  void equal_specifications_are_computed_once() {
    String query = "objective=booth&optimizer=gd&resolution=8&steps=10";
    assertThat(cells(query)).isSameAs(cells(query + "&over=start"));
  }

  @Test
  void optimizers_whose_rules_are_equal_keep_their_own_hyperparameters() {
    for (String name : new String[] {"gd", "adam", "adamw", "gd", "adamw", "adam", "nadam"}) {
      Cells cells =
          cells(
              "objective=booth&over=start&measure=loss&resolution=2&steps=3&optimizer="
                  + name
                  + "(weight_decay=0)");
      assertThat(cells.value()).as(name).doesNotContain(Float.NaN);
    }
  }

  @Test
  void a_whole_class_that_asks_the_same_shares_one_computation() {
    String query = "objective=beale&optimizer=adam&resolution=128&steps=300";
    List<Cells> answers =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> cells(query), task -> new Thread(task).start()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).allMatch(cells -> cells == answers.get(0));
  }

  @Test
  void another_goes_on_when_the_first_leaves() {
    SweepSpec spec = spec("objective=beale&optimizer=lbfgs&resolution=40&steps=100");
    AtomicInteger asked = new AtomicInteger();
    var first =
        CompletableFuture.supplyAsync(
            () -> SERVICE.cells(spec, () -> asked.incrementAndGet() < 2),
            task -> new Thread(task).start());
    var second =
        CompletableFuture.supplyAsync(
            () -> SERVICE.cells(spec, () -> true), task -> new Thread(task).start());
    assertThat(second.join()).isPresent();
    first.join();
  }

  @Test
  void nobody_watching_frees_the_workers() throws InterruptedException {
    try (SweepService service = new SweepService(CATALOG, 1, new Devices())) {
      AtomicInteger asked = new AtomicInteger();
      SweepSpec endless =
          spec("objective=rastrigin&optimizer=adam&over=start&resolution=400&steps=1200");
      assertThat(service.cells(endless, () -> asked.incrementAndGet() < 2)).isEmpty();
      CountDownLatch free = new CountDownLatch(1);
      SweepSpec short_ = spec("objective=booth&optimizer=gd&resolution=2&steps=1");
      Thread next =
          new Thread(
              () -> {
                service.cells(short_, () -> true);
                free.countDown();
              });
      next.start();
      assertThat(free.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }
  }

  /** The work between two looks is what a closed connection still costs at most. */
  @ParameterizedTest
  @ValueSource(strings = {"adam", "lbfgs"})
  void a_worker_looks_after_sixteen_steps_and_stops_when_nobody_waits(String optimizer) {
    SweepSpec spec = spec("objective=rastrigin&resolution=16&steps=320&optimizer=" + optimizer);
    Stepper stepper = new Steppers().of(spec, Small.norm(spec));
    AtomicInteger looks = new AtomicInteger();
    stepper.run(0, 256, new Ends(2, 256), () -> looks.incrementAndGet() < 0);
    assertThat(looks.get()).isGreaterThanOrEqualTo(320 / 16);
    looks.set(0);
    stepper.run(0, 256, new Ends(2, 256), () -> looks.incrementAndGet() >= 3);
    assertThat(looks.get()).isBetween(3, 4);
  }

  @Test
  void divergence_is_marked() {
    Cells cells =
        cells(
            "objective=quadratic&optimizer=gd&over=learning_rate&scale=linear&box=0,0.1,0,1"
                + "&resolution=20&steps=2000&measure=rate");
    for (int i = 0; i < 20; i++) {
      assertThat(cells.kind()[i] == Cells.DIVERGED).as("cell %d", i).isEqualTo(i >= 8);
    }
  }
}
