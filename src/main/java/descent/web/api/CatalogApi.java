package descent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import descent.objective.Problem;
import descent.optimizer.Hyperparameter;
import descent.optimizer.Optimizer;
import descent.optimizer.OptimizerSpec;
import descent.run.Catalog;
import descent.run.Pace;
import descent.run.Query;
import descent.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code GET /api/problems}, {@code /api/optimizers}: what a menu offers, with every default, range
 * and meaning; {@code /api/rates?objective=…&optimizer=…}: the learning rate with which each
 * optimizer shows most of a problem, null where none is better than another.
 */
public final class CatalogApi implements Routes {
  private static final int STEPS = 200;

  private final Catalog catalog;

  public CatalogApi(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(
        "/api/problems", ctx -> Answers.send(ctx, Format.JSON.type(), Json.bytes(this::problems)));
    routes.get(
        "/api/optimizers",
        ctx -> Answers.send(ctx, Format.JSON.type(), Json.bytes(this::optimizers)));
    routes.get("/api/rates", this::rates);
  }

  private void rates(Context ctx) {
    Query query = new Query(ctx.queryParamMap());
    Problem problem = catalog.problem(query);
    List<OptimizerSpec> entrants = catalog.entrants(query);
    query.finish();
    Pace pace = new Pace(problem, STEPS);
    double[] rates = entrants.stream().mapToDouble(e -> pace.of(e).orElse(Double.NaN)).toArray();
    Answers.send(ctx, Format.JSON.type(), Json.bytes(json -> rates(json, rates)));
  }

  private static void rates(JsonGenerator json, double[] rates) throws IOException {
    json.writeStartObject();
    Json.member(json, "learning_rates", rates);
    json.writeEndObject();
  }

  private void problems(JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (Problem problem : catalog.problems().all()) {
      json.writeStartObject();
      json.writeStringField("name", problem.name());
      json.writeStringField("title", problem.title());
      json.writeStringField("formula", problem.objective().text());
      json.writeStringField("tex", problem.tex());
      json.writeObjectFieldStart("parameters");
      for (Map.Entry<String, Double> entry : problem.objective().parameters().entrySet()) {
        json.writeNumberField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
      Json.member(json, "start", problem.start());
      Json.member(json, "box", Json.corners(problem.box()));
      Json.member(json, "minima", problem.minima().toArray(double[][]::new));
      Json.member(json, "saddles", problem.saddles().toArray(double[][]::new));
      json.writeStringField("credit", problem.credit());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void optimizers(JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (Optimizer<?> optimizer : catalog.optimizers().all()) {
      json.writeStartObject();
      json.writeStringField("name", optimizer.name());
      json.writeStringField("title", optimizer.title());
      json.writeStringField("summary", optimizer.summary());
      json.writeStringField("tex", optimizer.tex());
      json.writeStringField("paper", optimizer.paper());
      json.writeArrayFieldStart("hyperparameters");
      for (Hyperparameter hyperparameter : optimizer.hyperparameters()) {
        hyperparameter(json, hyperparameter);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void hyperparameter(JsonGenerator json, Hyperparameter h) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", h.name());
    json.writeStringField("label", h.label());
    json.writeStringField("symbol", h.symbol());
    json.writeStringField("tex", h.tex());
    json.writeNumberField("initial", h.initial());
    json.writeNumberField("low", h.low());
    json.writeNumberField("high", h.high());
    json.writeStringField("scale", h.scale().name().toLowerCase(Locale.ROOT));
    json.writeArrayFieldStart("choices");
    for (String choice : h.choices()) {
      json.writeString(choice);
    }
    json.writeEndArray();
    json.writeStringField("meaning", h.meaning());
    json.writeEndObject();
  }
}
