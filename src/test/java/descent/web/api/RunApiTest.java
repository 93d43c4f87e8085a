package descent.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunApiTest {
  private static final Api API = new Api();
  private static final String RUN =
      "/api/run?objective=rosenbrock&steps=1000&optimizer=gd(learning_rate=0.001)"
          + "&optimizer=gd(learning_rate=0.0005)";

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void a_run_is_json_with_one_column_a_coordinate() {
    JsonNode run = API.json(RUN);
    assertThat(run.get("spec").asText()).startsWith("objective=rosenbrock&start=-1.2,1&steps=1000");
    assertThat(run.get("entrants")).hasSize(2);
    JsonNode first = run.get("entrants").get(0);
    assertThat(first.get("optimizer").asText()).startsWith("gd(learning_rate=0.001");
    JsonNode frames = first.get("frames");
    assertThat(frames.get("step")).hasSize(335);
    assertThat(frames.get("x")).hasSize(2);
    assertThat(frames.get("x").get(1)).hasSize(335);
    assertThat(frames.get("value").get(0).asDouble()).isEqualTo(24.2, offset());
    assertThat(frames.get("gradient_norm").get(0).asDouble()).isEqualTo(232.86769, offset());
    assertThat(first.get("stop").get("reason").asText()).isEqualTo("max_steps");
    assertThat(first.get("stop").get("step").asInt()).isEqualTo(1000);
  }

  private static org.assertj.core.data.Offset<Double> offset() {
    return org.assertj.core.api.Assertions.within(1e-4);
  }

  @Test
  void the_state_holds_gradient_and_inner_quantities() {
    JsonNode state = API.json(RUN + "&include=state").get("entrants").get(0).get("state");
    assertThat(state.get(0).get("name").asText()).isEqualTo("gradient");
    assertThat(state.get(0).get("columns").get(0).get(0).asDouble()).isEqualTo(-215.6, offset());
    assertThat(state.get(1).get("columns").get(1)).hasSize(335);
  }

  @Test
  void a_table_has_the_numbers_of_the_json() {
    HttpResponse<byte[]> answer = API.get(RUN, "Accept", "text/csv");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
    String[] lines = new String(answer.body()).split("\r\n");
    assertThat(lines).hasSize(1 + 2 * 335);
    JsonNode last = API.json(RUN).get("entrants").get(0).get("frames");
    String[] cells = lines[335].substring(lines[335].lastIndexOf('"')).split(",");
    assertThat(Double.parseDouble(cells[2])).isEqualTo(last.get("x").get(0).get(334).asDouble());
    assertThat(API.text(RUN + "&format=csv")).isEqualTo(new String(answer.body()));
  }

  @Test
  void a_stream_has_the_frames_of_the_json() {
    String text = API.text(RUN, "Accept", "text/event-stream");
    JsonNode whole = API.json(RUN);
    List<Double> values = new ArrayList<>();
    JsonNode done = null;
    for (String event : text.split("\n\n")) {
      JsonNode data = Api.tree(event.substring(event.indexOf("data: ") + 6));
      if (event.contains("event: frames\n")) {
        data.get("entrants")
            .get(1)
            .get("frames")
            .get("value")
            .forEach(v -> values.add(v.asDouble()));
      } else if (event.contains("event: done\n")) {
        done = data;
      }
    }
    List<Double> expected = new ArrayList<>();
    whole
        .get("entrants")
        .get(1)
        .get("frames")
        .get("value")
        .forEach(v -> expected.add(v.asDouble()));
    assertThat(values).isEqualTo(expected);
    assertThat(done.get("entrants").get(0).get("stop"))
        .isEqualTo(whole.get("entrants").get(0).get("stop"));
    assertThat(text).contains("event: progress\ndata: {\"step\":1000,\"steps\":1000}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/event-stream", "text/csv"})
  void a_bad_query_is_answered_before_anything_is_sent(String accept) {
    HttpResponse<byte[]> answer =
        API.get("/api/run?objective=rosenbrok&steps=1000000000&optimizer=gd", "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = Api.tree(new String(answer.body()));
    assertThat(problem.get("key").asText()).isEqualTo("objective");
    assertThat(problem.get("value").asText()).isEqualTo("rosenbrok");
    assertThat(problem.get("errors").get(1).get("key").asText()).isEqualTo("steps");
    assertThat(problem.get("errors").get(1).get("message").asText()).contains("100,000");
  }

  @Test
  void a_number_that_is_not_finite_is_null() {
    JsonNode run = API.json("/api/run?objective=log(x)&start=-1&optimizer=gd");
    assertThat(run.get("entrants").get(0).get("frames").get("value").get(0).isNull()).isTrue();
    assertThat(run.get("entrants").get(0).get("stop").get("message").asText()).contains("start");
  }

  @Test
  void a_known_answer_is_not_sent_again() {
    String tag = API.get(RUN).headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again = API.get(RUN, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void a_picture_is_a_file_of_its_own() {
    HttpResponse<byte[]> answer = API.get(RUN + "&format=svg");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
    assertThat(new String(answer.body())).startsWith("<svg xmlns=").endsWith("</svg>");
  }

  @Test
  void a_compressed_answer_is_the_same_and_small() throws java.io.IOException {
    HttpResponse<byte[]> answer = API.get(RUN, "Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(answer.body()).hasSizeLessThan(60_000);
    var unzipped =
        new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(answer.body()));
    assertThat(unzipped.readAllBytes()).isEqualTo(API.get(RUN).body());
  }
}
