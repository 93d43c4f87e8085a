package descent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import descent.plot.SweepPicture;
import descent.run.BadQuery;
import descent.run.Query;
import descent.run.sweep.Cells;
import descent.run.sweep.SweepService;
import descent.run.sweep.SweepSpec;
import descent.web.LanguageChoice;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code GET
 * /api/sweep?objective=…&optimizer=…&over=start|learning_rate,momentum|learning_rate&box=…&resolution=N&steps=K&measure=…}:
 * a map of many runs as JSON, event stream, CSV, PNG or bytes (the values as little-endian float32,
 * then the kinds).
 *
 * <p>{@code measure} is {@code basin} or {@code loss} over starts, {@code loss}, {@code rate} or
 * {@code theory} over hyperparameters. The stream has an event {@code cells} for each resolution
 * from coarse to fine, {@code progress} while one is computed, {@code done}, and {@code problem}.
 */
public final class SweepApi implements Routes {
  private final SweepService service;

  public SweepApi(SweepService service) {
    this.service = service;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/sweep", this::answer);
  }

  private void answer(Context ctx) {
    Query query = new Query(ctx.queryParamMap());
    Format format =
        Format.of(query, ctx, Format.JSON, Format.EVENTS, Format.CSV, Format.PNG, Format.BYTES);
    SweepSpec spec = SweepSpec.decode(query, service.catalog());
    if (format == Format.EVENTS) {
      stream(new Events(ctx), spec, LanguageChoice.of(ctx));
    } else {
      Cells cells = service.cells(spec, () -> true).orElseThrow();
      Answers.send(ctx, format.type(), encode(format, cells, LanguageChoice.of(ctx)));
    }
  }

  private static byte[] encode(Format format, Cells cells, Words words) {
    return switch (format) {
      case CSV -> SweepText.csv(cells);
      case PNG -> new SweepPicture(cells).png();
      case BYTES -> SweepText.bytes(cells);
      default -> Json.bytes(json -> SweepJson.write(json, cells, words));
    };
  }

  private void stream(Events events, SweepSpec spec, Words words) {
    try {
      for (int resolution : SweepService.resolutions(spec.resolution())) {
        Optional<Cells> cells =
            service.cells(
                spec.at(resolution),
                () -> events.send("progress", "", Json.bytes(json -> progress(json, resolution))));
        if (cells.isEmpty() || !send(events, cells.get(), words)) {
          return;
        }
      }
      events.send("done", "", Json.bytes(json -> progress(json, spec.resolution())));
    } catch (BadQuery tooLong) {
      events.send(
          "problem",
          "",
          QueryErrors.details(tooLong, words).json().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static boolean send(Events events, Cells cells, Words words) {
    String id = Integer.toString(cells.columns());
    return events.send("cells", id, Json.bytes(json -> SweepJson.write(json, cells, words)));
  }

  private static void progress(JsonGenerator json, int resolution) throws IOException {
    json.writeStartObject();
    json.writeNumberField("resolution", resolution);
    json.writeEndObject();
  }
}
