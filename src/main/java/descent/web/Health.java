package descent.web;

import io.javalin.config.RoutesConfig;
import java.util.Map;

/** {@code GET /health}: the server answers, and since when. */
public final class Health implements Routes {
  private final long started = System.currentTimeMillis();

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(
        "/health",
        ctx ->
            ctx.header("Cache-Control", "no-store")
                .json(
                    Map.of(
                        "status",
                        "ok",
                        "uptime_s",
                        (System.currentTimeMillis() - started) / 1000)));
  }
}
