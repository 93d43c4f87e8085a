package descent.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.words.Words;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was wrong with a request and what would be right, on the wire by RFC 9457.
 *
 * @param title the same words for the same kind of problem
 * @param detail this one: where, what, and what would be right, with the numbers
 * @param extensions further members, such as the key and the value of a query
 */
public record ProblemDetails(
    int status, String title, String detail, Map<String, Object> extensions) {
  public static final String TYPE = "application/problem+json";

  public ProblemDetails {
    extensions = Map.copyOf(extensions);
  }

  public static ProblemDetails of(int status, String title, String detail) {
    return new ProblemDetails(status, title, detail, Map.of());
  }

  /** A request that asks for something impossible: status 400. */
  public static ProblemDetails badRequest(String detail) {
    return of(400, "Bad request", detail);
  }

  public ProblemDetails with(String member, Object value) {
    var more = new LinkedHashMap<>(extensions);
    more.put(member, value);
    return new ProblemDetails(status, title, detail, more);
  }

  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", "about:blank");
    members.put("title", title);
    members.put("status", status);
    members.put("detail", detail);
    members.putAll(extensions);
    try {
      return new ObjectMapper().writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same in the words of a reader. */
  public ProblemDetails in(Words words) {
    return new ProblemDetails(status, words.retell(title), words.retell(detail), extensions);
  }

  /** Answers the request with this problem, in its reader's words. */
  public void send(Context ctx) {
    byte[] utf8 = in(LanguageChoice.of(ctx)).json().getBytes(StandardCharsets.UTF_8);
    ctx.status(status).header("Cache-Control", "no-store").contentType(TYPE).result(utf8);
  }
}
