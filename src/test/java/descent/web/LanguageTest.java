package descent.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which language a reader is answered. */
class LanguageTest {
  private static final TestServer SERVER = new TestServer();
  private static final String[] GERMAN = {"Accept-Language", "de-DE,de;q=0.9,en;q=0.8"};

  @AfterAll
  static void close() {
    SERVER.close();
  }

  private static String where(HttpResponse<String> reply) {
    return reply.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void aPageSpeaksTheFirstLanguageThatTheBrowserWants() {
    Client reader = new Client(SERVER);
    assertThat(reader.get("/keyboard").body()).contains("<html lang=\"en\"", "<h1>Keyboard</h1>");
    HttpResponse<String> german = reader.get("/keyboard", GERMAN);
    assertThat(german.body()).contains("<html lang=\"de\"", "<h1>Tastatur</h1>");
    assertThat(german.headers().firstValue("Vary").orElse(""))
        .contains("Accept-Language", "Cookie");
  }

  @Test
  void aChoiceIsKeptAndLeadsBackToTheFigureAsItWasSet() {
    Client reader = new Client(SERVER);
    String page = SERVER.url("/lessons/momentum?valley.steps=7");
    String[] from = {"Referer", page, "Accept-Language", "de"};
    HttpResponse<String> english = reader.post("/language", "language=en", from);
    assertThat(where(english)).isEqualTo("/lessons/momentum?valley.steps=7");
    assertThat(reader.get("/keyboard", GERMAN).body()).contains("<h1>Keyboard</h1>");
    reader.post("/language", "language=de");
    assertThat(reader.get("/keyboard").body()).contains("<h1>Tastatur</h1>");
  }

  @Test
  void aChoiceNeverLeadsToAnotherSite() {
    Client reader = new Client(SERVER);
    for (String from :
        new String[] {"http://example.org/x", SERVER.url("//example.org"), "?", "a b"}) {
      var reply = reader.post("/language", "language=en", "Referer", from);
      assertThat(where(reply)).as(from).matches("/(example.org)?");
    }
  }

  @Test
  void anUnknownLanguageIsRefusedWithThoseThatThereAre() {
    var reply = new Client(SERVER).post("/language", "language=tlh");
    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(reply.body()).contains("language is one of en, de, not &#x27;tlh&#x27;.");
  }

  @Test
  void aPageHeldInOneLanguageIsNotTheAnswerInAnother() {
    Client reader = new Client(SERVER);
    String tag = reader.get("/lessons/momentum").headers().firstValue("ETag").orElseThrow();
    String[] again = {"If-None-Match", tag};
    assertThat(reader.get("/lessons/momentum", again).statusCode()).isEqualTo(304);
    String[] german = {"If-None-Match", tag, "Accept-Language", "de"};
    HttpResponse<String> other = reader.get("/lessons/momentum", german);
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.body()).contains("Diese Lektion ist auf Englisch.");
    assertThat(reader.get("/lessons/momentum").body()).doesNotContain("Englisch", "Lektion");
  }

  /** English words that no German sentence has. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(the|is|are|be|should|must|would|given|known|unknown|and|of|to|expected)\\b");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run?objective=x*x%2By*y&optimizer=gd(learning_rate=-1)",
        "run?objective=x*x%2By*y&optimizer=gd(learning_rate=abc)",
        "run?objective=x*x%2By*y&optimizer=adam(b1=2)",
        "run?objective=x*x%2By*y&optimizer=nothing",
        "run?objective=x*x%2By*y&optimizer=gd(",
        "run?objective=x*x%2By*y&optimizer=gd(rate=1)",
        "run?objective=x*x%2By*y&optimizer=lookahead(gd,gd)",
        "run?objective=x*x%2By*y&optimizer=gd&steps=-1",
        "run?objective=x*x%2By*y&optimizer=gd&steps=many",
        "run?objective=x*x%2By*y&optimizer=gd&start=1,2,3",
        "run?objective=x*x%2By*y&optimizer=gd&start=1,b",
        "run?objective=x*x%2By*y&optimizer=gd&steps=1&steps=2",
        "run?objective=x*x%2By*y&optimizer=gd&nonsense=1",
        "run?objective=x*x%2By*y",
        "run?objective=&optimizer=gd",
        "run?objective=x%2B&optimizer=gd",
        "run?objective=(x&optimizer=gd",
        "run?objective=x)&optimizer=gd",
        "run?objective=x+y&optimizer=gd",
        "run?objective=foo(x)&optimizer=gd",
        "run?objective=sin&optimizer=gd",
        "run?objective=max(x)&optimizer=gd",
        "run?objective=a*x&optimizer=gd",
        "run?objective=x&param.b=1&optimizer=gd",
        "run?objective=rosenbrock&param.q=1&optimizer=gd",
        "run?objective=x&optimizer=gd&format=pdf",
        "field?objective=x*y&box=1,0,0,1",
        "sweep?objective=x*x%2By*y&optimizer=gd&over=learning_rate&box=-1,1,0,1&scale=log",
        "sweep?objective=x*x%2By*y&optimizer=gd&over=nothing",
        "train?optimizer=adam&hidden=0",
        "train?optimizer=adam&steps=999999999",
        "train?optimizer=adam&batch=100000",
        "train?hidden=4",
        "exhibit/fisher?level=9999",
        "calculate?define=x",
        "nothing"
      })
  void whatIsWrongWithARequestIsSaidInTheReadersLanguage(String path) {
    HttpResponse<String> reply = new Client(SERVER).get("/api/" + path, GERMAN);
    assertThat(reply.statusCode()).isBetween(400, 499);
    JsonNode problem = Client.json(reply);
    assertThat(problem.get("detail").asText()).doesNotContainPattern(ENGLISH);
    assertThat(problem.get("title").asText()).doesNotContainPattern("(?i)bad|not|wrong");
    for (JsonNode error : problem.path("errors")) {
      assertThat(error.get("message").asText()).doesNotContainPattern(ENGLISH);
    }
  }

  /** JSON is UTF-8, whatever its type is called. */
  @Test
  void umlautsReachTheReaderOfAProblem() {
    assertThat(new Client(SERVER).get("/api/run?objective=nope(", GERMAN).body())
        .contains("Ungültige Anfrage", "„nope“");
  }

  @Test
  void howARunEndsIsToldInTheReadersLanguage() {
    String query =
        "/api/run?objective=x*x%2By*y&start=1,1&steps=300&optimizer=gd(learning_rate=1.2)";
    String german = new Client(SERVER).get(query, GERMAN).body();
    assertThat(german).contains("divergierte bei Schritt", "Versuch η = ");
    assertThat(new Client(SERVER).get(query).body()).contains("diverged at step", "Try η = ");
    assertThat(new Client(SERVER).get(query + "&format=svg", GERMAN).body())
        .contains(">Schritt</text>")
        .doesNotContain(">step</text>");
  }

  @Test
  void onlyAPageInAnotherLanguageFetchesTranslations() {
    Client reader = new Client(SERVER);
    assertThat(reader.get("/").body()).doesNotContain("/words/");
    String page = reader.get("/", GERMAN).body();
    String url = page.replaceFirst("(?s).*\"(/words/de\\.js\\?v=\\w+)\".*", "$1");
    HttpResponse<String> words = reader.get(url);
    assertThat(words.body()).startsWith("export default {").contains("\"Copied\":\"Kopiert\"");
    assertThat(words.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(reader.get("/words/tlh.js").statusCode()).isEqualTo(404);
  }
}
