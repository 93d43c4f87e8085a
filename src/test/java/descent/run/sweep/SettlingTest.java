package descent.run.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import descent.device.Devices;
import descent.objective.Problem;
import descent.optimizer.OptimizerSpec;
import descent.run.Catalog;
import descent.run.Pace;
import descent.run.Queries;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the map of a problem of the menu shows before anybody has changed it. */
class SettlingTest {
  private static final Catalog CATALOG = Catalog.standard();
  private static final SweepService SWEEPS = new SweepService(CATALOG, 2, new Devices());

  @AfterAll
  static void close() {
    SWEEPS.close();
  }

  private static Settling.Choice choice(Problem problem, String optimizer) {
    OptimizerSpec usual = CATALOG.optimizers().parse(optimizer);
    double rate = new Pace(problem, 200).of(usual).orElseThrow();
    return new Settling(SWEEPS).of(problem, usual.with("learning_rate", Double.toString(rate)));
  }

  private static double settled(Problem problem, Settling.Choice choice) {
    String query =
        "objective=%s&optimizer=%s&steps=%d&resolution=40"
            .formatted(problem.name(), choice.entrant().wire(), choice.steps());
    Cells cells =
        SWEEPS.cells(SweepSpec.decode(Queries.parse(query), CATALOG), () -> true).orElseThrow();
    return IntStream.range(0, 1600).filter(cell -> cells.kind()[cell] >= 0).count() / 1600.0;
  }

  static Stream<String> problemsWithMinima() {
    return CATALOG.problems().all().stream()
        .filter(p -> p.objective().dimension() == 2 && !p.minima().isEmpty())
        .map(Problem::name);
  }

  @ParameterizedTest
  @MethodSource("problemsWithMinima")
  void most_runs_end_somewhere(String name) {
    Problem problem = CATALOG.problems().named(name).orElseThrow();
    double least = name.equals("beale") ? 0.2 : name.equals("rosenbrock") ? 0.7 : 0.85;
    for (String optimizer : new String[] {"gd", "momentum", "adam"}) {
      assertThat(settled(problem, choice(problem, optimizer))).as(optimizer).isGreaterThan(least);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"saddle", "cubic", "exp_cos"})
  void where_there_is_no_minimum_no_run_settles(String name) {
    Problem problem = CATALOG.problems().named(name).orElseThrow();
    assertThat(choice(problem, "gd").settled()).isLessThan(0.05);
  }
}
