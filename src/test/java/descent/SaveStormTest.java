package descent;

import static org.assertj.core.api.Assertions.assertThat;

import descent.classroom.Learners;
import descent.store.Draft;
import descent.store.SqliteStore;
import descent.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real server process is killed while learners save: what it acknowledged is there afterwards.
 */
class SaveStormTest {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
  private static final int LEARNERS = 8;
  private static final int SAVES = 40;

  /** One browser: its cookie, the last draft and the answers that were acknowledged. */
  private static final class Writer extends Thread {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String server;
    private final CountDownLatch storm;
    private String code = "";
    private long revision;
    private final List<String> answers = new ArrayList<>();

    Writer(String server, CountDownLatch storm) {
      this.server = server;
      this.storm = storm;
    }

    @Override
    public void run() {
      try {
        for (int i = 1; ; i++) {
          String draft = "{\"answer\":[\"%d\"],\"revision\":%d}".formatted(1 + i % 2, i);
          if (send("/api/draft/momentum/velocity", "application/json", draft)) {
            revision = i;
          }
          String answer = Integer.toString(1 + i % 3);
          if (i <= 3
              && send(
                  "/api/answer/momentum/steady",
                  "application/x-www-form-urlencoded",
                  "answer=" + answer)) {
            answers.add("[\"" + answer + "\"]");
          }
          storm.countDown();
        }
      } catch (IOException e) {
        // The server was killed.
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private boolean send(String path, String type, String body)
        throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(server + path))
              .header("Content-Type", type)
              .POST(BodyPublishers.ofString(body));
      if (!code.isEmpty()) {
        request.header("Cookie", "descent=" + code);
      }
      HttpResponse<String> reply = client.send(request.build(), BodyHandlers.ofString());
      Optional<String> cookie = reply.headers().firstValue("Set-Cookie");
      cookie.ifPresent(value -> code = value.replaceFirst("descent=([^;]*).*", "$1"));
      return reply.statusCode() == 200;
    }
  }

  @Test
  void everyAcknowledgedSaveSurvivesAKill(@TempDir Path folder) throws Exception {
    Process process = serve(folder);
    List<Writer> writers = new ArrayList<>();
    try (BufferedReader log = process.inputReader()) {
      String server = address(log);
      var storm = new CountDownLatch(LEARNERS * SAVES);
      for (int i = 0; i < LEARNERS; i++) {
        writers.add(new Writer(server, storm));
        writers.get(i).start();
      }
      assertThat(storm.await(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    for (Writer writer : writers) {
      writer.join();
    }
    assertThat(writers).allSatisfy(writer -> assertThat(writer.revision).isPositive());
    try (Store store = new SqliteStore(folder)) {
      var learners = new Learners(store, Clock.systemUTC());
      for (Writer writer : writers) {
        String learner = learners.find(writer.code).orElseThrow();
        assertThat(store.drafts(learner))
            .singleElement()
            .extracting(Draft::revision)
            .satisfies(kept -> assertThat(kept).isBetween(writer.revision, writer.revision + 1));
        assertThat(store.attempts(learner))
            .extracting(marked -> marked.attempt().answer())
            .startsWith(writer.answers.toArray(String[]::new));
      }
    }
  }

  @Test
  void theLogHoldsNoCodeAndNoAnswer(@TempDir Path folder) throws Exception {
    Process process = serve(folder);
    try (BufferedReader log = process.inputReader()) {
      Writer writer = new Writer(address(log), new CountDownLatch(0));
      String form = "application/x-www-form-urlencoded";
      assertThat(writer.send("/continue", form, "code=7K3M-Q0XD-WT52-9HJA")).isFalse();
      assertThat(writer.send("/api/answer/momentum/none", form, "answer=a+secret")).isFalse();
      String long20k = "answer=" + "secret".repeat(4_000);
      assertThat(writer.send("/api/answer/momentum/steady", form, long20k)).isFalse();
      assertThat(writer.send("/api/answer/momentum/steady", form, "answer=1")).isTrue();
      process.toHandle().destroy();
      String rest = log.lines().collect(Collectors.joining("\n"));
      assertThat(rest).contains("400 POST /continue", "404 POST", "413 POST");
      assertThat(rest).doesNotContain("7K3M", "secret", writer.code);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static Process serve(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "descent.App",
            "serve",
            "--port",
            "0",
            "--data",
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static String address(BufferedReader log) throws IOException {
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return "http://127.0.0.1:" + address.group(1);
      }
    }
    throw new IllegalStateException("the server ended without an address");
  }
}
