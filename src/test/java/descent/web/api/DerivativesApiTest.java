package descent.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DerivativesApiTest {
  private static final Api API = new Api();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void derivatives_of_a_typed_formula_are_symbolic_and_evaluated() {
    JsonNode answer = API.json("/api/derivatives?objective=exp(x)*cos(y)&at=0,1");
    assertThat(answer.get("hessian").get(0).get(1).asDouble()).isCloseTo(-0.8414710, within(1e-7));
    assertThat(answer.get("shape").asText()).isEqualTo("saddle");
    assertThat(answer.get("condition_number").isNull()).isTrue();
    assertThat(answer.get("eigenvalues").get(0).asDouble()).isCloseTo(-1, within(1e-12));
    assertThat(answer.get("tex").get("gradient").asText()).contains("\\sin");
  }

  @Test
  void a_valley_has_a_condition_number() {
    JsonNode answer = API.json("/api/derivatives?objective=quadratic&at=1,1");
    assertThat(answer.get("condition_number").asDouble()).isEqualTo(50);
    assertThat(answer.get("value").asDouble()).isEqualTo(25.5);
  }

  @Test
  void outside_the_domain_there_are_no_eigenvalues() {
    JsonNode answer = API.json("/api/derivatives?objective=log(x)&at=0");
    assertThat(answer.get("value").isNull()).isTrue();
    assertThat(answer.has("eigenvalues")).isFalse();
    assertThat(answer.get("tex").get("f").asText()).contains("\\log");
  }

  @Test
  void a_wrong_point_is_refused() {
    JsonNode answer = API.json("/api/derivatives?objective=rosenbrock&at=1");
    assertThat(answer.get("status").asInt()).isEqualTo(400);
    assertThat(answer.get("key").asText()).isEqualTo("at");
  }

  @Test
  void menus_list_every_problem_and_optimizer() {
    JsonNode problems = API.json("/api/problems");
    assertThat(problems).hasSameSizeAs(API.service.catalog().problems().all());
    assertThat(problems.get(0).get("box")).hasSize(4);
    JsonNode optimizers = API.json("/api/optimizers");
    assertThat(optimizers).hasSameSizeAs(API.service.catalog().optimizers().all());
    assertThat(optimizers.get(0).get("hyperparameters").get(0).get("scale").asText())
        .isEqualTo("log");
  }
}
