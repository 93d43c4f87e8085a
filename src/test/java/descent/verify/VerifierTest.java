package descent.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
  @TempDir private Path folder;

  @Test
  void everyOptimizerAgreesWithTorch() {
    List<Verdict> verdicts = Verifier.standard().verify(golden("optimizers.json"));
    assertThat(verdicts).hasSize(146);
    assertThat(verdicts).allMatch(v -> v.passes() || v.isSkipped());
    assertThat(verdicts.stream().filter(Verdict::isSkipped))
        .allSatisfy(v -> assertThat(v.name()).contains("/NAdam/"));
  }

  @Test
  void everyDerivativeAgreesWithTorch() {
    List<Verdict> verdicts = Verifier.standard().verify(golden("derivatives.json"));
    assertThat(verdicts).hasSize(25).allMatch(Verdict::passes);
  }

  @Test
  void aWrongValueIsFoundAndNamed() throws IOException {
    String text = Files.readString(golden("optimizers.json"));
    String changed = text.replaceFirst("\"params\": *\\[\\s*\\[\\s*-1.5", "\"params\":[[-1.500001");
    assertThat(changed).isNotEqualTo(text);
    Verdict first = Verifier.standard().verify(file(changed)).get(0);
    assertThat(first.passes()).isFalse();
    assertThat(first.isSkipped()).isFalse();
    assertThat(first.note()).contains("t=0");
  }

  @Test
  void anotherFunctionWithParametersIsReadTheSameWay() throws IOException {
    Path file =
        file(
            """
            {"items": [{"id": "mine", "expr": "a*u^2 + w", "vars": ["u", "w"],
              "parameters": {"a": 3}, "points": [{"at": [2, 1], "value": 13, "grad": [12, 1],
              "hessian": [[6, 0], [0, 0]], "hessian_eigenvalues": [0, null], "taylor": []}]}]}
            """);
    assertThat(Verifier.standard().verify(file)).singleElement().matches(Verdict::passes);
  }

  @Test
  void whatHasNoCounterpartIsSkippedWithTheReason() throws IOException {
    Path file =
        file(
            """
            {"cases": [
              {"id": "a", "optimizer": "Rprop", "hyper": {}, "expr": "x", "vars": ["x"]},
              {"id": "b", "optimizer": "Adam", "hyper": {"maximize": true}, "expr": "x",
               "vars": ["x"]}]}
            """);
    List<Verdict> verdicts = Verifier.standard().verify(file);
    assertThat(verdicts.get(0).note()).isEqualTo("no optimizer here is torch's Rprop");
    assertThat(verdicts.get(1).note()).startsWith("'maximize' has no counterpart here");
  }

  @Test
  void aFileOfNoKnownFormIsRefused() throws IOException {
    assertThatThrownBy(() -> Verifier.standard().verify(file("{\"items\": 3}")))
        .hasMessageContaining("no reference values of a known form");
    assertThatThrownBy(() -> Verifier.standard().verify(file("{")))
        .hasMessageContaining("is no JSON");
    assertThatThrownBy(() -> Verifier.standard().verify(folder.resolve("absent.json")))
        .hasMessageContaining("cannot be read");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "reference", ".json"), text);
  }

  private static Path golden(String name) {
    try {
      return Path.of(VerifierTest.class.getResource("/golden/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
