package descent.content.exhibit;

import static j2html.TagCreator.*;

import descent.content.directive.Block;
import descent.content.directive.Caption;
import descent.content.directive.Icon;
import descent.content.directive.Language;
import descent.content.source.Quantity;
import descent.plot.Handle;
import descent.plot.Panel;
import descent.run.BadQuery;
import descent.run.Query;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An exhibit as a form: without a script its button asks the server for a new picture.
 *
 * @param shown names of the settings that a reader may change
 * @param initial as the author wrote it, which the caption describes
 * @param quantities the numbers of the initial state
 * @param complaint why the page's address could not be followed; empty if it could
 */
record ExhibitBlock(
    Caption caption,
    Set<String> shown,
    Exhibit initial,
    Exhibit now,
    String complaint,
    List<Quantity> quantities)
    implements Block {

  @Override
  public Block with(Map<String, List<String>> query) {
    Map<String, List<String>> own = new LinkedHashMap<>();
    String prefix = caption.id() + ".";
    query.forEach(
        (key, values) -> {
          if (key.startsWith(prefix)) {
            own.put(key.substring(prefix.length()), values);
          }
        });
    return own.isEmpty() ? this : read(new Query(own));
  }

  private Block read(Query query) {
    Exhibit next = initial.with(query);
    try {
      query.finish();
      return new ExhibitBlock(caption, shown, initial, next, "", quantities);
    } catch (BadQuery e) {
      String message = e.complaints().get(0).message();
      return new ExhibitBlock(caption, shown, initial, initial, message, quantities);
    }
  }

  @Override
  public DomContent html(Words words) {
    Drawing drawing = now.draw(width(now.columns()), caption.alternative().text());
    return Language.ofReader(figure(), words)
        .with(
            form(head(words), body(drawing, words), div().withClass("status"))
                .withClass("ui")
                .withMethod("get")
                .withAction("#" + caption.id())
                .attr("autocomplete", "off"),
            figcaption(
                Language.ofAuthor(caption.text().inline(), words),
                span(" " + words.say("The numbers of this caption belong to the first settings."))
                    .withClass("stale")
                    .withCondHidden(values(now).equals(values(initial)))))
        .withClass("fig exhibit")
        .withId(caption.id())
        .attr("data-block", "exhibit")
        .attr("data-exhibit", now.name())
        .attr("data-alternative", caption.alternative().text())
        .attr("aria-labelledby", caption.id() + "-title");
  }

  /** The width of one picture on a wide page. */
  static double width(int columns) {
    return columns == 1 ? 716 : Math.floor((1160 - 24.0 * (columns - 1)) / columns);
  }

  private DomContent head(Words words) {
    return header(
            Language.ofAuthor(h3(), words)
                .with(
                    iff(!caption.number().isEmpty(), span(caption.number()).withClass("fn-no")),
                    text(" "),
                    caption.title().inline())
                .withId(caption.id() + "-title"),
            div(
                    tool("link", words.say("Copy link"), Icon.LINK),
                    tool("reset", words.say("Reset"), Icon.RESET),
                    tool("screen", words.say("Full screen"), Icon.SCREEN))
                .withClass("tools js"))
        .withClass("fh");
  }

  private static DomContent tool(String action, String label, Icon icon) {
    return button(icon.html())
        .withType("button")
        .withClass("btn quiet icon")
        .withTitle(label)
        .attr("aria-label", label)
        .attr("data-do", action);
  }

  private DomContent body(Drawing drawing, Words words) {
    return div(
            div(each(drawing.panels(), panel -> panel(panel, words)))
                .withClass("panels columns-" + now.columns()),
            div(
                    div(each(settings(words), setting -> setting)).withClass("settings"),
                    div(drawing.readings().html(words))
                        .withClass("read")
                        .attr("tabindex", "0")
                        .attr("role", "group")
                        .attr("aria-label", words.say("Numbers")),
                    noscript(button(words.say("Show")).withClass("btn primary").withType("submit")),
                    renewal(words),
                    p(words.retell(complaint))
                        .withClass("ferr")
                        .withCondHidden(complaint.isEmpty()),
                    div().withClass("vh").attr("aria-live", "polite"))
                .withClass("side"))
        .withClass(now.columns() == 1 ? "pair" : "stack");
  }

  /** A button that posts the form and comes back; a hidden one before it is that of Enter. */
  private DomContent renewal(Words words) {
    if (now.renewal().isEmpty()) {
      return text("");
    }
    String address = "/api/exhibit/%s?figure=%s".formatted(now.name(), caption.id());
    return div(
            button().withType("submit").attr("hidden"),
            button(words.say(now.renewal().get()))
                .withType("submit")
                .withClass("btn renew")
                .attr("formmethod", "post")
                .attr("formaction", address))
        .withClass("renewal");
  }

  private static DomContent panel(Panel panel, Words words) {
    return div(
            iff(!panel.title().isEmpty(), p(words.retell(panel.title())).withClass("small")),
            div(rawHtml(panel.svg()), each(panel.handles(), handle -> handle(handle, words)))
                .withClass("panel"))
        .withClass("cell");
  }

  private static DomContent handle(Handle handle, Words words) {
    return button()
        .withType("button")
        .withClass("handle js")
        .attr("data-moves", handle.moves())
        .attr("aria-label", words.retell(handle.words()))
        .attr("hidden");
  }

  private static List<String> values(Exhibit exhibit) {
    return exhibit.settings().stream().map(Setting::value).toList();
  }

  private List<DomContent> settings(Words words) {
    List<DomContent> fields = new ArrayList<>();
    List<Setting> all = now.settings();
    for (int i = 0; i < all.size(); i++) {
      Setting setting = all.get(i);
      Setting field =
          shown.contains(setting.name())
              ? setting
              : new Setting.Fixed(setting.name(), setting.value());
      fields.add(field.html(caption.id(), initial.settings().get(i).value(), words));
    }
    return fields;
  }
}
