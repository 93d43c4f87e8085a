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

class TrainApiTest {
  private static final Api API = new Api();
  private static final String TRAIN =
      "/api/train?steps=40&every=4&batch=256&optimizer=kfac&optimizer=adam(learning_rate=0.01)";

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void trainings_are_json_with_one_column_a_quantity() {
    JsonNode train = API.json(TRAIN);
    assertThat(train.get("spec").asText()).startsWith("data=digits&task=classify&held=0.2");
    assertThat(train.get("network").toString()).isEqualTo("[64,32,16,10]");
    assertThat(train.get("parameters").asInt()).isEqualTo(2778);
    JsonNode kfac = train.get("entrants").get(0);
    assertThat(kfac.get("key").asText()).isEqualTo("kfac");
    for (String column : TrainJson.COLUMNS.keySet()) {
      assertThat(kfac.get("frames").get(column)).as(column).hasSize(11);
    }
    JsonNode loss = kfac.get("frames").get("loss");
    assertThat(loss.get(0).asDouble()).isBetween(2.0, 3.0);
    assertThat(loss.get(10).asDouble()).isLessThan(0.3);
    assertThat(kfac.get("frames").get("batch_loss").get(0).isNull()).isTrue();
    assertThat(kfac.get("stop").get("reason").asText()).isEqualTo("max_steps");
  }

  @Test
  void a_table_has_a_row_for_each_optimizer_and_moment() {
    String[] lines = API.text(TRAIN + "&format=csv").split("\r\n");
    assertThat(lines).hasSize(1 + 2 * 11);
    assertThat(lines[0])
        .isEqualTo(
            "optimizer,device,step,seconds,examples,loss,accuracy,held_loss,held_accuracy,batch_loss,"
                + "gradient_norm");
    assertThat(lines[22]).startsWith("\"adam(learning_rate=0.01,").contains(",40,");
  }

  @Test
  void a_stream_has_the_frames_of_the_json_with_progress() {
    List<Double> losses = new ArrayList<>();
    List<JsonNode> progress = new ArrayList<>();
    JsonNode done = null;
    for (String event : API.text(TRAIN, "Accept", "text/event-stream").split("\n\n")) {
      JsonNode data = Api.tree(event.substring(event.indexOf("data: ") + 6));
      if (event.contains("event: frames\n")) {
        JsonNode frames = data.get("entrants").get(0).get("frames");
        frames.get("loss").forEach(loss -> losses.add(loss.asDouble()));
        progress.add(data.get("progress"));
      } else if (event.contains("event: done\n")) {
        done = data;
      }
    }
    List<Double> expected = new ArrayList<>();
    JsonNode whole = API.json(TRAIN).get("entrants").get(0);
    whole.get("frames").get("loss").forEach(loss -> expected.add(loss.asDouble()));
    assertThat(losses).isEqualTo(expected);
    assertThat(done.get("entrants").get(0).get("stop")).isEqualTo(whole.get("stop"));
    JsonNode last = progress.get(progress.size() - 1);
    assertThat(last.get("step").asInt()).isEqualTo(40);
    assertThat(last.get("left").asDouble()).isZero();
    assertThat(last.get("samples_per_second").asDouble()).isPositive();
  }

  @Test
  void a_picture_says_what_was_computed_elsewhere_than_asked() {
    assertThat(API.text(TRAIN + "&format=svg")).doesNotContain("instead");
    assertThat(API.text(TRAIN + "&format=svg&device=opencl:99"))
        .contains("There is no opencl:99 here", "on the processor instead.</text></svg>");
  }

  @Test
  void a_picture_is_a_file_of_its_own_in_both_themes() {
    String light = API.text(TRAIN + "&format=svg");
    assertThat(light).startsWith("<svg xmlns=").endsWith("</svg>").contains("K-FAC 0.", "#1d6c52");
    assertThat(API.text(TRAIN + "&format=svg&theme=dark&axis=log_seconds&measure=accuracy"))
        .contains("Accuracy on the data held out", "seconds, log scale", "#2ee6ae");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/event-stream", "text/csv"})
  void a_bad_query_is_answered_before_anything_is_sent(String accept) {
    HttpResponse<byte[]> answer =
        API.get("/api/train?hidden=9999&batch=5000&optimizer=gd", "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = Api.tree(new String(answer.body()));
    assertThat(problem.get("key").asText()).isEqualTo("hidden");
    assertThat(problem.get("errors").get(1).get("key").asText()).isEqualTo("batch");
  }

  @Test
  void who_speaks_to_a_training_that_has_ended_is_told_so() {
    assertThat(API.post("/api/train/0123456789abcdef", "pause=1").statusCode()).isEqualTo(404);
  }
}
