package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import descent.App;
import descent.content.Course;
import descent.web.Browser;
import descent.web.TestServer;
import descent.words.Languages;
import descent.words.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the first view of a lesson costs, compressed: the page, its styles, the modules that load at
 * once with all that they import, the first figure's too, and the fonts of its formulas.
 */
class WeightTest {
  private static final int LARGEST = 250_000;
  private static final Pattern IMPORTED =
      Pattern.compile("(?m)^(?:import|export)\\s(?:[\\w\\s{},*]*?from\\s)?\"([^\"]+)\";");
  private static final Pattern MODULE =
      Pattern.compile("(\\w+): \\(\\) => import\\(\"\\./(.*?)\"\\)");

  private static final String KATEX = "/webjars/katex/0.18.11/dist/fonts/";

  private static final List<String> LANGUAGES =
      Languages.read(Path.of("static", "words")).all().stream().map(Words::language).toList();

  private static final Course COURSE = new App().course(Path.of("content"));
  private static final TestServer SERVER = new TestServer(COURSE);
  private static final Browser BROWSER = new Browser();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Map<String, Integer> bytes = new LinkedHashMap<>();

  @AfterAll
  static void close() {
    BROWSER.close();
    SERVER.close();
  }

  private String language = "";

  static Stream<Arguments> lessons() {
    return LANGUAGES.stream()
        .flatMap(
            language ->
                COURSE.lessons().stream().map(lesson -> Arguments.of(language, lesson.slug())));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void theFirstViewOfALessonTakesLessThan250Kilobytes(String language, String slug)
      throws Exception {
    this.language = language;
    String address = "/lessons/" + slug;
    Document page = Jsoup.parse(fetched(address));
    assertThat(page.select("html").attr("lang")).isEqualTo(language);
    for (String style : page.select("head link[rel=stylesheet]:not([disabled])").eachAttr("href")) {
      fetched(style);
    }
    scripts(page);
    BROWSER.speaks(language);
    for (String font : fonts(address)) {
      fetched(font);
    }
    int sum = bytes.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(bytes).hasSizeGreaterThan(20);
    assertThat(sum).as("%s in %s: %s", slug, language, bytes).isLessThan(LARGEST);
  }

  private void scripts(Document page) throws Exception {
    Map<String, String> urls = urls(page);
    fetched(page.select("script[src]:not([type])").attr("src"));
    String main = modules("js/main.js", urls);
    Element first = page.selectFirst("figure[data-block]");
    String kind = first == null ? "" : first.attr("data-block");
    MODULE
        .matcher(main)
        .results()
        .filter(module -> module.group(1).equals(kind))
        .forEach(module -> modules("js/" + module.group(2), urls));
  }

  /** Fetches a module with all that it imports. */
  private String modules(String name, Map<String, String> urls) {
    String url = urls.get(name);
    assertThat(url).as(name).isNotNull();
    if (bytes.containsKey(url)) {
      return "";
    }
    String text = fetched(url);
    IMPORTED
        .matcher(text)
        .results()
        .map(found -> found.group(1).replaceFirst("^\\./", "js/"))
        .forEach(imported -> modules(imported, urls));
    return text;
  }

  private static Map<String, String> urls(Document page) throws IOException {
    String json = page.select("script[type=importmap]").first().data();
    var urls = new LinkedHashMap<String, String>();
    new ObjectMapper()
        .readTree(json)
        .get("imports")
        .properties()
        .forEach(
            entry ->
                urls.put(entry.getKey().replaceFirst("^/static/", ""), entry.getValue().asText()));
    return urls;
  }

  private static List<String> fonts(String address) {
    BROWSER.size(1440, 900).open(SERVER.url(address));
    BROWSER.await("!document.querySelector('.math:not([data-tex])')");
    List<String> faces =
        BROWSER.run(
            "return document.fonts.ready.then(fonts => [...fonts].filter(f => f.status ==="
                + " 'loaded').map(f => `${f.family}-${f.weight}-${f.style}`))");
    return faces.stream().map(face -> KATEX + file(face)).toList();
  }

  private static String file(String face) {
    return face.replace("-400-normal", "-Regular")
            .replace("-400-italic", "-Italic")
            .replace("-700-normal", "-Bold")
            .replace("-700-italic", "-BoldItalic")
        + ".woff2";
  }

  /** The text behind an address; its size, as it was sent, is kept once. */
  private String fetched(String path) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(SERVER.url(path)))
              .header("Accept-Encoding", "gzip")
              .header("Accept-Language", language);
      var reply = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      assertThat(reply.statusCode()).as(path).isEqualTo(200);
      bytes.put(path, reply.body().length);
      boolean zipped = reply.headers().firstValue("Content-Encoding").isPresent();
      var body = new ByteArrayInputStream(reply.body());
      return new String(
          zipped ? new GZIPInputStream(body).readAllBytes() : body.readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }
}
