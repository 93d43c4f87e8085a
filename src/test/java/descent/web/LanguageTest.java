package descent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

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
