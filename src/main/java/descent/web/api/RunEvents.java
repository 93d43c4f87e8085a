package descent.web.api;

import descent.run.Broadcast;
import descent.run.Frame;
import descent.run.Result;
import descent.run.RunService;
import descent.run.RunSpec;
import io.javalin.http.Context;
import java.util.List;

/** A run as an event stream. */
final class RunEvents {
  private final Broadcast broadcast;
  private final RunSpec spec;
  private final RunJson writer;

  /**
   * Prepares the stream.
   *
   * @throws descent.run.BadQuery if the run cannot start
   */
  RunEvents(RunService service, RunSpec spec, RunJson writer) {
    this.broadcast = service.broadcast(spec);
    this.spec = spec;
    this.writer = writer;
  }

  void send(Context ctx) {
    Events events = new Events(ctx);
    Result result =
        broadcast.to(
            (step, frames) ->
                events.send("frames", Integer.toString(step), data(frames))
                    && events.send("progress", "", progress(step)));
    events.send("done", "", Json.bytes(json -> writer.done(json, result)));
  }

  private byte[] progress(int step) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeNumberField("step", step);
          json.writeNumberField("steps", spec.steps());
          json.writeEndObject();
        });
  }

  private byte[] data(List<List<Frame>> frames) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("entrants");
          for (int i = 0; i < frames.size(); i++) {
            json.writeStartObject();
            writer.frames(json, spec.entrants().get(i), frames.get(i));
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
