package descent.web;

import static org.assertj.core.api.Assertions.assertThat;

import descent.store.Marked;
import descent.store.SqliteStore;
import descent.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers on their way into a real store. */
class AttemptsTest {
  private static final String STEP = "/api/answer/momentum/step";

  @TempDir private Path folder;
  private Store store;
  private TestServer server;
  private Client ada;

  @BeforeEach
  void open() {
    store = new SqliteStore(folder);
    server = new TestServer(store, 0);
    ada = new Client(server);
  }

  @AfterEach
  void close() {
    server.close();
    store.close();
  }

  @Test
  void thereIsNoCookieBeforeThereIsSomethingToKeep() {
    ada.get("/");
    ada.get("/lessons/momentum");
    ada.post(STEP, "answer=9");
    assertThat(ada.cookie()).isEmpty();
    String header = ada.post(STEP, "answer=2").headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(header).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
    assertThat(ada.post(STEP, "answer=1").headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(attempts(ada)).hasSize(2);
  }

  @Test
  void clickingTwiceAndReplayingLateKeepsEachAnswerOnce() throws Exception {
    ada.post(STEP, "answer=2");
    var pool = Executors.newFixedThreadPool(8);
    List<Callable<Integer>> clicks =
        IntStream.range(0, 40)
            .<Callable<Integer>>mapToObj(
                i -> () -> ada.post(STEP, "answer=" + (1 + i % 2)).statusCode())
            .toList();
    for (var click : pool.invokeAll(clicks)) {
      assertThat(click.get()).isEqualTo(200);
    }
    pool.shutdown();
    assertThat(attempts(ada))
        .extracting(marked -> marked.attempt().answer())
        .containsExactly("[\"2\"]", "[\"1\"]");
    assertThat(attempts(ada)).allMatch(marked -> marked.markings().size() == 1);
  }

  @Test
  void anotherLearnerMayGiveTheSameAnswer() {
    Client bob = new Client(server);
    ada.post(STEP, "answer=1");
    bob.post(STEP, "answer=1");
    assertThat(attempts(ada)).hasSize(1);
    assertThat(attempts(bob)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://elsewhere.example",
    "Origin, null",
    "Origin, ://",
  })
  void whatAnotherSiteSendsIsRefused(String header, String value) {
    var reply = ada.post(STEP, "answer=1", header, value);
    assertThat(reply.statusCode()).isEqualTo(403);
    assertThat(Client.json(reply).get("detail").asText()).contains("another site");
    assertThat(ada.cookie()).isEmpty();
  }

  @Test
  void whatTheOwnPageSendsIsTaken() {
    String origin = server.url("");
    assertThat(ada.post(STEP, "answer=1", "Origin", origin).statusCode()).isEqualTo(200);
    assertThat(ada.post(STEP, "answer=1", "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"''", "no code", "0000-0000-0000-0000", "%00%ff", "../../etc/passwd"})
  void aCookieThatIsNobodysNeverLosesAnAnswer(String value) {
    var reply = new Client(server).post(STEP, "answer=1", "Cookie", "descent=" + value);
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers().firstValue("Set-Cookie")).isPresent();
  }

  @Test
  void anOversizedAnswerIsRefusedWithItsSize() {
    var reply = ada.post(STEP, "answer=" + "1".repeat(20_001));
    assertThat(reply.statusCode()).isEqualTo(413);
    assertThat(Client.json(reply).get("detail").asText())
        .isEqualTo("An answer has at most 20000 characters, not 20001.");
    assertThat(ada.post(STEP, "answer=1&".repeat(101)).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "answer/momentum/forged",
        "answer/forged/step",
        "draft/momentum/forged",
        "draft/momentum/..%2fstep",
        "hint/momentum/forged",
        "event/ran/momentum/forged",
        "event/completed/forged",
        "event/answered/momentum",
        "event/predicted/momentum",
      })
  void aForgedNameIsRefusedAndKeepsNothing(String path) {
    var reply = ada.post("/api/" + path, "answer=1&revision=1");
    assertThat(reply.statusCode()).isIn(400, 404);
    assertThat(Client.json(reply).get("detail").asText()).isNotBlank();
    assertThat(ada.cookie()).isEmpty();
  }

  @Test
  void ofDraftsThatOvertakeEachOtherTheLastRevisionIsKept() {
    String draft = "/api/draft/momentum/step";
    for (int revision : new int[] {1, 4, 2, 4, 3}) {
      String body = "{\"answer\":[\"%d\"],\"revision\":%d}".formatted(revision, revision);
      var reply = Client.json(ada.postJson(draft, body));
      assertThat(reply.get("revision").asInt()).isEqualTo(revision == 1 ? 1 : 4);
    }
    assertThat(ada.get("/api/work").body()).contains("\"answer\":[\"4\"]");
    assertThat(attempts(ada)).isEmpty();
  }

  @Test
  void aLogNamesNobodyAndHoldsNoAnswer() {
    ada.post(STEP, "answer=1");
    String code = ada.cookie().orElseThrow().getValue();
    PrintStream before = System.err;
    var log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      ada.get("/api/reading/momentum/forged?answer=my%20secret&variant=0");
      ada.get("/lessons/forged?step.answer=my+secret&step.attempt=2");
      ada.post("/api/answer/momentum/forged", "answer=my+secret");
      ada.post("/continue", "code=my-secret");
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8).lines().toList())
        .hasSize(4)
        .anyMatch(line -> line.contains("/api/reading/momentum/forged?answer=…&variant=0"))
        .noneMatch(line -> line.contains("secret") || line.contains(code));
  }

  private List<Marked> attempts(Client client) {
    var learners = new descent.classroom.Learners(store, java.time.Clock.systemUTC());
    return store.attempts(learners.find(client.cookie().orElseThrow().getValue()).orElseThrow());
  }
}
