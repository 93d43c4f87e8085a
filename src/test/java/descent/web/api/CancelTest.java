package descent.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import descent.objective.Problems;
import descent.optimizer.Optimizers;
import descent.run.Catalog;
import descent.run.Limits;
import descent.run.RunService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader who leaves frees the thread that computes. */
class CancelTest {
  private static final Limits ENDLESS =
      new Limits(
          Integer.MAX_VALUE,
          6,
          Integer.MAX_VALUE,
          400,
          Duration.ofHours(1),
          512,
          Long.MAX_VALUE,
          Long.MAX_VALUE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/run?objective=rosenbrock&steps=2000000000&every=10000&optimizer=gd(learning_rate=1e-9)",
        "/api/sweep?objective=rosenbrock&steps=100000&resolution=512&optimizer=adam",
        "/api/train?hidden=1000,1000&batch=1000&steps=20000&every=20&optimizer=adam",
        "/api/sweep?objective=rosenbrock&steps=10000000&resolution=512&optimizer=lbfgs",
      })
  void a_closed_stream_ends_its_computation(String target)
      throws IOException, InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Catalog endless = new Catalog(new Problems(), new Optimizers(), ENDLESS);
    try (Api api =
        new Api(
            new RunService(endless), routes -> routes.after("/api/*", ctx -> ended.countDown()))) {
      try (Socket reader = new Socket("127.0.0.1", api.port())) {
        String request = "GET " + target + "&format=events HTTP/1.1\r\nHost: localhost\r\n\r\n";
        reader.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8));
        while (!lines.readLine().matches("event: (progress|frames)")) {
          assertThat(ended.getCount()).isEqualTo(1);
        }
      }
      assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv", "svg"})
  void a_training_that_nobody_waits_for_ends(String format)
      throws IOException, InterruptedException {
    String target =
        "/api/train?hidden=1000,1000&batch=1000&steps=20000&every=20&optimizer=adam&format="
            + format;
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    try (Api api =
        new Api(
            new RunService(Catalog.standard()),
            routes -> {
              routes.before("/api/*", ctx -> begun.countDown());
              routes.after("/api/*", ctx -> ended.countDown());
            })) {
      try (Socket reader = new Socket("127.0.0.1", api.port())) {
        String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        reader.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
