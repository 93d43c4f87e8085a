package descent.web.api;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An event stream, written by the thread that computes: a slow reader slows its own run and nobody
 * else's, and a reader who left is noticed at the next event.
 */
final class Events {
  private final HttpServletResponse response;
  private boolean open = true;

  Events(Context ctx) {
    ctx.disableCompression();
    ctx.contentType("text/event-stream;charset=utf-8")
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no");
    response = ctx.res();
  }

  /** Sends one event whose data is one line; returns whether the reader is still there. */
  boolean send(String name, String id, byte[] data) {
    String head = id.isEmpty() ? "" : "id: " + id + "\n";
    try {
      OutputStream out = response.getOutputStream();
      out.write((head + "event: " + name + "\ndata: ").getBytes(StandardCharsets.UTF_8));
      out.write(data);
      out.write(new byte[] {'\n', '\n'});
      response.flushBuffer();
    } catch (IOException e) {
      open = false;
    }
    return open;
  }
}
