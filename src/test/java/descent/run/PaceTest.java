package descent.run;

import static org.assertj.core.api.Assertions.assertThat;

import descent.objective.Problem;
import descent.objective.Problems;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Optimizers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The learning rate that a problem of the menu comes with. */
class PaceTest {
  private static final int STEPS = 200;

  @ParameterizedTest
  @MethodSource("pairs")
  void with_it_a_run_stays_on_the_map_and_descends(String name, String wire) {
    Problem problem = new Problems().named(name).orElseThrow();
    OptimizerSpec entrant = new Optimizers().parse(wire);
    double rate = new Pace(problem, STEPS).of(entrant).orElseThrow();
    Path path =
        Run.of(
                problem.objective(),
                problem.start(),
                STEPS,
                1,
                with(entrant, rate),
                step -> java.util.Optional.empty())
            .path();
    double middle = (problem.box().x0() + problem.box().x1()) / 2;
    double reach = 0.6 * (problem.box().x1() - problem.box().x0());
    assertThat(path.stop().reason()).isNotEqualTo(Stop.Reason.DIVERGED);
    assertThat(path.last().value()).isLessThan(path.frames().get(0).value());
    double half = path.frames().get((path.frames().size() - 1) / 2).value();
    assertThat(path.last().value())
        .isLessThanOrEqualTo(half + (wire.equals("gd") ? 1e-9 * Math.abs(half) : Math.abs(half)));
    assertThat(path.frames())
        .allSatisfy(
            frame -> assertThat(Math.abs(frame.x()[0] - middle)).isLessThanOrEqualTo(reach));
  }

  private static OptimizerSpec with(OptimizerSpec entrant, double rate) {
    return new OptimizerSpec(
        entrant.optimizer(), entrant.hyperparameters().with("learning_rate", rate));
  }

  static Stream<Arguments> pairs() {
    return new Problems()
        .all().stream()
            .flatMap(
                p ->
                    List.of("gd", "momentum", "adam", "lookahead").stream()
                        .map(wire -> Arguments.of(p.name(), wire)));
  }
}
