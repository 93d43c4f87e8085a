package descent.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as curl, a cache and an attacker see it. */
class ServerTest {
  private static final TestServer SERVER = new TestServer();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void everyAnswerForbidsForeignCodeAndFrames() throws Exception {
    for (String path : List.of("/", "/lessons/momentum", "/nothing", "/health", "/api/nothing")) {
      var headers = get(path).headers();
      String policy = headers.firstValue("Content-Security-Policy").orElse("");
      assertThat(policy)
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
      assertThat(headers.firstValue("Server")).as(path).isEmpty();
    }
  }

  @Test
  void thePolicyNamesTheHashOfTheImportMapAndNoOtherInlineScript() throws Exception {
    var page = get("/");
    String body = page.body();
    String map = between(body, "<script type=\"importmap\">", "</script>");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self' " + Assets.cspHash(map) + ";");
    assertThat(body.split("<script(?![^>]* src=)").length - 1).isEqualTo(1);
    assertThat(body).doesNotContain(" style=", " onclick=", "javascript:");
  }

  @ParameterizedTest
  @MethodSource("assets")
  void everyFileOfAPageIsThereAndKeptForEver(String url) throws Exception {
    var reply = get(url);
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    String tag = reply.headers().firstValue("ETag").orElseThrow();
    assertThat(get(url, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  static Stream<String> assets() throws Exception {
    String body = get("/").body();
    JsonNode imports =
        new ObjectMapper()
            .readTree(between(body, "<script type=\"importmap\">", "</script>"))
            .get("imports");
    var urls = java.util.stream.StreamSupport.stream(imports.spliterator(), false);
    var links = body.split("(?:href|src)=\"");
    return Stream.concat(
            urls.map(JsonNode::asText),
            Stream.of(links).skip(1).map(link -> link.substring(0, link.indexOf('"'))))
        .filter(url -> url.startsWith("/static/") || url.startsWith("/webjars/"))
        .distinct();
  }

  @Test
  void aFileWithAnotherHashIsNotKept() throws Exception {
    assertThat(get("/static/css/base.css?v=0").headers().firstValue("Cache-Control"))
        .contains("no-cache");
  }

  @Test
  void aPageIsNotSentTwice() throws Exception {
    for (String path : List.of("/", "/lessons/momentum", "/glossary", "/talk", "/keyboard")) {
      String tag = get(path).headers().firstValue("ETag").orElseThrow();
      var again = get(path, "If-None-Match", tag);
      assertThat(again.statusCode()).as(path).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/static/css/base.css", "/webjars/katex/0.18.11/dist/katex.min.js"})
  void textIsCompressedForWhoUnderstandsIt(String path) throws Exception {
    var request = request(path).header("Accept-Encoding", "gzip").build();
    var reply = CLIENT.send(request, BodyHandlers.ofByteArray());
    assertThat(reply.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(reply.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
    var unpacked = new GZIPInputStream(new ByteArrayInputStream(reply.body())).readAllBytes();
    assertThat(new String(unpacked, StandardCharsets.UTF_8)).isEqualTo(get(path).body());
  }

  @Test
  void healthIsJsonThatNobodyKeeps() throws Exception {
    var reply = get("/health");
    assertThat(new ObjectMapper().readTree(reply.body()).get("status").asText()).isEqualTo("ok");
    assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void anUnknownEndpointIsAProblem() throws Exception {
    assertProblem(get("/api/nothing"), 404, "/api/nothing");
  }

  @Test
  void aWrongMethodIsAProblemThatNamesTheRightOne() throws Exception {
    var reply = get("/api/answer/momentum/velocity");
    assertProblem(reply, 405, "GET");
    assertThat(reply.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void anUnknownQuestionIsAProblem() throws Exception {
    assertProblem(post("/api/answer/nothing/a", "answer=1"), 404, "nothing");
    assertProblem(post("/api/answer/momentum/a", "answer=1"), 404, "a");
  }

  @Test
  void anEnormousBodyIsRefused() throws Exception {
    String body = "answer=" + "1".repeat(2 * Server.LARGEST_BODY);
    assertProblem(post("/api/answer/momentum/step", body), 413, "256 KiB");
  }

  @ParameterizedTest
  @CsvSource({
    "answer=1, right",
    "answer=2, wrong",
    "'', invalid",
    "answer=9, invalid",
    "answer=%00, invalid",
    "answer=1&answer=2, invalid",
  })
  void anAnswerIsMarked(String form, String verdict) throws Exception {
    var reply = post("/api/answer/momentum/step", form);
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(new ObjectMapper().readTree(reply.body()).get("verdict").asText())
        .isEqualTo(verdict);
  }

  @Test
  void anAnswerMayBeJson() throws Exception {
    var reply = postJson("/api/answer/momentum/effects", "{\"answer\": [1, \"2\"]}");
    JsonNode mark = new ObjectMapper().readTree(reply.body());
    assertThat(mark.get("verdict").asText()).isEqualTo("right");
    assertThat(mark.get("notes").get(0).get("html").asText()).contains("floor");
    assertProblem(postJson("/api/answer/momentum/effects", "{"), 400, "answer");
    assertProblem(postJson("/api/answer/momentum/effects", "{\"answers\": []}"), 400, "answer");
  }

  @Test
  void aFormIsAnsweredByAPage() throws Exception {
    var request =
        request("/api/answer/momentum/step")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html,application/xhtml+xml")
            .POST(BodyPublishers.ofString("answer=2"));
    String page = CLIENT.send(request.build(), BodyHandlers.ofString()).body();
    assertThat(page)
        .contains(
            "Not this",
            "each old gradient shrinks",
            "/lessons/momentum?step.attempt=2&amp;step.answer=2#step");
  }

  @Test
  void thePageOfALessonHoldsNoKey() throws Exception {
    assertThat(get("/lessons/momentum").body())
        .contains("How long does the step become?")
        .doesNotContain("each old gradient shrinks", "correct");
  }

  @Test
  void aPlannedLessonIsSaidToBePlanned() throws Exception {
    var reply = get("/lessons/hessian");
    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(reply.body()).contains("Lesson 4, The Hessian, is planned");
  }

  @Test
  void aLessonWithMistakesShowsThem() throws Exception {
    var reply = get("/lessons/adam");
    assertThat(reply.statusCode()).isEqualTo(500);
    assertThat(reply.body()).contains("03-adam/index.md:14", "the block {qiuz} is unknown");
  }

  @Test
  void markupInAnAddressIsText() throws Exception {
    assertThat(get("/lessons/%3Cscript%3Ealert(1)%3C%2Fscript%3E").body())
        .doesNotContain("<script>alert");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/nothing?q=%s HTTP/1.1",
        "GET /%%ff HTTP/1.1",
        "GET /%%zz?a=%%zz HTTP/1.1",
        "GET /static/../pom.xml HTTP/1.1",
        "GET /static/..%%2f..%%2fpom.xml HTTP/1.1",
        "GET /static/%%2e%%2e/%%2e%%2e/etc/passwd HTTP/1.1",
        "GET /webjars/../descent/App.class HTTP/1.1",
        "GET /webjars/..%%5c..%%5cpom.xml HTTP/1.1",
        "GET /lessons/%%00 HTTP/1.1",
        "GET //nothing//.. HTTP/1.1",
        "SPY / HTTP/1.1",
        "TRACE / HTTP/1.1",
        "nonsense",
      })
  void aHostileRequestIsRefusedAndLeavesNoTrace(String line) throws Exception {
    String reply = raw(line.formatted("a".repeat(1_000_000)));
    assertThat(reply).startsWith("HTTP/1.1 4");
    assertThat(reply).doesNotContain("\tat ", "Exception", "root:x", "<groupId>");
    assertThat(get("/health").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/json;charset=nonsense",
        "application/json; charset=utf-16",
      })
  void aBodyThatNothingCanReadIsRefused(String type) throws Exception {
    assertProblem(post("/api/answer/momentum/step", type, "answer=1"), 415, "UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "Content-Length: 9\r\n\r\n{"})
  void aBrokenBodyIsNoMistakeOfTheServer(String rest) throws Exception {
    String head = "POST /api/answer/momentum/step HTTP/1.1\r\nContent-Type: application/json\r\n";
    assertThat(raw(head + "Host: descent\r\nConnection: close\r\n" + rest))
        .startsWith("HTTP/1.1 4");
  }

  private static void assertProblem(HttpResponse<String> reply, int status, String word)
      throws IOException {
    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(reply.headers().firstValue("Content-Type")).contains(ProblemDetails.TYPE);
    JsonNode problem = new ObjectMapper().readTree(reply.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText()).contains(word);
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String form) throws Exception {
    return post(path, "application/x-www-form-urlencoded", form);
  }

  private static HttpResponse<String> postJson(String path, String body) throws Exception {
    return post(path, "application/json", body);
  }

  private static HttpResponse<String> post(String path, String type, String body) throws Exception {
    var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(SERVER.url(path)));
  }

  /**
   * Sends a first line, or a whole request, as it is, and returns what comes back until the server
   * hangs up.
   */
  private static String raw(String line) throws IOException {
    URI server = URI.create(SERVER.url("/"));
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      String rest = "\r\nHost: descent\r\nConnection: close\r\n\r\n";
      String request = line.contains("\n") ? line : line + rest;
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.shutdownOutput();
      } catch (IOException e) {
        // The server may hang up on a long line before it was sent whole.
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    return text.substring(start, text.indexOf(after, start));
  }
}
