package descent.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: routes, security headers, errors and limits. Built here, started by hand. */
public final class Server implements AutoCloseable {
  /** No request of the course is larger: an answer is at most a page of text. */
  public static final int LARGEST_BODY = 256 * 1024;

  private static final Pattern ANSWER = Pattern.compile("((?:answer|code)=)[^&]*");
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  private final Javalin javalin;

  /** Puts the routes together; {@code errors} draws what a page says when it fails. */
  public Server(Errors errors, List<Routes> routes) {
    javalin =
        Javalin.create(
            config -> {
              limit(config);
              config.routes.before(Headers::secure);
              config.routes.before(SameOrigin::check);
              config.routes.before(BodyType::check);
              routes.forEach(each -> each.addTo(config.routes));
              errors.addTo(config.routes);
              config.jetty.modifyServer(errors::guard);
              config.router.javaLangErrorHandler(Errors::fatal);
              config.requestLogger.http(Server::logFailure);
            });
  }

  /** Listens; port 0 takes any free one. */
  public Server start(String host, int port) {
    javalin.start(host, port);
    return this;
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void limit(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = LARGEST_BODY;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendDateHeader(true);
        });
  }

  /** One line without what a learner typed, who is asked for by no name and no address. */
  private static void logFailure(Context ctx, Float milliseconds) {
    if (ctx.statusCode() >= 400) {
      String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
      String target = ctx.req().getRequestURI() + ANSWER.matcher(query).replaceAll("$1…");
      LOG.warn(
          "{} {} {} in {} ms",
          ctx.statusCode(),
          ctx.req().getMethod(),
          target.length() > 300 ? target.substring(0, 300) + "…" : target,
          Math.round(milliseconds));
    }
  }
}
