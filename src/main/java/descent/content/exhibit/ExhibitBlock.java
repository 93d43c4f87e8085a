package descent.content.exhibit;

import static j2html.TagCreator.*;

import descent.content.directive.Block;
import descent.content.directive.Caption;
import descent.content.directive.Icon;
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
    return figure(
            form(head(), body(drawing), div().withClass("status"))
                .withClass("ui")
                .withMethod("get")
                .withAction("#" + caption.id())
                .attr("autocomplete", "off"),
            figcaption(
                caption.text().inline(),
                span(" The numbers of this caption belong to the first settings.")
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

  private DomContent head() {
    return header(
            h3(
                    iff(!caption.number().isEmpty(), span(caption.number()).withClass("fn-no")),
                    text(" "),
                    caption.title().inline())
                .withId(caption.id() + "-title"),
            div(
                    tool("link", "Copy link", Icon.LINK),
                    tool("reset", "Reset", Icon.RESET),
                    tool("screen", "Full screen", Icon.SCREEN))
                .withClass("tools js"))
        .withClass("fh");
  }

  private static DomContent tool(String action, String words, Icon icon) {
    return button(icon.html())
        .withType("button")
        .withClass("btn quiet icon")
        .withTitle(words)
        .attr("aria-label", words)
        .attr("data-do", action);
  }

  private DomContent body(Drawing drawing) {
    return div(
            div(each(drawing.panels(), ExhibitBlock::panel))
                .withClass("panels columns-" + now.columns()),
            div(
                    div(each(settings(), setting -> setting)).withClass("settings"),
                    div(drawing.readings().html())
                        .withClass("read")
                        .attr("tabindex", "0")
                        .attr("role", "group")
                        .attr("aria-label", "Numbers"),
                    noscript(button("Show").withClass("btn primary").withType("submit")),
                    p(complaint).withClass("ferr").withCondHidden(complaint.isEmpty()),
                    div().withClass("vh").attr("aria-live", "polite"))
                .withClass("side"))
        .withClass(now.columns() == 1 ? "pair" : "stack");
  }

  private static DomContent panel(Panel panel) {
    return div(
            iff(!panel.title().isEmpty(), p(panel.title()).withClass("small")),
            div(rawHtml(panel.svg()), each(panel.handles(), ExhibitBlock::handle))
                .withClass("panel"))
        .withClass("cell");
  }

  private static DomContent handle(Handle handle) {
    return button()
        .withType("button")
        .withClass("handle js")
        .attr("data-moves", handle.moves())
        .attr("aria-label", handle.words())
        .attr("hidden");
  }

  private static List<String> values(Exhibit exhibit) {
    return exhibit.settings().stream().map(Setting::value).toList();
  }

  private List<DomContent> settings() {
    List<DomContent> fields = new ArrayList<>();
    List<Setting> all = now.settings();
    for (int i = 0; i < all.size(); i++) {
      Setting setting = all.get(i);
      Setting field =
          shown.contains(setting.name())
              ? setting
              : new Setting.Fixed(setting.name(), setting.value());
      fields.add(field.html(caption.id(), initial.settings().get(i).value()));
    }
    return fields;
  }
}
