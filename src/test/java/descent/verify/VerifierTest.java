package descent.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import descent.device.Card;
import descent.device.OnEachCard;
import descent.expr.Precision;
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

  /** Every seventh case: a processor's OpenCL takes a second for each new program. */
  @OnEachCard
  void rulesOnACardAgreeWithTorch(Card card) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ArrayNode few = json.createArrayNode();
    JsonNode cases = json.readTree(golden("optimizers.json").toFile()).get("cases");
    for (int i = 0; i < cases.size(); i += 7) {
      few.add(cases.get(i));
    }
    Path file = file(json.createObjectNode().set("cases", few).toString());
    for (Precision precision : Precision.values()) {
      if (precision == Precision.SINGLE || card.device().hasDouble()) {
        List<Verdict> verdicts = Verifier.on(card, precision).verify(file);
        assertThat(verdicts).allMatch(v -> v.passes() || v.isSkipped());
        assertThat(verdicts.stream().filter(Verdict::passes).count()).isGreaterThan(15);
      }
    }
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
