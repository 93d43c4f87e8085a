package descent.web.api;

import io.javalin.http.Context;
import java.util.zip.CRC32C;

/** Sends data that depends on its URL alone: a browser keeps it and asks whether it changed. */
final class Answers {
  private Answers() {}

  static void send(Context ctx, String type, byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    String tag = "W/\"%x-%x\"".formatted(bytes.length, sum.getValue());
    ctx.header("Cache-Control", "no-cache")
        .header("ETag", tag)
        .header("Vary", "Accept, Accept-Encoding");
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
    } else {
      ctx.contentType(type).result(bytes);
    }
  }
}
