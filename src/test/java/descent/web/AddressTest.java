package descent.web;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.content.Course;
import descent.content.Lesson;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Addresses of lessons that nobody's figure wrote: always a page, never an error of ours. */
class AddressTest {
  private static final Course COURSE = new App().course(Path.of("content"));
  private static final TestServer SERVER = new TestServer(COURSE);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> VALUES =
      List.of(
          "1e308",
          "-1e308,1e308",
          "1e308*(x+y)",
          "9223372036854775807",
          "1e-320",
          "NaN",
          "Infinity",
          "0",
          "-1",
          "1/0",
          "x^300+y^300",
          "exp(exp(exp(x)))+y",
          "1e300,-1e300,1e300,-1e300",
          "0,1e-300,0,1e-300",
          "1,2,3",
          "",
          "(((",
          "<script>");

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static Stream<String> slugs() {
    return COURSE.lessons().stream().map(Lesson::slug);
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void anyValueOfAnyFieldGivesThePage(String slug) throws Exception {
    Random random = new Random(slug.hashCode());
    String page = "/lessons/" + slug;
    List<String> fields =
        Jsoup.parse(get(page).body()).select("figure [name]").eachAttr("name").stream()
            .distinct()
            .toList();
    for (String field : fields) {
      String value = VALUES.get(random.nextInt(VALUES.size()));
      String address = page + "?" + encode(field) + "=" + encode(value);
      HttpResponse<String> answer = get(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      assertThat(answer.body()).as(address).endsWith("</html>").doesNotContain("<script>\"");
    }
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void anyObjectiveOfAnyFigureGivesThePage(String slug) throws Exception {
    String page = "/lessons/" + slug;
    List<String> fields =
        Jsoup.parse(get(page).body()).select("figure [name$=.objective]").eachAttr("name");
    for (String field : fields) {
      for (String value : VALUES) {
        String address = page + "?" + encode(field) + "=" + encode(value);
        assertThat(get(address).statusCode()).as(address).isEqualTo(200);
      }
    }
  }

  private static HttpResponse<String> get(String target) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(SERVER.url(target))).timeout(PATIENCE).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
