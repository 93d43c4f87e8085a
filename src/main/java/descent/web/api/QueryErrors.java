package descent.web.api;

import descent.run.BadQuery;
import descent.run.Complaint;
import descent.web.ProblemDetails;
import descent.web.Routes;
import io.javalin.config.RoutesConfig;

/** Answers a bad query with status 400, naming every wrong key, its value and what is right. */
public final class QueryErrors implements Routes {
  @Override
  public void addTo(RoutesConfig routes) {
    routes.exception(BadQuery.class, (bad, ctx) -> details(bad).send(ctx));
  }

  static ProblemDetails details(BadQuery bad) {
    Complaint first = bad.complaints().get(0);
    return ProblemDetails.badRequest(bad.getMessage())
        .with("key", first.key())
        .with("value", first.value())
        .with("errors", bad.complaints());
  }
}
