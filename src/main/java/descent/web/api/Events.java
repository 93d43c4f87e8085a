package descent.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An event stream, written by the thread that computes: a slow reader slows its own run and nobody
 * else's, and a reader who left is noticed at the next event.
 */
final class Events {
  private final OutputStream out;
  private boolean open = true;

  Events(Context ctx) {
    ctx.disableCompression();
    ctx.contentType("text/event-stream;charset=utf-8")
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no");
    out = ctx.outputStream();
  }

  /** Sends one event whose data is one line; returns whether the reader is still there. */
  boolean send(String name, String id, byte[] data) {
    String head = id.isEmpty() ? "" : "id: " + id + "\n";
    try {
      out.write((head + "event: " + name + "\ndata: ").getBytes(StandardCharsets.UTF_8));
      out.write(data);
      out.write(new byte[] {'\n', '\n'});
      out.flush();
    } catch (IOException e) {
      open = false;
    }
    return open;
  }
}
