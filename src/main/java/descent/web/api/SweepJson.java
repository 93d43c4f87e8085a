package descent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import descent.plot.SweepPlot;
import descent.plot.SweepScale;
import descent.run.sweep.Axis;
import descent.run.sweep.Cells;
import descent.run.sweep.Overlay;
import descent.run.sweep.SweepSpec;
import descent.words.Words;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/**
 * A map as JSON: where it was computed, with a {@code note} if that is not where it was asked for,
 * its axes with the value in the middle of each column and row, {@code values} as base64 of
 * little-endian float32, {@code kinds} as base64 of bytes (255 diverged, 254 in no basin, else the
 * basin's index), both rows from the bottom.
 */
final class SweepJson {
  private SweepJson() {}

  static void write(JsonGenerator json, Cells cells, Words words) throws IOException {
    SweepSpec spec = cells.spec();
    json.writeStartObject();
    json.writeStringField("spec", spec.query());
    json.writeStringField("device", cells.computed().device());
    json.writeNumberField("milliseconds", cells.computed().milliseconds());
    if (!cells.computed().note().isEmpty()) {
      json.writeStringField("note", words.retell(cells.computed().note()));
    }
    json.writeStringField("title", words.retell(SweepPlot.title(spec)));
    json.writeStringField("measure", spec.measure().wire());
    json.writeArrayFieldStart("axes");
    for (int i = 0; i < spec.axes().size(); i++) {
      axis(json, spec.axes().get(i), i == 0 ? cells.columns() : cells.rows(), words);
    }
    json.writeEndArray();
    json.writeNumberField("columns", cells.columns());
    json.writeNumberField("rows", cells.rows());
    json.writeNumberField("steps", spec.steps());
    json.writeArrayFieldStart("range");
    Json.number(json, cells.range()[0]);
    Json.number(json, cells.range()[1]);
    json.writeEndArray();
    scale(json, SweepScale.of(cells));
    json.writeArrayFieldStart("basins");
    for (Cells.Basin basin : cells.basins()) {
      json.writeStartObject();
      Json.member(json, "x", basin.x());
      json.writeFieldName("value");
      Json.number(json, basin.value());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (cells.band().isPresent()) {
      json.writeObjectFieldStart("band");
      json.writeStringField("words", words.retell(SweepPlot.band(spec)));
      floats(json, "low", cells.band().get().low());
      floats(json, "high", cells.band().get().high());
      json.writeEndObject();
    }
    overlay(json, Overlay.of(spec));
    json.writeStringField("values", Base64.getEncoder().encodeToString(SweepText.floats(cells)));
    json.writeStringField("kinds", Base64.getEncoder().encodeToString(cells.kind()));
    json.writeEndObject();
  }

  private static void floats(JsonGenerator json, String name, float[] values) throws IOException {
    json.writeArrayFieldStart(name);
    for (float value : values) {
      Json.number(json, value);
    }
    json.writeEndArray();
  }

  private static void axis(JsonGenerator json, Axis axis, int cells, Words words)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", axis.name());
    json.writeStringField("symbol", axis.symbol());
    json.writeStringField("words", words.retell(SweepPlot.name(axis)));
    json.writeNumberField("low", axis.low());
    json.writeNumberField("high", axis.high());
    json.writeBooleanField("logarithmic", axis.logarithmic());
    Json.member(json, "centres", axis.centres(cells));
    json.writeEndObject();
  }

  private static void overlay(JsonGenerator json, Optional<Overlay> overlay) throws IOException {
    if (overlay.isPresent()) {
      Overlay known = overlay.get();
      json.writeObjectFieldStart("overlay");
      Json.member(json, "eigenvalues", known.eigenvalues());
      Json.member(json, "edge", known.edge());
      json.writeObjectFieldStart("best");
      json.writeNumberField("learning_rate", known.learningRate());
      json.writeNumberField("momentum", known.momentum());
      json.writeNumberField("rate", known.rate());
      json.writeEndObject();
      json.writeStringField("words", known.edgeInWords());
      json.writeEndObject();
    }
  }

  private static void scale(JsonGenerator json, SweepScale scale) throws IOException {
    json.writeObjectFieldStart("scale");
    json.writeNumberField("low", scale.low());
    json.writeNumberField("high", scale.high());
    json.writeBooleanField("logarithmic", scale.logarithmic());
    json.writeEndObject();
  }
}
