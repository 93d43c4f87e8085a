package descent.web.api;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/** Sends data that depends on its URL alone: a browser keeps it and asks whether it changed. */
final class Answers {
  private static final int SMALL = 1500;

  private Answers() {}

  static void send(Context ctx, String type, byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    String tag = "W/\"%x-%x\"".formatted(bytes.length, sum.getValue());
    ctx.header("Cache-Control", "no-cache")
        .header("ETag", tag)
        .header("Vary", "Accept, Accept-Encoding, Accept-Language, Cookie");
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
    } else {
      ctx.contentType(type).disableCompression().result(compressed(ctx, type, bytes));
    }
  }

  /** Columns of numbers hardly shrink further at higher levels, which take five times as long. */
  private static byte[] compressed(Context ctx, String type, byte[] bytes) {
    String accepted = ctx.header("Accept-Encoding");
    boolean wanted = accepted != null && accepted.contains("gzip") && !type.startsWith("image/png");
    if (!wanted || bytes.length < SMALL) {
      return bytes;
    }
    ctx.header("Content-Encoding", "gzip");
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
    try (QuickGzip gzip = new QuickGzip(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class QuickGzip extends GZIPOutputStream {
    QuickGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(2);
    }
  }
}
