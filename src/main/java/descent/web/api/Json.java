package descent.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import descent.objective.Box;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Writes JSON as a stream: numbers in the fewest digits that read back as the same double, what is
 * no finite number as null.
 */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  /** Writes one value. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private Json() {}

  static byte[] bytes(Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static void number(JsonGenerator json, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }

  static void numbers(JsonGenerator json, double[] values) throws IOException {
    json.writeStartArray();
    for (double value : values) {
      number(json, value);
    }
    json.writeEndArray();
  }

  static void member(JsonGenerator json, String name, double[] values) throws IOException {
    json.writeFieldName(name);
    numbers(json, values);
  }

  static void member(JsonGenerator json, String name, double[][] rows) throws IOException {
    json.writeArrayFieldStart(name);
    for (double[] row : rows) {
      numbers(json, row);
    }
    json.writeEndArray();
  }

  static void member(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeFieldName(name);
    json.writeArray(texts.toArray(String[]::new), 0, texts.size());
  }

  /** x0, x1, y0, y1, as on the wire. */
  static double[] corners(Box box) {
    return new double[] {box.x0(), box.x1(), box.y0(), box.y1()};
  }

  static <T> void column(JsonGenerator json, Iterable<T> rows, ToDoubleFunction<T> cell)
      throws IOException {
    json.writeStartArray();
    for (T row : rows) {
      number(json, cell.applyAsDouble(row));
    }
    json.writeEndArray();
  }
}
