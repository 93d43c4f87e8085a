package descent.web;

import io.javalin.config.RoutesConfig;

/** {@code GET /health}: the server answers, and since when. */
public final class Health implements Routes {
  private final long started = System.currentTimeMillis();

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(
        "/health",
        ctx ->
            ctx.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result("{\"status\":\"ok\",\"uptime_s\":%d}".formatted(seconds())));
  }

  private long seconds() {
    return (System.currentTimeMillis() - started) / 1000;
  }
}
