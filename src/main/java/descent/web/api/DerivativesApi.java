package descent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import descent.objective.Evaluation;
import descent.objective.Formula;
import descent.objective.Problem;
import descent.run.Catalog;
import descent.run.Curvature;
import descent.run.Query;
import descent.web.LanguageChoice;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code GET /api/derivatives?objective=…&at=1,2}: value, gradient, Hessian, its eigenvalues and
 * condition number, and the TeX of f, ∇f and H.
 *
 * <p>{@code at} defaults to the problem's start. What is no finite number is null.
 */
public final class DerivativesApi implements Routes {
  private final Catalog catalog;

  public DerivativesApi(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/derivatives", this::answer);
  }

  private void answer(Context ctx) {
    Query query = new Query(ctx.queryParamMap());
    Problem problem = catalog.problem(query);
    double[] at = query.numbers("at", problem.start(), problem.objective().dimension());
    query.finish();
    Answers.send(
        ctx,
        Format.JSON.type(),
        Json.bytes(json -> write(json, problem, at, LanguageChoice.of(ctx))));
  }

  private static void write(JsonGenerator json, Problem problem, double[] at, Words words)
      throws IOException {
    Formula objective = problem.objective();
    Evaluation here = objective.at(at);
    json.writeStartObject();
    json.writeStringField("objective", problem.name());
    Json.member(json, "variables", objective.variables());
    Json.member(json, "at", at);
    json.writeFieldName("value");
    Json.number(json, here.value());
    Json.member(json, "gradient", here.gradient());
    Json.member(json, "hessian", objective.hessian(at));
    curvature(json, Curvature.at(objective, at), words);
    tex(json, problem);
    json.writeEndObject();
  }

  private static void curvature(JsonGenerator json, Optional<Curvature> curvature, Words words)
      throws IOException {
    if (curvature.isPresent()) {
      Curvature known = curvature.get();
      Json.member(json, "eigenvalues", known.eigenvalues());
      Json.member(json, "eigenvectors", known.eigenvectors());
      json.writeFieldName("condition_number");
      Json.number(json, known.conditionNumber().orElse(Double.NaN));
      json.writeStringField("words", words.say(known.shape().words()));
      json.writeStringField("shape", known.shape().name().toLowerCase(Locale.ROOT));
    }
  }

  private static void tex(JsonGenerator json, Problem problem) throws IOException {
    Formula objective = problem.objective();
    json.writeObjectFieldStart("tex");
    json.writeStringField("f", problem.tex());
    json.writeStringField("gradient", objective.gradientTex());
    json.writeStringField("hessian", objective.hessianTex());
    json.writeEndObject();
  }
}
