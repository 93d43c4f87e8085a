package descent.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descent.run.Diagnosis.Outcome;
import descent.run.Stop.Reason;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private final Catalog catalog = Catalog.standard();
  private final RunService service = new RunService(catalog);

  private RunSpec spec(String query) {
    return RunSpec.decode(Queries.parse(query), catalog);
  }

  private Diagnosis diagnosis(String query) {
    RunSpec spec = spec(query);
    return Diagnosis.of(spec, service.result(spec).paths().get(0));
  }

  @Test
  void divergence_names_the_eigenvalue_and_offers_a_rate_that_holds() {
    Stop stop =
        service
            .result(spec("objective=quadratic&steps=400&optimizer=gd(learning_rate=0.05)"))
            .paths()
            .get(0)
            .stop();
    assertThat(stop.message())
        .contains("Its loss passed", "λmax = 50 at the start", "η = 0.05", "2/λmax = 0.04")
        .endsWith("Try η = 0.038.");
    assertThat(stop.offer()).containsEntry("learning_rate", 0.038);
  }

  @Test
  void momentum_has_a_wider_edge() {
    Stop stop =
        service
            .result(
                spec(
                    "objective=quadratic&steps=4000"
                        + "&optimizer=momentum(learning_rate=0.08,momentum=0.9)"))
            .paths()
            .get(0)
            .stop();
    assertThat(stop.reason()).isEqualTo(Reason.DIVERGED);
    assertThat(stop.message()).contains("(2 + 2β)/λmax = 0.076");
    assertThat(stop.offer()).containsEntry("learning_rate", 0.0722);
  }

  @Test
  void every_offer_was_tried() {
    for (String objective : new String[] {"rosenbrock", "himmelblau", "beale", "x^4%2By^4"}) {
      String run =
          "objective=" + objective.replace("^", "%5E") + "&start=2,-2&steps=500&optimizer=gd";
      Path path = service.result(spec(run + "(learning_rate=3)")).paths().get(0);
      assertThat(path.stop().reason()).as(objective).isEqualTo(Reason.DIVERGED);
      double offered = path.stop().offer().get("learning_rate");
      Path tame = service.result(spec(run + "(learning_rate=" + offered + ")")).paths().get(0);
      assertThat(tame.stop().reason()).as(objective).isNotEqualTo(Reason.DIVERGED);
    }
  }

  @Test
  void a_loss_without_a_lowest_point_gets_no_offer() {
    Path path =
        service
            .result(spec("objective=-x%5E2&start=1&steps=4000&optimizer=gd(learning_rate=0.5)"))
            .paths()
            .get(0);
    assertThat(path.stop().message()).contains("no lowest point");
    assertThat(path.stop().offer()).isEmpty();
  }

  @Test
  void the_measured_rate_is_the_theoretical_one_on_quadratics() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      double kappa = Math.pow(10, 0.5 + random.nextDouble());
      double rate = (0.1 + 0.8 * random.nextDouble()) / kappa;
      String query =
          "objective=quadratic&param.kappa=%s&start=3,2&steps=300&every=1&optimizer=gd(learning_rate=%s)"
              .formatted(kappa, rate);
      Diagnosis diagnosis = diagnosis(query);
      assertThat(diagnosis.measuredRate().orElseThrow())
          .as(query)
          .isCloseTo(diagnosis.theoreticalRate().orElseThrow(), within(2e-3));
    }
  }

  @Test
  void critical_momentum_is_the_square_root_of_its_beta() {
    Theory theory = new Theory(0.04, 0.9, false, 0);
    assertThat(theory.rate(1)).isCloseTo(0.948683, within(1e-6));
    assertThat(new Theory(0.04, 0.5, false, 0).rate(1)).isCloseTo(0.911384, within(1e-6));
    assertThat(new Theory(3.79, 0.9, false, 0).rate(1)).isCloseTo(0.948683, within(1e-6));
    assertThat(new Theory(3.81, 0.9, false, 0).rate(1)).isCloseTo(1.064659, within(1e-6));
  }

  @Test
  void the_edge_is_where_the_rate_passes_one() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      double lambda = Math.pow(10, 4 * random.nextDouble() - 2);
      double beta = 0.99 * random.nextDouble();
      boolean nesterov = random.nextBoolean();
      double edge = new Theory(1, beta, nesterov, 0).edge(lambda);
      assertThat(new Theory(0.999 * edge, beta, nesterov, 0).rate(lambda)).isLessThan(1);
      assertThat(new Theory(1.001 * edge, beta, nesterov, 0).rate(lambda)).isGreaterThan(1);
    }
  }

  @Test
  void alternation_is_seen_along_the_steep_axis() {
    Diagnosis diagnosis =
        diagnosis("objective=quadratic&steps=60&optimizer=gd(learning_rate=0.038)");
    assertThat(diagnosis.outcome()).isEqualTo(Outcome.APPROACHING);
    assertThat(diagnosis.oscillation().orElseThrow().eigenvalue()).isEqualTo(50);
    assertThat(diagnosis.message()).contains("alternates along (0, 1)", "curvature is 50");
  }

  @Test
  void a_cycle_is_no_approach() {
    Diagnosis diagnosis =
        diagnosis("objective=x%5E2%2B10*sin(x)&start=6&steps=300&optimizer=gd(learning_rate=0.19)");
    assertThat(diagnosis.outcome()).isEqualTo(Outcome.OSCILLATING);
  }

  @Test
  void a_longer_cycle_is_no_approach_either() {
    Diagnosis lion = diagnosis("objective=double_well&steps=200&optimizer=lion(learning_rate=0.1)");
    assertThat(lion.outcome()).isEqualTo(Outcome.OSCILLATING);
    assertThat(lion.message()).isEqualTo("Lion goes to and fro and comes no closer.");
    Diagnosis fall = diagnosis("objective=saddle&steps=200&optimizer=gd(learning_rate=0.01)");
    assertThat(fall.outcome()).isEqualTo(Outcome.DESCENDING);
  }

  @Test
  void a_saddle_is_told_from_a_minimum() {
    Diagnosis held =
        diagnosis("objective=x%5E2-y%5E2&start=1,0&steps=200&optimizer=gd(learning_rate=0.2)");
    assertThat(held.outcome()).isEqualTo(Outcome.SADDLE);
    assertThat(held.message()).contains("saddle", "−2 along (0, 1)");
    Diagnosis found =
        diagnosis("objective=x%5E2%2By%5E2&start=1,1&steps=200&optimizer=gd(learning_rate=0.2)");
    assertThat(found.outcome()).isEqualTo(Outcome.CONVERGED);
  }

  @Test
  void flat_ground_is_a_plateau() {
    assertThat(
            diagnosis("objective=tanh(x)&start=20&steps=100&optimizer=gd(learning_rate=0.1)")
                .outcome())
        .isEqualTo(Outcome.PLATEAU);
  }

  @Test
  void every_named_problem_and_optimizer_is_diagnosed_in_words() {
    for (var problem : catalog.problems().all()) {
      for (var optimizer : catalog.optimizers().all()) {
        Diagnosis diagnosis =
            diagnosis(
                "objective=%s&steps=100&optimizer=%s".formatted(problem.name(), optimizer.name()));
        assertThat(diagnosis.message()).endsWith(".").doesNotContain("null", "NaN");
      }
    }
  }
}
