package descent.bench;

import descent.device.Devices;
import descent.linalg.Algebras;
import descent.run.training.LessonTable;
import descent.run.training.TrainCatalog;
import descent.run.training.TrainService;
import descent.web.Errors;
import descent.web.Server;
import descent.web.api.QueryErrors;
import descent.web.api.TrainApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;

/** From Play to the first frame of a training. */
final class FirstFrame {
  private static final String TRAIN =
      "format=events&steps=1000&optimizer=kfac&optimizer=adam&optimizer=momentum&seed=";

  private FirstFrame() {}

  static Benchmark benchmark(int threads) {
    return new Benchmark(
        "train_first_frame_ms",
        "From the request for three trainings on the digits to their first frames, over HTTP.",
        () -> measure(threads));
  }

  private static double measure(int threads) {
    TrainCatalog catalog = TrainCatalog.standard(Algebras.onDemand(), new Devices());
    TrainApi api = new TrainApi(new TrainService(catalog, threads), LessonTable.Shelf.EMPTY);
    Errors errors = new Errors((ctx, problem) -> problem.send(ctx));
    HttpClient client = HttpClient.newHttpClient();
    try (Server server =
        new Server(errors, List.of(api, new QueryErrors())).start("127.0.0.1", 0)) {
      return Stopwatch.milliseconds(repeat -> watch(client, server.port(), TRAIN + repeat));
    }
  }

  /** Reads the stream to its first frames, and leaves. */
  private static void watch(HttpClient client, int port, String query) {
    URI address = URI.create("http://127.0.0.1:" + port + "/api/train?" + query);
    try (InputStream body =
            client
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream())
                .body();
        Scanner lines = new Scanner(body, StandardCharsets.UTF_8)) {
      while (!lines.nextLine().startsWith("data:")) {}
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
