package descent.web;

import io.javalin.config.RoutesConfig;

/** A few routes that belong together; a new part of the server is one more of these. */
@FunctionalInterface
public interface Routes {
  /** Adds each route once, before the server starts. */
  void addTo(RoutesConfig routes);
}
