package descent.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random queries, some nearly right and some wild. */
class FuzzTest {
  private static final Api API = new Api();
  private static final List<String> PATHS =
      List.of("/api/run", "/api/run", "/api/sweep", "/api/derivatives", "/api/field");
  private static final List<String> KEYS =
      List.of(
          "objective",
          "start",
          "steps",
          "every",
          "optimizer",
          "seed",
          "device",
          "precision",
          "param.kappa",
          "param.",
          "at",
          "box",
          "resolution",
          "over",
          "measure",
          "scale",
          "width",
          "format",
          "include",
          "",
          "ä");
  private static final List<String> VALUES =
      List.of(
          "rosenbrock",
          "quadratic",
          "himmelblau",
          "x^2+y^2",
          "1/0",
          "log(-1)",
          "x^x^x",
          "tan(1/x)",
          "exp(exp(x*y))",
          "sqrt(x)",
          "((((",
          "x**2",
          "gd",
          "adam",
          "momentum(momentum=0.9)",
          "gd(learning_rate=1e308)",
          "adam(b1=1)",
          "gd(",
          "gd(learning_rate=-1)",
          "gd()()",
          "0",
          "1",
          "-1",
          "NaN",
          "Infinity",
          "1e999",
          "1000000000",
          "99999999999999999999",
          "1,2",
          "1,2,3",
          "0,1,0,1",
          "1,0,1,0",
          "-5,5,-5,5",
          "json",
          "png",
          "bytes",
          "start",
          "learning_rate",
          "learning_rate,momentum",
          "basin",
          "rate",
          "theory",
          "log",
          "csv",
          "events",
          "svg",
          "state",
          "cpu",
          "gpu",
          "double",
          "",
          " ",
          "\u0000",
          "%",
          "é",
          "<script>",
          "' or 1=1",
          "x".repeat(600),
          "(".repeat(400));

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  @Timeout(120)
  void no_query_makes_the_server_fail() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      String target = target(random);
      HttpResponse<byte[]> answer = API.get(target);
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      assertThat(answer.statusCode()).as("seed %d: %s%n%s", seed, target, body).isIn(200, 400);
      assertThat(body).as("seed %d: %s", seed, target).doesNotContain("\tat ", "Exception");
      if (answer.statusCode() == 400) {
        assertThat(Api.tree(body).get("errors").get(0).get("message").asText())
            .as("seed %d: %s", seed, target)
            .isNotBlank();
      }
    }
  }

  private static String target(Random random) {
    StringBuilder target =
        new StringBuilder(
            List.of("/api/run", "/api/run", "/api/field", "/api/derivatives", "/api/train")
                .get(random.nextInt(5)));
    char joint = '?';
    if (random.nextInt(3) > 0) {
      target.append("?objective=").append(encode(VALUES.get(random.nextInt(10))));
      target.append(
          target.indexOf("/run") > 0
              ? "&optimizer=" + encode(VALUES.get(12 + random.nextInt(5)))
              : "");
      joint = '&';
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      String key = KEYS.get(random.nextInt(KEYS.size()));
      String value = VALUES.get(random.nextInt(VALUES.size()));
      target.append(joint).append(encode(key)).append('=').append(encode(value));
      joint = '&';
    }
    return target.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
