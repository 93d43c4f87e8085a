package descent.run.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import descent.device.Cards;
import descent.linalg.Algebras;
import descent.optimizer.Optimizer;
import descent.optimizer.Optimizers;
import descent.run.BadQuery;
import descent.run.Queries;
import descent.run.Stop.Reason;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
