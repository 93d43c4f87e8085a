package descent.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Whether whoever asked still waits for the whole answer; used by the thread that computes it.
 *
 * <p>While an answer is computed nothing else reads from its connection. A client which sends its
 * next request too early loses the connection after the answer, as HTTP allows.
 */
final class Reader implements BooleanSupplier {
  private final Context ctx;
  private final EndPoint connection;
  private boolean speaks;

  Reader(Context ctx) {
    this.ctx = ctx;
    connection =
        ServletContextRequest.getServletContextRequest(ctx.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
  }

  @Override
  public boolean getAsBoolean() {
    if (speaks) {
      return connection.isOpen();
    }
    ByteBuffer next = BufferUtil.allocate(1);
    try {
      int read = connection.fill(next);
      if (read > 0) {
        speaks = true;
        ctx.header("Connection", "close");
      }
      return read >= 0;
    } catch (IOException left) {
      return false;
    }
  }
}
