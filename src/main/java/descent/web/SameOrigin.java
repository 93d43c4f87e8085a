package descent.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what another site lets a reader's browser send. A browser says where a request comes from
 * in {@code Sec-Fetch-Site} or {@code Origin}; a program that says neither has no cookies to abuse.
 */
final class SameOrigin {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private SameOrigin() {}

  static void check(Context ctx) {
    if (!SAFE.contains(ctx.req().getMethod()) && !isOwn(ctx)) {
      throw new ForbiddenResponse(
          "The request comes from another site. Open this course's own page and send it there.");
    }
  }

  private static boolean isOwn(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = ctx.header("Origin");
    return origin == null || authority(origin).equals(Optional.ofNullable(ctx.header("Host")));
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
