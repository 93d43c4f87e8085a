package descent.web.api;

import descent.run.BadQuery;
import descent.run.Complaint;
import descent.web.LanguageChoice;
import descent.web.ProblemDetails;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;

/** Answers a bad query with status 400, naming every wrong key, its value and what is right. */
public final class QueryErrors implements Routes {
  @Override
  public void addTo(RoutesConfig routes) {
    routes.exception(BadQuery.class, (bad, ctx) -> details(bad, LanguageChoice.of(ctx)).send(ctx));
  }

  static ProblemDetails details(BadQuery bad, Words words) {
    var told = new BadQuery(bad.complaints().stream().map(each -> in(words, each)).toList());
    Complaint first = told.complaints().get(0);
    return ProblemDetails.badRequest(told.getMessage())
        .with("key", first.key())
        .with("value", first.value())
        .with("errors", told.complaints());
  }

  private static Complaint in(Words words, Complaint complaint) {
    String message = words.retell(complaint.message());
    return new Complaint(complaint.key(), complaint.value(), message);
  }
}
