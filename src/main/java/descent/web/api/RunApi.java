package descent.web.api;

import descent.objective.Box;
import descent.plot.RunPicture;
import descent.plot.Trace;
import descent.run.Query;
import descent.run.Result;
import descent.run.RunService;
import descent.run.RunSpec;
import descent.web.LanguageChoice;
import descent.web.Routes;
import descent.web.api.RunJson.Detail;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /api/run}: a run as JSON, CSV, SVG or an event stream.
 *
 * <p>The stream has the events {@code frames} (one object for each optimizer, {@code id:} the
 * step), {@code done} (the stops) and {@code problem}; a bad query is answered before it opens.
 * {@code include=gradient} adds the gradient, {@code include=state} also what each optimizer
 * computes inside.
 */
public final class RunApi implements Routes {
  private final RunService service;

  public RunApi(RunService service) {
    this.service = service;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/run", this::answer);
  }

  private void answer(Context ctx) {
    Query query = new Query(ctx.queryParamMap());
    Format format = Format.of(query, ctx, Format.JSON, Format.CSV, Format.EVENTS, Format.SVG);
    Detail detail = detail(query.word("include", "", List.of("", "gradient", "state")));
    if (format == Format.SVG) {
      Answers.send(
          ctx,
          format.type(),
          LanguageChoice.of(ctx).pictures(picture(query)).getBytes(StandardCharsets.UTF_8));
      return;
    }
    RunSpec spec = RunSpec.decode(query, service.catalog());
    switch (format) {
      case EVENTS ->
          new RunEvents(service, spec, new RunJson(detail, LanguageChoice.of(ctx))).send(ctx);
      case CSV -> Answers.send(ctx, format.type(), RunCsv.of(service.result(spec)));
      default -> Answers.send(ctx, format.type(), json(detail, spec, LanguageChoice.of(ctx)));
    }
  }

  /**
   * The JSON of a run without a request around it.
   *
   * @throws descent.run.BadQuery if the query does not specify one
   */
  public byte[] json(Map<String, List<String>> query) {
    return json(Detail.PATH, RunSpec.decode(query, service.catalog()), Words.ENGLISH);
  }

  private static Detail detail(String word) {
    return word.isEmpty() ? Detail.PATH : Detail.valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }

  private byte[] json(Detail detail, RunSpec spec, Words words) {
    RunJson writer = new RunJson(detail, words);
    return Json.bytes(json -> writer.result(json, service.result(spec)));
  }

  /** {@code box}, {@code step} and {@code scale} say what the picture shows of the run. */
  private String picture(Query query) {
    boolean logarithmic = query.word("scale", "log", List.of("log", "linear")).equals("log");
    int step = (int) query.whole("step", service.catalog().limits().steps(), 0, 100_000);
    Box asked = query.has("box") ? query.box("box", new Box(0, 1, 0, 1)) : new Box(0, 1, 0, 1);
    RunSpec spec = RunSpec.decode(query, service.catalog());
    Result result = service.result(spec);
    Box box = query.has("box") ? asked : spec.problem().box();
    List<String> names = result.paths().stream().map(p -> p.entrant().optimizer().name()).toList();
    return new RunPicture(result, box, Trace.of(names), Math.min(step, spec.steps()), logarithmic)
        .file();
  }
}
