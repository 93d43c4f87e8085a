package descent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import descent.expr.Precision;
import descent.objective.Box;
import descent.objective.Formula;
import descent.objective.Problem;
import descent.objective.Taylor;
import descent.run.Catalog;
import descent.run.Query;
import descent.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * {@code GET /api/taylor?objective=…&at=6&probe=6.5&precision=single}: f and its first two Taylor
 * polynomials at the probe, over a box, and their errors against the distance with fitted slopes.
 */
public final class TaylorApi implements Routes {
  private static final int CURVE = 241;
  private static final int SURFACE = 33;

  private final Catalog catalog;

  public TaylorApi(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/taylor", this::answer);
  }

  private void answer(Context ctx) {
    Query query = new Query(ctx.queryParamMap());
    Problem problem = catalog.problem(query);
    int n = problem.objective().dimension();
    double[] at = query.numbers("at", problem.start(), n);
    double[] probe = query.numbers("probe", at, n);
    String word = query.word("precision", "double", List.of("double", "single"));
    Box box = query.box("box", problem.box());
    if (n > 2) {
      query.complain("objective", problem.name(), "One or two coordinates are right, not three.");
    }
    query.finish();
    Precision precision = Precision.valueOf(word.toUpperCase(Locale.ROOT));
    Taylor taylor = new Taylor(problem.objective(), at, precision);
    byte[] bytes = Json.bytes(json -> write(json, problem.objective(), taylor, probe, box));
    Answers.send(ctx, Format.JSON.type(), bytes);
  }

  private static void write(
      JsonGenerator json, Formula formula, Taylor taylor, double[] probe, Box box)
      throws IOException {
    json.writeStartObject();
    Json.member(json, "variables", formula.variables());
    Json.member(json, "f", new double[] {taylor.exact(probe)});
    Json.member(json, "first", new double[] {taylor.first(probe)});
    Json.member(json, "second", new double[] {taylor.second(probe)});
    json.writeObjectFieldStart("over");
    Json.member(json, "box", Json.corners(box));
    json.writeNumberField("columns", columns(formula));
    Json.member(json, "f", sample(formula, box, taylor::exact));
    Json.member(json, "first", sample(formula, box, taylor::first));
    Json.member(json, "second", sample(formula, box, taylor::second));
    json.writeEndObject();
    Taylor.Errors errors = taylor.errors(probe);
    json.writeObjectFieldStart("errors");
    Json.member(json, "distance", errors.distance());
    Json.member(json, "first", errors.first());
    Json.member(json, "second", errors.second());
    Json.member(
        json,
        "slopes",
        new double[] {
          Taylor.Errors.slope(errors.distance(), errors.first()),
          Taylor.Errors.slope(errors.distance(), errors.second())
        });
    json.writeEndObject();
    json.writeEndObject();
  }

  private static int columns(Formula formula) {
    return formula.dimension() == 1 ? CURVE : SURFACE;
  }

  /** Values over the box, border included, rows from the bottom. */
  private static double[] sample(Formula formula, Box box, ToDoubleFunction<double[]> f) {
    int n = columns(formula);
    double[] values = new double[formula.dimension() == 1 ? n : n * n];
    for (int k = 0; k < values.length; k++) {
      double x = box.x0() + (box.x1() - box.x0()) * (k % n) / (n - 1);
      double y = box.y0() + (box.y1() - box.y0()) * (k / n) / (n - 1);
      values[k] =
          f.applyAsDouble(formula.dimension() == 1 ? new double[] {x} : new double[] {x, y});
    }
    return values;
  }
}
