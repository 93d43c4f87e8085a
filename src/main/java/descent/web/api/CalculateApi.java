package descent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import descent.expr.Expr;
import descent.run.Query;
import descent.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /api/calculate?param.n=100&formula=entries=n^2&formula=size=entries*4}: the value of
 * each named formula, which may use the parameters and the formulas before it; null where it has
 * none.
 */
public final class CalculateApi implements Routes {
  private static final int MOST = 24;

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/calculate", this::answer);
  }

  private void answer(Context ctx) {
    Query query = new Query(ctx.queryParamMap());
    Map<String, Double> known = new HashMap<>(query.prefixed("param."));
    for (String key : ctx.queryParamMap().keySet()) {
      if (key.startsWith("param.")) {
        query.all(key);
      }
    }
    List<String> formulas = query.all("formula");
    if (formulas.isEmpty() || formulas.size() > MOST) {
      query.complain(
          "formula", "", "%d given; 1 to %d would be right.".formatted(formulas.size(), MOST));
    }
    Map<String, Double> results = new LinkedHashMap<>();
    formulas.stream().limit(MOST).forEach(formula -> calculate(formula, known, results, query));
    query.finish();
    Answers.send(ctx, Format.JSON.type(), Json.bytes(json -> write(json, results)));
  }

  private static void calculate(
      String text, Map<String, Double> known, Map<String, Double> results, Query query) {
    String[] parts = text.split("=", 2);
    try {
      Expr formula = Expr.parse(parts[parts.length - 1]);
      List<String> missing = new ArrayList<>(formula.names());
      missing.removeAll(known.keySet());
      if (parts.length < 2 || !missing.isEmpty()) {
        query.complain(
            "formula",
            text,
            parts.length < 2
                ? "A name and a formula would be right: size=n^2."
                : "%s has no value; give param.%s.".formatted(missing, missing.get(0)));
        return;
      }
      double value = formula.value(known);
      known.put(parts[0].strip(), value);
      results.put(parts[0].strip(), value);
    } catch (IllegalArgumentException e) {
      query.complain("formula", text, String.valueOf(e.getMessage()));
    }
  }

  private static void write(JsonGenerator json, Map<String, Double> results) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, Double> result : results.entrySet()) {
      json.writeFieldName(result.getKey());
      Json.number(json, result.getValue());
    }
    json.writeEndObject();
  }
}
