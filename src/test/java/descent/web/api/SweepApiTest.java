package descent.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepApiTest {
  private static final Api API = new Api();
  private static final String MAP =
      "/api/sweep?objective=himmelblau&optimizer=gd(learning_rate=0.01)&over=start"
          + "&box=-5,5,-5,5&resolution=20&steps=200";

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void a_map_names_its_axes_its_basins_and_every_cell() {
    JsonNode map = API.json(MAP);
    assertThat(map.get("axes").get(1).get("name").asText()).isEqualTo("y");
    assertThat(map.get("axes").get(0).get("centres").get(0).asDouble()).isEqualTo(-4.75);
    assertThat(map.get("basins")).hasSize(4);
    byte[] kinds = Base64.getDecoder().decode(map.get("kinds").asText());
    assertThat(kinds).hasSize(400);
    byte[] values = Base64.getDecoder().decode(map.get("values").asText());
    float first = ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN).getFloat();
    assertThat((double) first).isBetween(1.0, 200.0);
    assertThat(map.has("overlay")).isFalse();
  }

  @Test
  void bytes_table_and_picture_show_the_same_map() throws IOException {
    byte[] bytes = API.get(MAP + "&format=bytes").body();
    assertThat(bytes).hasSize(5 * 400);
    String[] rows = API.text(MAP, "Accept", "text/csv").split("\r\n");
    assertThat(rows).hasSize(401);
    assertThat(rows[0]).isEqualTo("x,y,basin,kind");
    ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 400; i++) {
      String[] cells = rows[i + 1].split(",");
      assertThat(Float.parseFloat(cells[2])).isEqualTo(values.getFloat(4 * i));
      assertThat(cells[3]).isEqualTo(Integer.toString(bytes[1600 + i]));
    }
    BufferedImage picture =
        ImageIO.read(new ByteArrayInputStream(API.get(MAP + "&format=png").body()));
    assertThat(picture.getWidth()).isEqualTo(20);
    assertThat(picture.getRGB(1, 1)).isNotEqualTo(picture.getRGB(18, 1));
  }

  @Test
  void a_stream_goes_from_coarse_to_fine() {
    String text =
        API.text(MAP.replace("resolution=20", "resolution=100"), "Accept", "text/event-stream");
    List<Integer> columns = new ArrayList<>();
    for (String event : text.split("\n\n")) {
      if (event.contains("event: cells\n")) {
        JsonNode map = Api.tree(event.substring(event.indexOf("data: ") + 6));
        columns.add(map.get("columns").asInt());
        assertThat(map.get("basins")).hasSize(4);
      }
    }
    assertThat(columns).containsExactly(16, 64, 100);
    assertThat(text).contains("event: done\n");
  }

  @Test
  void momentum_on_a_quadratic_has_its_theory_beside_it() {
    JsonNode map =
        API.json(
            "/api/sweep?objective=quadratic&optimizer=momentum&over=learning_rate,momentum"
                + "&scale=linear&box=0,0.08,0,1&resolution=10&steps=100&measure=rate");
    assertThat(map.get("overlay").get("eigenvalues")).hasSize(2);
    assertThat(map.get("overlay").get("edge")).hasSize(10);
    assertThat(map.get("overlay").get("best").get("momentum").asDouble()).isBetween(0.565, 0.567);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/event-stream", "image/png"})
  void a_sweep_over_the_budget_is_refused_with_what_is_allowed(String accept) {
    HttpResponse<byte[]> answer =
        API.get(
            MAP.replace("resolution=20", "resolution=512").replace("steps=200", "steps=5000"),
            "Accept",
            accept);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = Api.tree(new String(answer.body()));
    assertThat(problem.get("key").asText()).isEqualTo("resolution");
    assertThat(problem.get("detail").asText())
        .contains("at most", "at 5,000 steps, resolution 200");
  }

  @Test
  void noise_gives_a_band_in_json_and_in_columns() {
    String noisy =
        "/api/sweep?objective=quadratic&optimizer=gd&over=learning_rate&box=0.001,0.03,0,1"
            + "&resolution=8&steps=20&noise=1";
    JsonNode cells = API.json(noisy);
    assertThat(cells.get("band").get("words").asText()).endsWith("16 runs");
    for (int i = 0; i < 8; i++) {
      assertThat(cells.get("band").get("low").get(i).asDouble())
          .isLessThan(cells.get("band").get("high").get(i).asDouble());
    }
    assertThat(API.text(noisy + "&format=csv").lines())
        .hasSize(9)
        .first()
        .isEqualTo("learning_rate,loss,kind,low,high");
  }
}
