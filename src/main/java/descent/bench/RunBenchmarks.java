package descent.bench;

import descent.expr.Expr;
import descent.expr.Routine;
import descent.expr.Tape;
import descent.objective.Formula;
import descent.run.Catalog;
import descent.run.Path;
import descent.run.RunService;
import descent.run.RunSpec;
import descent.web.Errors;
import descent.web.Server;
import descent.web.api.QueryErrors;
import descent.web.api.RunApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Single runs: the formula, the engine and the whole answer over HTTP. */
final class RunBenchmarks {
  private static final int POINTS = 100_000;
  private static final String RUN =
      "objective=rosenbrock&steps=1000&optimizer=adam(learning_rate=%s)";

  private final Catalog catalog;

  RunBenchmarks(Catalog catalog) {
    this.catalog = catalog;
  }

  List<Benchmark> all() {
    return List.of(
        new Benchmark(
            "expression_rosenbrock_tape_mevals_s",
            "Values with gradient of a typed Rosenbrock function, before compilation, one core.",
            () -> evaluations(tape())),
        new Benchmark(
            "expression_rosenbrock_compiled_mevals_s",
            "Values with gradient of a typed Rosenbrock function, compiled, one core.",
            () -> evaluations(tape().compiled())),
        new Benchmark(
            "rosenbrock_adam_1000_steps_ms",
            "1,000 steps of Adam on Rosenbrock inside the engine.",
            this::engine),
        new Benchmark(
            "api_run_400_frames_ms",
            "The gzipped JSON of that run at up to 400 frames, over HTTP on this machine.",
            this::answer));
  }

  static Tape tape() {
    Formula formula = Formula.of("(1 - x)^2 + 100*(y - x^2)^2", Map.of());
    List<Expr> outputs = new ArrayList<>(List.of(formula.expression()));
    outputs.addAll(formula.gradientExpressions());
    return Tape.of(formula.variables(), outputs);
  }

  private static double evaluations(Routine routine) {
    double[] sum = new double[1];
    double milliseconds = Stopwatch.milliseconds(repeat -> sum[0] += sum(routine));
    return Double.isNaN(sum[0]) ? Double.NaN : POINTS / milliseconds / 1e3;
  }

  /** Of all values and gradients at {@link #POINTS} points. */
  static double sum(Routine routine) {
    double[] in = new double[2];
    double[] out = new double[3];
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      in[0] = i * 2e-5 - 1;
      in[1] = 1 - i * 1e-5;
      routine.evaluate(in, out);
      sum += out[0] + out[1] + out[2];
    }
    return sum;
  }

  private double engine() {
    RunService service = new RunService(catalog);
    RunSpec spec = adam(catalog);
    return Stopwatch.milliseconds(repeat -> path(service, spec));
  }

  static RunSpec adam(Catalog catalog) {
    return RunSpec.decode(QueryMap.of(RUN.formatted(0.01)), catalog);
  }

  static Path path(RunService service, RunSpec spec) {
    return service.start(spec).get(0).path();
  }

  private double answer() {
    RunApi api = new RunApi(new RunService(catalog));
    Errors errors = new Errors((ctx, problem) -> problem.send(ctx));
    HttpClient client = HttpClient.newHttpClient();
    try (Server server =
        new Server(errors, List.of(api, new QueryErrors())).start("127.0.0.1", 0)) {
      return Stopwatch.milliseconds(
          repeat -> get(client, server.port(), RUN.formatted(0.01 + repeat * 1e-7)));
    }
  }

  private static void get(HttpClient client, int port, String query) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/run?" + query))
            .header("Accept-Encoding", "gzip")
            .build();
    try {
      int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("status " + status + " for " + query);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
