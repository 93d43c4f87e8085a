package descent.web;

import io.javalin.http.Context;

/** The headers that every answer carries: nothing foreign runs, frames or spies on a page. */
public final class Headers {
  private Headers() {}

  static void secure(Context ctx) {
    ctx.header("Content-Security-Policy", policy("'self'"));
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("X-Frame-Options", "DENY");
    ctx.header("Referrer-Policy", "same-origin");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    ctx.header("Vary", "Accept-Encoding, Accept-Language, Cookie");
  }

  /** The content security policy with the given sources of scripts; nothing in it is unsafe. */
  public static String policy(String scripts) {
    return "default-src 'none'; script-src "
        + scripts
        + "; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self';"
        + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }
}
