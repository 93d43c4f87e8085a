package descent.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.device.Cards;
import descent.device.Devices;
import descent.linalg.Algebras;
import descent.run.Catalog;
import descent.run.RunService;
import descent.run.sweep.SweepService;
import descent.run.training.LessonTable;
import descent.run.training.TrainCatalog;
import descent.run.training.TrainService;
import descent.web.Errors;
import descent.web.Routes;
import descent.web.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A real server on a free port with the data routes, and a client that asks it. */
final class Api implements AutoCloseable {
  final RunService service;
  private final HttpClient client = HttpClient.newHttpClient();
  private final SweepService sweeps;
  private final Server server;

  Api() {
    this(new RunService(Catalog.standard()));
  }

  Api(RunService service, Routes... more) {
    this.service = service;
    sweeps = new SweepService(service.catalog(), 2, new Devices());
    List<Routes> routes = new java.util.ArrayList<>(List.of(more));
    routes.addAll(
        List.of(
            new QueryErrors(),
            new RunApi(service),
            new DerivativesApi(service.catalog()),
            new FieldApi(service.catalog()),
            new SweepApi(sweeps),
            new TrainApi(
                new TrainService(TrainCatalog.standard(Algebras.onDemand(), Cards.DEVICES), 1),
                LessonTable.Shelf.EMPTY),
            new CatalogApi(service.catalog())));
    server =
        new Server(new Errors((ctx, problem) -> problem.send(ctx)), routes).start("127.0.0.1", 0);
  }

  int port() {
    return server.port();
  }

  URI uri(String target) {
    return URI.create("http://127.0.0.1:" + server.port() + target);
  }

  HttpResponse<byte[]> get(String target, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(target));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request, target);
  }

  /** Sends a form. */
  HttpResponse<byte[]> post(String target, String form) {
    return send(
        HttpRequest.newBuilder(uri(target))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)),
        target);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request, String target) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(target, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String text(String target, String... headers) {
    return new String(get(target, headers).body(), StandardCharsets.UTF_8);
  }

  JsonNode json(String target, String... headers) {
    return tree(text(target, headers));
  }

  static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(json, e);
    }
  }

  @Override
  public void close() {
    server.close();
    sweeps.close();
  }
}
