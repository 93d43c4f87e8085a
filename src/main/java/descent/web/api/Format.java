package descent.web.api;

import descent.run.Query;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** How an answer is written: {@code format=} of the query, else the Accept header, else JSON. */
enum Format {
  JSON("json", "application/json"),
  CSV("csv", "text/csv"),
  EVENTS("events", "text/event-stream"),
  SVG("svg", "image/svg+xml"),
  PNG("png", "image/png"),
  BYTES("bytes", "application/octet-stream");

  private final String wire;
  private final String type;

  Format(String wire, String type) {
    this.wire = wire;
    this.type = type;
  }

  String type() {
    return this == CSV ? type + ";charset=utf-8" : type;
  }

  /** One of {@code offered}, of which the first is the default. */
  static Format of(Query query, Context ctx, Format... offered) {
    String accept = Optional.ofNullable(ctx.header("Accept")).orElse("");
    Format accepted = offered[0];
    for (Format format : accept.contains("text/html") ? new Format[0] : offered) {
      if (format != JSON && accept.contains(format.type)) {
        accepted = format;
      }
    }
    List<Format> choice = List.of(offered);
    String word = query.word("format", accepted.wire, choice.stream().map(f -> f.wire).toList());
    return choice.stream().filter(f -> f.wire.equals(word)).findFirst().orElse(accepted);
  }
}
