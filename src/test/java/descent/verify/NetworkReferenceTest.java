package descent.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkReferenceTest {
  @ParameterizedTest
  @CsvSource({"fisher, 12", "mlp_training, 8", "spectrum, 3", "kunstner, 12"})
  void everyCaseIsWithinItsTolerance(String name, int cases) throws URISyntaxException {
    Path file = Path.of(getClass().getResource("/golden/" + name + ".json").toURI());
    List<Verdict> verdicts = Verifier.standard().verify(file);
    assertThat(verdicts).hasSize(cases).allMatch(Verdict::passes);
  }
}
