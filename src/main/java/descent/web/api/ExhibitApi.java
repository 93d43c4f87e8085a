package descent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import descent.content.exhibit.Drawing;
import descent.content.exhibit.Exhibit;
import descent.plot.Handle;
import descent.plot.Panel;
import descent.plot.Scale;
import descent.run.Query;
import descent.web.LanguageChoice;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code GET /api/exhibit/fisher?at=1,0.5&width=568}: an exhibit in any of its states, whose keys
 * are those of its fence: its numbers by name, and its pictures as SVG with their scales.
 */
public final class ExhibitApi implements Routes {
  private static final int LARGEST_SIDE = 3000;

  private final List<Exhibit> exhibits;
  private final LanguageChoice language;

  /**
   * @param exhibits each in the state without any key
   */
  public ExhibitApi(List<Exhibit> exhibits, LanguageChoice language) {
    this.exhibits = List.copyOf(exhibits);
    this.language = language;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    for (Exhibit exhibit : exhibits) {
      routes.get("/api/exhibit/" + exhibit.name(), ctx -> answer(ctx, exhibit));
      if (exhibit.renewal().isPresent()) {
        routes.post("/api/exhibit/" + exhibit.name(), ctx -> renew(ctx, exhibit));
      }
    }
  }

  private void answer(Context ctx, Exhibit plain) {
    Query query = new Query(ctx.queryParamMap());
    int width = (int) query.whole("width", 568, 160, LARGEST_SIDE);
    String alternative = query.text("alternative", "");
    Exhibit exhibit = plain.with(query);
    query.finish();
    Drawing drawing = exhibit.awaited().draw(width, alternative);
    Words words = language.words(ctx);
    byte[] bytes = Json.bytes(json -> write(json, drawing, words));
    Answers.send(ctx, Format.JSON.type(), bytes);
  }

  /** Renews the exhibit that a figure's form describes, and leads back to the figure. */
  private static void renew(Context ctx, Exhibit plain) {
    String figure = Objects.requireNonNullElse(ctx.queryParam("figure"), "");
    String prefix = figure + ".";
    Map<String, List<String>> own = new LinkedHashMap<>();
    ctx.formParamMap()
        .forEach(
            (key, values) -> {
              if (key.startsWith(prefix)) {
                own.put(key.substring(prefix.length()), values);
              }
            });
    Query query = new Query(own);
    Exhibit exhibit = plain.with(query);
    query.finish();
    exhibit.renew();
    ctx.redirect(LanguageChoice.back(ctx) + "#" + figure, HttpStatus.SEE_OTHER);
  }

  private static void write(JsonGenerator json, Drawing drawing, Words words) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("numbers");
    for (Map.Entry<String, Double> number : drawing.numbers().entrySet()) {
      json.writeFieldName(number.getKey());
      Json.number(json, number.getValue());
    }
    json.writeEndObject();
    json.writeStringField("news", words.retell(drawing.news()));
    json.writeStringField("readings", drawing.readings().html(words).render());
    json.writeArrayFieldStart("panels");
    for (Panel panel : drawing.panels()) {
      panel(json, panel, words);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void panel(JsonGenerator json, Panel panel, Words words) throws IOException {
    json.writeStartObject();
    json.writeStringField("title", words.retell(panel.title()));
    json.writeStringField("svg", words.pictures(panel.svg()));
    scale(json, "x", panel.x());
    scale(json, "y", panel.y());
    json.writeArrayFieldStart("handles");
    for (Handle handle : panel.handles()) {
      json.writeStartObject();
      json.writeStringField("moves", handle.moves());
      json.writeNumberField("x", handle.x());
      json.writeNumberField("y", handle.y());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void scale(JsonGenerator json, String name, Scale scale) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("low", scale.low());
    json.writeNumberField("high", scale.high());
    json.writeNumberField("from", scale.from());
    json.writeNumberField("to", scale.to());
    json.writeBooleanField("logarithmic", scale.logarithmic());
    json.writeEndObject();
  }
}
