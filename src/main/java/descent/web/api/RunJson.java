package descent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Quantity;
import descent.optimizer.Stage;
import descent.run.Diagnosis;
import descent.run.Frame;
import descent.run.Path;
import descent.run.Result;
import descent.run.Stop;
import descent.words.Words;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A run as JSON: for each optimizer its frames, one column for each coordinate, and its stop. */
final class RunJson {
  /** How much frames carry: points and values, the gradient too, all that is computed inside. */
  enum Detail {
    PATH,
    GRADIENT,
    STATE
  }

  private final Detail detail;

  private final Words words;

  RunJson(Detail detail, Words words) {
    this.detail = detail;
    this.words = words;
  }

  /** The whole run. */
  void result(JsonGenerator json, Result result) throws IOException {
    entrants(json, result, path -> frames(json, path.entrant(), path.frames()));
  }

  /** The whole run but its frames. */
  void done(JsonGenerator json, Result result) throws IOException {
    entrants(json, result, path -> {});
  }

  private interface Member {
    void write(Path path) throws IOException;
  }

  private void entrants(JsonGenerator json, Result result, Member member) throws IOException {
    json.writeStartObject();
    json.writeStringField("spec", result.spec().query());
    json.writeArrayFieldStart("entrants");
    for (Path path : result.paths()) {
      json.writeStartObject();
      json.writeStringField("optimizer", path.entrant().wire());
      member.write(path);
      stop(json, path.stop(), words);
      diagnosis(json, Diagnosis.of(result.spec(), path));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The members {@code frames} and, where asked for, {@code state}. */
  void frames(JsonGenerator json, OptimizerSpec entrant, List<Frame> frames) throws IOException {
    int n = frames.isEmpty() ? 0 : frames.get(0).x().length;
    json.writeObjectFieldStart("frames");
    json.writeArrayFieldStart("step");
    for (Frame frame : frames) {
      json.writeNumber(frame.step());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("x");
    for (int i = 0; i < n; i++) {
      int coordinate = i;
      Json.column(json, frames, frame -> frame.x()[coordinate]);
    }
    json.writeEndArray();
    json.writeFieldName("value");
    Json.column(json, frames, Frame::value);
    json.writeFieldName("gradient_norm");
    Json.column(json, frames, Frame::gradientNorm);
    if (detail != Detail.PATH) {
      json.writeArrayFieldStart("gradient");
      for (int i = 0; i < n; i++) {
        int coordinate = i;
        Json.column(json, frames, frame -> frame.gradient()[coordinate]);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    if (detail == Detail.STATE) {
      state(json, entrant, frames, n);
    }
  }

  private void state(JsonGenerator json, OptimizerSpec entrant, List<Frame> frames, int n)
      throws IOException {
    List<Quantity> quantities = entrant.optimizer().quantities();
    List<Stage> stages = entrant.optimizer().stages(entrant.hyperparameters());
    json.writeArrayFieldStart("state");
    quantity(json, Stage.GRADIENT.quantity(), Optional.of(Stage.GRADIENT));
    for (int i = 0; i < n; i++) {
      int coordinate = i;
      Json.column(json, frames, frame -> frame.gradient()[coordinate]);
    }
    end(json);
    for (int q = 0; q < quantities.size(); q++) {
      int row = q;
      quantity(json, quantities.get(q), stages.stream().filter(s -> s.index() == row).findFirst());
      for (int i = 0; i < n; i++) {
        int coordinate = i;
        Json.column(json, frames, frame -> inner(frame, row, coordinate));
      }
      end(json);
    }
    json.writeEndArray();
  }

  private void quantity(JsonGenerator json, Quantity quantity, Optional<Stage> stage)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", quantity.name());
    json.writeStringField("tex", quantity.tex());
    json.writeStringField("meaning", words.retell(quantity.meaning()));
    json.writeStringField("kind", stage.map(Stage::quantity).orElse(quantity).kind().wire());
    json.writeBooleanField("remembered", stage.filter(Stage::isRemembered).isPresent());
    json.writeArrayFieldStart("columns");
  }

  private static void end(JsonGenerator json) throws IOException {
    json.writeEndArray();
    json.writeEndObject();
  }

  private static double inner(Frame frame, int row, int coordinate) {
    return row < frame.inner().length && coordinate < frame.inner()[row].length
        ? frame.inner()[row][coordinate]
        : Double.NaN;
  }

  private void diagnosis(JsonGenerator json, Diagnosis diagnosis) throws IOException {
    json.writeObjectFieldStart("diagnosis");
    json.writeStringField("outcome", diagnosis.outcome().wire());
    json.writeStringField("message", words.retell(diagnosis.message()));
    if (diagnosis.curvature().isPresent()) {
      Json.member(json, "eigenvalues", diagnosis.curvature().get().eigenvalues());
    }
    rate(json, "measured_rate", diagnosis.measuredRate());
    rate(json, "theoretical_rate", diagnosis.theoreticalRate());
    if (diagnosis.oscillation().isPresent()) {
      json.writeObjectFieldStart("oscillation");
      json.writeNumberField("eigenvalue", diagnosis.oscillation().get().eigenvalue());
      Json.member(json, "eigenvector", diagnosis.oscillation().get().eigenvector());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void rate(JsonGenerator json, String name, OptionalDouble rate)
      throws IOException {
    if (rate.isPresent()) {
      json.writeFieldName(name);
      Json.number(json, rate.getAsDouble());
    }
  }

  /** The member {@code stop}. */
  static void stop(JsonGenerator json, Stop stop, Words words) throws IOException {
    json.writeObjectFieldStart("stop");
    json.writeStringField("reason", stop.reason().wire());
    json.writeNumberField("step", stop.step());
    json.writeStringField("message", words.retell(stop.message()));
    if (!stop.offer().isEmpty()) {
      json.writeObjectFieldStart("offer");
      for (Map.Entry<String, Double> entry : stop.offer().entrySet()) {
        json.writeNumberField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
