package descent.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses, before any route is known, as problem JSON without a trace. */
final class EarlyErrors extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDetails.TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    Content.Sink.write(response, true, text(response.getStatus()), callback);
    return true;
  }

  private static String text(int status) {
    String detail =
        switch (status) {
          case 414 -> "The address is longer than 8 KiB.";
          case 431 -> "The headers are longer than 8 KiB.";
          default -> "The request could not be read as HTTP/1.1 with UTF-8 in the address.";
        };
    return ProblemDetails.of(status, "Refused", detail).json();
  }
}
