package descent.web.api;

import descent.classroom.Export;
import descent.classroom.Transcript;
import descent.web.LearnerCookie;
import descent.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.function.Function;

/** {@code GET /api/work?format=json|csv|xapi}: all that is kept of the learner who asks. */
public final class WorkApi implements Routes {
  private final LearnerCookie cookie;
  private final Function<String, Transcript> transcripts;

  /**
   * @param transcripts what is kept of a learner
   */
  public WorkApi(LearnerCookie cookie, Function<String, Transcript> transcripts) {
    this.cookie = cookie;
    this.transcripts = transcripts;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/work", this::send);
  }

  private void send(Context ctx) {
    Transcript transcript =
        cookie
            .learner(ctx)
            .map(transcripts)
            .orElseThrow(
                () -> new NotFoundResponse("Nothing is kept of the reader of this browser."));
    String format = ctx.queryParam("format");
    switch (format == null ? "json" : format) {
      case "json" -> file(ctx, "work.json", "application/json", Export.json(transcript));
      case "csv" -> file(ctx, "work.csv", "text/csv;charset=utf-8", Export.csv(transcript));
      case "xapi" -> {
        String home = ctx.scheme() + "://" + ctx.host();
        file(ctx, "statements.json", "application/json", Export.xapi(transcript, home));
      }
      default ->
          throw new BadRequestResponse("The format is json, csv or xapi, not " + format + ".");
    }
  }

  private static void file(Context ctx, String name, String type, String text) {
    ctx.header("Cache-Control", "no-store")
        .header("Content-Disposition", "attachment; filename=\"descent-" + name + "\"")
        .contentType(type)
        .result(text);
  }
}
