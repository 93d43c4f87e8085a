package descent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import descent.run.training.Curve;
import descent.run.training.Edit;
import descent.run.training.Moment;
import descent.run.training.Progress;
import descent.run.training.TrainResult;
import descent.run.training.TrainSpec;
import descent.words.Words;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Trainings as JSON: for each optimizer its moments, one column a quantity, and its stop. */
final class TrainJson {
  /** What a moment has beside its step, in the order of a table. */
  static final Map<String, ToDoubleFunction<Moment>> COLUMNS = columns();

  private TrainJson() {}

  private static Map<String, ToDoubleFunction<Moment>> columns() {
    Map<String, ToDoubleFunction<Moment>> columns = new LinkedHashMap<>();
    columns.put("seconds", Moment::seconds);
    columns.put("examples", moment -> moment.frame().examples());
    columns.put("loss", moment -> moment.frame().loss());
    columns.put("accuracy", moment -> moment.frame().accuracy());
    columns.put("held_loss", moment -> moment.frame().heldLoss());
    columns.put("held_accuracy", moment -> moment.frame().heldAccuracy());
    columns.put("batch_loss", moment -> moment.frame().batchLoss());
    columns.put("gradient_norm", moment -> moment.frame().gradientNorm());
    return columns;
  }

  /** The whole trainings. */
  static void result(JsonGenerator json, TrainResult result, Words words) throws IOException {
    write(json, result, true, words);
  }

  /** The whole trainings but their moments. */
  static void done(JsonGenerator json, TrainResult result, Words words) throws IOException {
    write(json, result, false, words);
  }

  private static void write(JsonGenerator json, TrainResult result, boolean moments, Words words)
      throws IOException {
    TrainSpec spec = result.spec();
    json.writeStartObject();
    json.writeStringField("spec", spec.query());
    json.writeArrayFieldStart("network");
    for (int width : spec.widths()) {
      json.writeNumber(width);
    }
    json.writeEndArray();
    json.writeNumberField("parameters", spec.parameters());
    json.writeNumberField("examples", spec.examples());
    json.writeArrayFieldStart("entrants");
    List<String> keys = TrainSpec.keys(spec.entrants());
    for (int i = 0; i < keys.size(); i++) {
      Curve curve = result.curves().get(i);
      json.writeStartObject();
      json.writeStringField("key", keys.get(i));
      json.writeStringField("optimizer", curve.entrant().wire());
      if (moments) {
        moments(json, curve.moments());
      }
      json.writeStringField("device", curve.computed().device());
      json.writeStringField("note", words.retell(curve.computed().note()));
      json.writeNumberField("milliseconds", curve.computed().milliseconds());
      RunJson.stop(json, curve.stop(), words);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void moments(JsonGenerator json, List<Moment> moments) throws IOException {
    json.writeObjectFieldStart("frames");
    json.writeArrayFieldStart("step");
    for (Moment moment : moments) {
      json.writeNumber(moment.frame().step());
    }
    json.writeEndArray();
    for (Map.Entry<String, ToDoubleFunction<Moment>> column : COLUMNS.entrySet()) {
      json.writeFieldName(column.getKey());
      Json.column(json, moments, column.getValue());
    }
    json.writeEndObject();
  }

  /** What is new while trainings go on. */
  static void news(
      JsonGenerator json, List<List<Moment>> moments, List<Edit> edits, Progress progress)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("entrants");
    for (List<Moment> next : moments) {
      json.writeStartObject();
      moments(json, next);
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.member(json, "edits", edits.stream().map(Edit::wire).toList());
    json.writeObjectFieldStart("progress");
    json.writeNumberField("step", progress.step());
    json.writeNumberField("steps", progress.steps());
    json.writeNumberField("seconds", progress.seconds());
    json.writeFieldName("left");
    Json.number(json, progress.left());
    json.writeFieldName("samples_per_second");
    Json.number(json, progress.samples());
    json.writeBooleanField("paused", progress.paused());
    json.writeEndObject();
    json.writeEndObject();
  }
}
