package descent.web.page;

import static j2html.TagCreator.*;

import descent.web.Routes;
import io.javalin.config.RoutesConfig;
import j2html.tags.DomContent;
import java.util.List;

/** {@code /keyboard}: every key that a page listens to. */
public final class KeyboardPage implements Routes {
  private record Key(String meaning, String... keys) {}

  private static final List<Key> FIGURE =
      List.of(
          new Key("Play or pause", "Space"),
          new Key("One step back or on", "←", "→", ",", "."),
          new Key("Ten steps back or on", "Shift ←", "Shift →"),
          new Key("To the start, to the last step", "Home", "End"),
          new Key("Full screen", "F"),
          new Key("Table of the state", "T"),
          new Key("Copy the link to this state", "L"),
          new Key("Switch an optimizer on or off", "1", "…", "6"));

  private static final List<Key> POINT =
      List.of(
          new Key("Move it", "←", "→", "↑", "↓"),
          new Key("Move it five times as far", "Shift and an arrow"));

  private static final List<Key> SLIDES =
      List.of(
          new Key("Slide before, next slide", "PgUp", "PgDn", "←", "→"),
          new Key("First slide, last slide", "Home", "End"),
          new Key("Blank the screen, and back", "B"),
          new Key("Back to the page", "Esc"));

  private final Layout layout;

  public KeyboardPage(Layout layout) {
    this.layout = layout;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/keyboard", ctx -> layout.send(ctx, View.of("Keyboard", page())));
  }

  private static DomContent page() {
    return main(
            header(
                    h1("Keyboard"),
                    p("Everything that a mouse or a finger does, keys do as well. Tab goes from"
                            + " control to control; the ring shows where you are.")
                        .withClass("stand"))
                .withClass("title"),
            group("While a figure holds the focus", FIGURE),
            group("On a start point or a crosshair", POINT),
            group("While a lesson is shown as slides", SLIDES),
            section(
                p(
                    "Single letters are listened to only while a figure holds the focus, so they"
                        + " never disturb a screen reader or a search in the page.")))
        .withId("main")
        .withClass("wrap lesson");
  }

  private static DomContent group(String title, List<Key> keys) {
    return section(
        h2(title), table(thead(tr(th("Does"), th("Keys"))), tbody(each(keys, KeyboardPage::line))));
  }

  private static DomContent line(Key key) {
    return tr(td(key.meaning()), td(each(List.of(key.keys()), KeyboardPage::cap)));
  }

  private static DomContent cap(String name) {
    return each(name.equals("…") ? text("… ") : kbd(name), text(" "));
  }
}
