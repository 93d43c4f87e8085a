package descent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import descent.objective.Box;
import descent.objective.Formula;
import descent.objective.Problem;
import descent.plot.ContourMap;
import descent.run.Catalog;
import descent.run.Query;
import descent.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * {@code GET /api/field?objective=…&box=x0,x1,y0,y1&width=716&height=464&resolution=64}: what a
 * canvas needs to draw an objective.
 *
 * <p>In two dimensions: the visible {@code box} (at least the wanted one; both axes have one
 * scale), contour {@code bands} from the lowest up as path data in pixels, {@code undefined}
 * regions, ticks, and {@code values}: N × N numbers over the visible box, border included, rows
 * from the bottom, as base64 of little-endian float32. In one dimension: {@code x} and {@code
 * value}, N samples each. {@code range} holds the smallest and largest finite value.
 */
public final class FieldApi implements Routes {
  private static final int LARGEST_SIDE = 3000;
  private static final int SURFACE = 64;
  private static final int CURVE = 512;

  private final Catalog catalog;

  public FieldApi(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/field", this::answer);
  }

  private void answer(Context ctx) {
    Query query = new Query(ctx.queryParamMap());
    Problem wanted = catalog.problem(query);
    int dimension = wanted.objective().dimension();
    Box box = query.box("box", wanted.box());
    Problem problem = wanted.withMinimumIn(box);
    int width = (int) query.whole("width", 716, 16, LARGEST_SIDE);
    int height = (int) query.whole("height", 464, 16, LARGEST_SIDE);
    int most = catalog.limits().resolution();
    int n = (int) query.whole("resolution", dimension == 1 ? CURVE : SURFACE, 2, most);
    if (dimension > 2) {
      query.complain("objective", problem.name(), "A map needs one or two coordinates, not three.");
    }
    query.finish();
    byte[] bytes =
        Json.bytes(
            json -> {
              json.writeStartObject();
              json.writeStringField("objective", problem.name());
              json.writeStringField("tex", problem.tex());
              Json.member(json, "variables", problem.objective().variables());
              if (dimension == 1) {
                curve(json, problem.objective(), box, n);
                known(json, problem);
              } else {
                map(json, problem, box, width, height, n);
              }
              json.writeEndObject();
            });
    Answers.send(ctx, Format.JSON.type(), bytes);
  }

  private static void curve(JsonGenerator json, Formula objective, Box box, int n)
      throws IOException {
    double[] x = new double[n];
    double[] value = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = between(box.x0(), box.x1(), i, n);
      value[i] = objective.value(new double[] {x[i]});
    }
    Json.member(json, "box", Json.corners(box));
    Json.member(json, "range", range(value));
    Json.member(json, "x", x);
    Json.member(json, "value", value);
  }

  private static void map(
      JsonGenerator json, Problem problem, Box box, int width, int height, int n)
      throws IOException {
    ContourMap map = ContourMap.of(problem.objective(), box, width, height, floor(problem));
    double[] values = sample(problem.objective(), map.box(), n);
    Json.member(json, "box", Json.corners(map.box()));
    Json.member(json, "range", range(values));
    json.writeObjectFieldStart("values");
    json.writeNumberField("columns", n);
    json.writeNumberField("rows", n);
    json.writeStringField("float32", base64(values));
    json.writeEndObject();
    json.writeNumberField("width", width);
    json.writeNumberField("height", height);
    json.writeBooleanField("logarithmic", map.logarithmic());
    json.writeFieldName("floor");
    Json.number(json, map.floor());
    json.writeNumberField("power", map.power());
    bands(json, map.bands());
    json.writeStringField("undefined", map.undefined());
    ticks(json, "x_ticks", map.xTicks());
    ticks(json, "y_ticks", map.yTicks());
    known(json, problem);
  }

  private static void known(JsonGenerator json, Problem problem) throws IOException {
    Json.member(json, "minima", problem.minima().toArray(double[][]::new));
    Json.member(json, "saddles", problem.saddles().toArray(double[][]::new));
    json.writeFieldName("minimum");
    Json.number(json, floor(problem));
  }

  private static double floor(Problem problem) {
    return problem.minima().stream()
        .mapToDouble(problem.objective()::value)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static double[] sample(Formula objective, Box box, int n) {
    double[] values = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double[] point = {between(box.x0(), box.x1(), i, n), between(box.y0(), box.y1(), j, n)};
        values[j * n + i] = objective.value(point);
      }
    }
    return values;
  }

  private static double between(double low, double high, int i, int n) {
    return low + (high - low) * i / (n - 1);
  }

  private static double[] range(double[] values) {
    return new double[] {
      Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.NaN),
      Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN)
    };
  }

  private static String base64(double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static void bands(JsonGenerator json, List<ContourMap.Band> bands) throws IOException {
    json.writeArrayFieldStart("bands");
    for (ContourMap.Band band : bands) {
      json.writeStartObject();
      json.writeNumberField("value", band.value());
      json.writeNumberField("tint", band.tint());
      json.writeBooleanField("strong", band.strong());
      json.writeStringField("path", band.path());
      json.writeArrayFieldStart("labels");
      for (ContourMap.Label label : band.labels()) {
        json.writeStartObject();
        json.writeNumberField("x", label.x());
        json.writeNumberField("y", label.y());
        json.writeNumberField("angle", label.angle());
        json.writeStringField("text", label.text());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void ticks(JsonGenerator json, String name, List<ContourMap.Tick> ticks)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (ContourMap.Tick tick : ticks) {
      json.writeStartObject();
      json.writeNumberField("at", tick.at());
      json.writeStringField("text", tick.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
