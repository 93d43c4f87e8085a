package descent.web;

import static descent.words.Words.key;

import descent.classroom.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a failed request is told: problem JSON under {@code /api}, a page elsewhere. A bug is logged
 * with its trace and told without it.
 */
public final class Errors implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
  private static final Map<Integer, String> TITLES =
      Map.of(
          400, key("Bad request"),
          403, key("Refused"),
          404, key("Not found"),
          405, key("Method not allowed"),
          409, key("Not possible any more"),
          413, key("Request too large"),
          415, key("Not readable"),
          500, key("The server made a mistake"));

  /** Draws the page of an error. */
  @FunctionalInterface
  public interface Page {
    void send(Context ctx, ProblemDetails problem);
  }

  private final Page page;

  public Errors(Page page) {
    this.page = page;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.exception(HttpResponseException.class, (e, ctx) -> refuse(ctx, problem(e, ctx)));
    routes.exception(
        Refusal.class,
        (e, ctx) -> refuse(ctx, ProblemDetails.of(409, TITLES.get(409), e.getMessage())));
    routes.exception(
        Exception.class, (e, ctx) -> refuse(ctx, isBroken(e) ? broken() : bug(e, ctx)));
  }

  /** Answers what fails before there is a route, in Jetty itself: a URL of a megabyte, say. */
  void guard(org.eclipse.jetty.server.Server server) {
    server.setErrorHandler(new EarlyErrors());
  }

  /** Answers an error of the language itself, such as an overflown stack. */
  static void fatal(HttpServletResponse response, Error error) {
    LOG.error("A request failed", error);
    response.setStatus(500);
  }

  private void refuse(Context ctx, ProblemDetails problem) {
    ctx.header("Cache-Control", "no-store");
    if (ctx.path().startsWith("/api/")) {
      problem.send(ctx);
    } else {
      page.send(ctx.status(problem.status()), problem);
    }
  }

  private static ProblemDetails problem(HttpResponseException e, Context ctx) {
    e.getDetails().forEach((name, value) -> allow(ctx, name, value));
    int status = e.getStatus();
    return ProblemDetails.of(
        status, TITLES.getOrDefault(status, "Status " + status), detail(e, ctx));
  }

  private static String detail(HttpResponseException e, Context ctx) {
    return switch (e.getStatus()) {
      case 404 ->
          e.getMessage().startsWith("Endpoint ")
              ? "There is nothing at " + ctx.path() + "."
              : e.getMessage();
      case 405 -> ctx.path() + " does not answer " + ctx.req().getMethod() + ".";
      case 413 ->
          e.getMessage().startsWith("An answer ")
              ? e.getMessage()
              : "A request may carry at most " + Server.LARGEST_BODY / 1024 + " KiB.";
      default -> e.getMessage();
    };
  }

  private static void allow(Context ctx, String name, String value) {
    if (name.toLowerCase(Locale.ROOT).contains("available")) {
      ctx.header("Allow", value);
    }
  }

  /** Whether the request broke off, or is no HTTP in its body. */
  private static boolean isBroken(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> cause instanceof EOFException || cause instanceof HttpException);
  }

  private static ProblemDetails broken() {
    return ProblemDetails.of(
        400, TITLES.get(400), "The request broke off, or its body could not be read.");
  }

  private static ProblemDetails bug(Exception e, Context ctx) {
    LOG.error("{} {} failed", ctx.req().getMethod(), ctx.path(), e);
    return ProblemDetails.of(
        500, TITLES.get(500), "It is written in the server's log. Trying again may help.");
  }
}
