package descent.web.api;

import descent.plot.Palette;
import descent.plot.Trace;
import descent.plot.TrainPicture;
import descent.plot.TrainPicture.Axis;
import descent.plot.TrainPicture.Measure;
import descent.run.BadQuery;
import descent.run.Complaint;
import descent.run.Query;
import descent.run.training.LessonTable;
import descent.run.training.TrainResult;
import descent.run.training.TrainService;
import descent.run.training.TrainSession;
import descent.run.training.TrainSpec;
import descent.web.LanguageChoice;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code GET /api/train}: trainings of a network as JSON, CSV, SVG or an event stream.
 *
 * <p>The stream has the events {@code frames} (what is new for each optimizer, edits, progress),
 * {@code done} (the stops) and {@code problem}. A stream that was opened with {@code stream=NAME}
 * takes {@code POST /api/train/NAME} with {@code pause=1}, {@code pause=0} or {@code
 * edit=KEY.HYPERPARAMETER=VALUE}, which holds from the next frame on; the stream says at which
 * step.
 */
public final class TrainApi implements Routes {
  private static final String NAME = "[-0-9a-f]{16,40}";

  private final TrainService service;
  private final LessonTable.Shelf tables;

  /**
   * @param tables of the lessons that are served
   */
  public TrainApi(TrainService service, LessonTable.Shelf tables) {
    this.service = service;
    this.tables = tables;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/train", this::answer);
    routes.post("/api/train/{stream}", this::change);
  }

  private void answer(Context ctx) {
    Query query = new Query(ctx.queryParamMap());
    Format format = Format.of(query, ctx, Format.JSON, Format.CSV, Format.EVENTS, Format.SVG);
    if (format == Format.SVG) {
      String picture = LanguageChoice.of(ctx).pictures(picture(query, new Reader(ctx)));
      Answers.send(ctx, format.type(), picture.getBytes(StandardCharsets.UTF_8));
      return;
    }
    String name = query.text("stream", "");
    if (!name.isEmpty() && !name.matches(NAME)) {
      query.complain("stream", name, "Should be 16 to 40 hexadecimal digits, such as a UUID.");
    }
    TrainSpec spec = TrainSpec.decode(query, service.catalog(), tables);
    switch (format) {
      case EVENTS -> stream(ctx, spec, name);
      case CSV ->
          Answers.send(ctx, format.type(), TrainCsv.of(service.result(spec, new Reader(ctx))));
      default -> {
        TrainResult result = service.result(spec, new Reader(ctx));
        Words words = LanguageChoice.of(ctx);
        Answers.send(ctx, format.type(), Json.bytes(json -> TrainJson.result(json, result, words)));
      }
    }
  }

  /** {@code axis}, {@code measure}, {@code scale}, {@code theme} say what the picture shows. */
  private String picture(Query query, Reader reader) {
    Axis axis = Axis.valueOf(word(query, "axis", Axis.words()));
    Measure measure = Measure.valueOf(word(query, "measure", Measure.words()));
    boolean logarithmic = word(query, "scale", List.of("log", "linear")).equals("LOG");
    Palette palette = Palette.valueOf(word(query, "theme", List.of("light", "dark")));
    List<Trace> given = query.all("trace").stream().flatMap(t -> Trace.named(t).stream()).toList();
    TrainSpec spec = TrainSpec.decode(query, service.catalog(), tables);
    List<String> names = spec.entrants().stream().map(e -> e.optimizer().name()).toList();
    List<Trace> traces = given.size() == names.size() ? given : Trace.of(names);
    return new TrainPicture(service.result(spec, reader), traces, axis, measure, logarithmic)
        .file(palette);
  }

  private static String word(Query query, String key, List<String> known) {
    return query.word(key, known.get(0), known).toUpperCase(Locale.ROOT);
  }

  /** Too much under way is said before the stream opens. */
  private void stream(Context ctx, TrainSpec spec, String name) {
    try (TrainService.Ticket ticket = service.reserve(spec)) {
      Events events = new Events(ctx);
      TrainResult result =
          service.watch(
              ticket,
              name,
              (moments, edits, progress) ->
                  events.send(
                      "frames",
                      Integer.toString(progress.step()),
                      Json.bytes(json -> TrainJson.news(json, moments, edits, progress))));
      events.send(
          "done", "", Json.bytes(json -> TrainJson.done(json, result, LanguageChoice.of(ctx))));
    }
  }

  private void change(Context ctx) {
    TrainSession session =
        service
            .session(ctx.pathParam("stream"))
            .orElseThrow(() -> new NotFoundResponse("This training has ended."));
    Optional.ofNullable(ctx.formParam("pause")).ifPresent(word -> session.pause(word.equals("1")));
    Optional.ofNullable(ctx.formParam("edit")).ifPresent(text -> edit(session, text));
    ctx.header("Cache-Control", "no-store").status(204);
  }

  private static void edit(TrainSession session, String text) {
    try {
      session.edit(text);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new BadQuery(List.of(new Complaint("edit", text, message)));
    }
  }
}
