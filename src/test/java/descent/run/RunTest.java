package descent.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import descent.run.Stop.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {
  private final Catalog catalog = Catalog.standard();
  private final RunService service = new RunService(catalog);

  private Path path(String query) {
    return service.result(RunSpec.decode(Queries.parse(query), catalog)).paths().get(0);
  }

  @Test
  void gradient_descent_on_a_wave_visits_the_published_points() {
    Path path =
        path("objective=x%5E2%2B10*sin(x)&start=6&steps=5&optimizer=gd(learning_rate=0.05)");
    double[] expected = {6, 4.919915, 4.324904, 4.081344, 3.968204, 3.910070};
    for (int i = 0; i < expected.length; i++) {
      assertThat(path.frames().get(i).x()[0]).isCloseTo(expected[i], within(1e-6));
    }
    assertThat(path.stop().reason()).isEqualTo(Reason.MAX_STEPS);
  }

  @Test
  void a_known_result_answers_with_the_problem_that_was_asked_for() {
    RunSpec plain =
        RunSpec.decode(Queries.parse("objective=x%5E2%2Bsin(x)&start=2&optimizer=gd"), catalog);
    service.result(plain);
    RunSpec knowing =
        new RunSpec(
            plain.problem().withMinimumIn(plain.problem().box()),
            plain.start(),
            plain.steps(),
            plain.every(),
            plain.entrants(),
            plain.noise(),
            plain.seed(),
            plain.device(),
            plain.precision());
    assertThat(knowing.query()).isEqualTo(plain.query());
    assertThat(service.result(knowing).spec().problem().minima()).hasSize(1);
  }

  @Test
  void the_start_and_the_last_step_are_always_frames() {
    Path path = path("objective=rosenbrock&steps=1003&every=10&optimizer=gd(learning_rate=0.001)");
    assertThat(path.frames().get(0).step()).isZero();
    assertThat(path.last().step()).isEqualTo(1003);
    assertThat(path.frames()).hasSize(102);
    assertThat(path("objective=rosenbrock&steps=0&optimizer=gd").frames()).hasSize(1);
  }

  @Test
  void by_default_there_are_at_most_400_frames() {
    for (int steps : new int[] {1, 398, 399, 400, 401, 797, 798, 799, 1000, 12345}) {
      Path path = path("objective=quadratic&optimizer=gd(learning_rate=0.001)&steps=" + steps);
      assertThat(path.frames()).hasSizeLessThanOrEqualTo(400);
      assertThat(path.last().step()).isEqualTo(steps);
    }
  }

  @Test
  void a_run_can_be_pulled_again_and_gives_the_same() {
    RunSpec spec =
        RunSpec.decode(
            Queries.parse("objective=rosenbrock&steps=50&optimizer=gd(learning_rate=0.001)"),
            catalog);
    Run run = service.start(spec).get(0);
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    run.forEach(frame -> first.add(frame.value()));
    run.forEach(frame -> second.add(frame.value()));
    assertThat(second).isEqualTo(first).hasSize(51);
  }

  @Test
  void divergence_is_frozen_at_the_last_finite_point() {
    Path path = path("objective=quadratic&steps=400&optimizer=gd(learning_rate=0.05)");
    assertThat(path.stop().reason()).isEqualTo(Reason.DIVERGED);
    assertThat(path.stop().message())
        .startsWith("Gradient descent diverged at step " + path.stop().step());
    assertThat(path.last().x()).matches(x -> Double.isFinite(x[0]) && Double.isFinite(x[1]));
    assertThat(path.last().step()).isEqualTo(path.stop().step());
  }

  @Test
  void an_overflow_keeps_the_last_finite_point() {
    Path path = path("objective=-exp(exp(x))&start=2&steps=10&optimizer=gd(learning_rate=10)");
    assertThat(path.stop().reason()).isEqualTo(Reason.DIVERGED);
    assertThat(path.stop().step()).isEqualTo(1);
    assertThat(path.last().step()).isZero();
  }

  @Test
  void a_curvature_that_is_no_number_ends_the_run_as_an_overflow_does() {
    for (String optimizer : List.of("newton", "newton(damping=1)", "saddle_free_newton")) {
      Path path = path("objective=log(1%2Bexp(x))&start=400&steps=9&optimizer=" + optimizer);
      assertThat(path.stop().reason()).as(optimizer).isEqualTo(Reason.DIVERGED);
      assertThat(path.last().step()).isZero();
    }
  }

  @Test
  void a_start_outside_the_domain_is_explained() {
    for (String text : List.of("log(x)", "1/0", "log(-1)", "1/(x%2B1)")) {
      Path path = path("objective=" + text + "&start=-1&steps=10&optimizer=gd");
      assertThat(path.stop().reason()).as(text).isEqualTo(Reason.DIVERGED);
      assertThat(path.stop().message()).as(text).contains("cannot start");
      assertThat(path.frames()).as(text).hasSize(1);
    }
  }

  @Test
  void a_run_converges_only_when_it_stands_still() {
    Path path = path("objective=x%5E2&start=1&steps=400&optimizer=gd(learning_rate=0.5)");
    assertThat(path.stop().reason()).isEqualTo(Reason.CONVERGED);
    assertThat(path.last().x()).containsExactly(0);
    assertThat(path.last().step()).isLessThan(10);
  }

  @Test
  void equal_specifications_are_computed_once() {
    RunSpec one = RunSpec.decode(Queries.parse("objective=rosenbrock&optimizer=gd"), catalog);
    RunSpec two = RunSpec.decode(Queries.parse("optimizer=gd&objective=rosenbrock"), catalog);
    assertThat(service.result(one).paths()).isSameAs(service.result(two).paths());
  }

  @Test
  void a_run_that_takes_too_long_stops_and_says_so() {
    Limits limits = new Limits(100_000, 6, 4_000, 400, java.time.Duration.ZERO, 512, 1, 1);
    Catalog hurried = new Catalog(catalog.problems(), catalog.optimizers(), limits);
    RunSpec spec =
        RunSpec.decode(
            Queries.parse("objective=quadratic&steps=1000&optimizer=gd(learning_rate=0.001)"),
            hurried);
    Path path = new RunService(hurried).result(spec).paths().get(0);
    assertThat(path.stop().reason()).isEqualTo(Reason.BUDGET);
    assertThat(path.last().step()).isEqualTo(path.stop().step()).isPositive();
    assertThat(path.stop().message()).contains("limit");
  }

  @Test
  void a_bad_first_step_is_refused_with_its_optimizer() {
    BadQuery none =
        catchThrowableOfType(BadQuery.class, () -> path("objective=rosenbrock&optimizer=none"));
    assertThat(none.getMessage()).contains("none");
  }
}
