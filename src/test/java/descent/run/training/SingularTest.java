package descent.run.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import descent.device.Cards;
import descent.linalg.Algebras;
import descent.optimizer.Optimizer;
import descent.optimizer.Optimizers;
import descent.run.BadQuery;
import descent.run.Queries;
import descent.run.Stop;
import descent.run.Stop.Reason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Curvature that cannot be inverted, or held: refused, or a stop that says what would help. */
class SingularTest {
  private static final TrainCatalog CATALOG =
      TrainCatalog.standard(Algebras.onDemand(), Cards.DEVICES);
  private final TrainService service = new TrainService(CATALOG, 1);

  static Stream<String> optimizers() {
    return new Optimizers().ofModels().stream().map(Optimizer::name);
  }

  private static TrainSpec spec(String query) {
    return TrainSpec.decode(Queries.parse(query), CATALOG);
  }

  /** Some pixels of the digits are never set, so that their weights have no curvature. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void withoutDampingNothingIsWorseThanStuck(String name) {
    String query = "hidden=none&batch=50&steps=3&optimizer=" + name + "(damping=0)";
    BadQuery refused = catchThrowableOfType(BadQuery.class, () -> spec(query));
    if (refused != null) {
      assertThat(refused).hasMessageContaining("damping must be above 0, got 0");
      return;
    }
    Curve curve = service.result(spec(query)).curves().get(0);
    assertThat(curve.stop().message()).isNotBlank();
    double last = curve.moments().get(curve.moments().size() - 1).frame().loss();
    switch (curve.stop().reason()) {
      case MAX_STEPS -> assertThat(last).isFinite();
      case STUCK -> assertThat(curve.stop().message()).contains("raise the damping");
      default -> assertThat(curve.stop().reason()).isEqualTo(Reason.DIVERGED);
    }
  }

  /** What is offered where a step had no bound holds it, on the same batches. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "diagonal_fisher(damping=%s)",
        "diagonal_empirical_fisher(damping=%s)",
        "diagonal_fisher(damping=0.001)&edit=2:diagonal_fisher.damping=%s"
      })
  void aStepWithoutBoundNamesItsDampingAndOneThatHolds(String optimizer) {
    String query = "hidden=none&batch=50&steps=8&optimizer=" + optimizer;
    Stop stop = service.result(spec(query.formatted("0"))).curves().get(0).stop();
    assertThat(stop.reason()).isEqualTo(Reason.DIVERGED);
    assertThat(stop.message()).contains("The damping λ = 0 is small").endsWith("Try λ = 0.001.");
    assertThat(stop.offer()).containsExactly(entry("damping", 0.001));
    Stop mended = service.result(spec(query.formatted("0.001"))).curves().get(0).stop();
    assertThat(mended.reason()).isEqualTo(Reason.MAX_STEPS);
  }

  @Test
  void aRateThatOverflowsOffersTheUsualOne() {
    String query = "hidden=8,8&batch=50&steps=9&activation=relu&optimizer=gd(learning_rate=1e20)";
    Stop stop = service.result(spec(query)).curves().get(0).stop();
    assertThat(stop.reason()).isEqualTo(Reason.DIVERGED);
    assertThat(stop.message()).contains("A smaller learning rate may help. Try η = ");
    String usual = query.replace("(learning_rate=1e20)", "");
    assertThat(spec(usual).entrants().get(0).hyperparameters().asMap())
        .containsAllEntriesOf(stop.offer());
    Stop mended = service.result(spec(usual)).curves().get(0).stop();
    assertThat(mended.reason()).isEqualTo(Reason.MAX_STEPS);
  }

  /** A number may be as senseless as none: the last steps of a run that grew past all bounds. */
  @Test
  void aLossThatIsFiniteAndHugeHasDivergedToo() {
    String query = "hidden=8&batch=50&steps=3&activation=relu&optimizer=gd(learning_rate=%s)";
    Curve curve = service.result(spec(query.formatted("1e12"))).curves().get(0);
    assertThat(curve.last().loss()).isFinite().isGreaterThan(1e12);
    assertThat(curve.stop().reason()).isEqualTo(Reason.DIVERGED);
    assertThat(curve.stop().message())
        .contains("diverged at step " + curve.last().step() + ". Its loss passed 10¹². ")
        .contains("A smaller learning rate may help.");
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aNetworkTooLargeIsRefusedWithTheNumbers(String name) {
    String query =
        "task=reconstruct&hidden=1000,1000,1000,1000,1000,1000,1000,1000,1000,1000,1000,1000&batch=1438&optimizer="
            + name;
    assertThat(catchThrowableOfType(BadQuery.class, () -> spec(query)))
        .hasMessageMatching("(?s).*(n is [0-9,]+ here, at most|MB of memory).*");
  }
}
