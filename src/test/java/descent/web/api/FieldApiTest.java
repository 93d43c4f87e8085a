package descent.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldApiTest {
  private static final Api API = new Api();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void the_values_are_floats_on_a_grid_over_the_visible_box() {
    JsonNode field =
        API.json("/api/field?objective=x%2B10*y&box=-1,1,-1,1&width=200&height=100&resolution=3");
    assertThat(field.get("box"))
        .extracting(JsonNode::asDouble)
        .containsExactly(-2.0, 2.0, -1.0, 1.0);
    byte[] bytes = Base64.getDecoder().decode(field.get("values").get("float32").asText());
    ByteBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    float[] expected = {-12, -10, -8, -2, 0, 2, 8, 10, 12};
    for (float value : expected) {
      assertThat(floats.getFloat()).isEqualTo(value);
    }
    assertThat(field.get("range")).extracting(JsonNode::asDouble).containsExactly(-12.0, 12.0);
  }

  @Test
  void a_valley_has_bands_from_the_lowest_up() {
    JsonNode field = API.json("/api/field?objective=rosenbrock");
    assertThat(field.get("logarithmic").asBoolean()).isTrue();
    assertThat(field.get("bands").size()).isBetween(12, 22);
    double before = 0;
    for (JsonNode band : field.get("bands")) {
      assertThat(band.get("value").asDouble()).isGreaterThan(before);
      assertThat(band.get("path").asText()).startsWith("M");
      before = band.get("value").asDouble();
    }
    assertThat(field.get("minima").get(0).get(0).asDouble()).isCloseTo(1, within(1e-12));
  }

  @Test
  void one_dimension_gives_a_curve() {
    JsonNode field = API.json("/api/field?objective=log(x)&box=-1,1,-5,5&resolution=5");
    assertThat(field.get("x"))
        .extracting(JsonNode::asDouble)
        .containsExactly(-1.0, -0.5, 0.0, 0.5, 1.0);
    assertThat(field.get("value").get(0).isNull()).isTrue();
    assertThat(field.get("value").get(4).asDouble()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "objective=rosenbrock&box=1,0,0,1|box",
        "objective=rosenbrock&box=0,1,0|box",
        "objective=rosenbrock&resolution=100000|resolution",
        "objective=rosenbrock&width=1e9|width",
        "objective=x%2By%2Bz|objective",
        "objective=rosenbrock&steps=3|steps",
        "resolution=3|objective",
      })
  void a_wrong_query_names_its_key(String line) {
    String[] parts = line.split("\\|");
    JsonNode problem = API.json("/api/field?" + parts[0]);
    assertThat(problem.get("status").asInt()).isEqualTo(400);
    assertThat(problem.get("key").asText()).isEqualTo(parts[1]);
  }

  @Test
  void a_constant_or_undefined_objective_still_has_a_map() {
    for (String objective : new String[] {"0*x*y", "log(-1-x^2-y^2)", "1/0%2Bx*y"}) {
      JsonNode field = API.json("/api/field?objective=" + objective.replace("^", "%5E"));
      assertThat(field.get("bands")).as(objective).isNotNull();
    }
  }
}
