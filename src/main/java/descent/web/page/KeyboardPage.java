package descent.web.page;

import static descent.words.Words.key;
import static j2html.TagCreator.*;

import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import j2html.tags.DomContent;
import j2html.tags.specialized.SectionTag;
import java.util.List;

/** {@code /keyboard}: every key that a page listens to. */
public final class KeyboardPage implements Routes {
  private record Key(String meaning, String... keys) {}

  private static final List<Key> FIGURE =
      List.of(
          new Key(key("Play or pause"), key("Space")),
          new Key(key("One step back or on"), "←", "→", ",", "."),
          new Key(key("Ten steps back or on"), key("Shift ←"), key("Shift →")),
          new Key(key("To the start, to the last step"), key("Home"), key("End")),
          new Key(key("Full screen"), "F"),
          new Key(key("Table of the state"), "T"),
          new Key(key("Copy the link to this state"), "L"),
          new Key(key("Switch an optimizer on or off"), "1", "…", "6"));

  private static final List<Key> POINT =
      List.of(
          new Key(key("Move it"), "←", "→", "↑", "↓"),
          new Key(key("Move it five times as far"), key("Shift and an arrow")));

  private static final List<Key> SLIDES =
      List.of(
          new Key(key("Slide before, next slide"), key("PgUp"), key("PgDn"), "←", "→"),
          new Key(key("First slide, last slide"), key("Home"), key("End")),
          new Key(key("Blank the screen, and back"), "B"),
          new Key(key("Back to the page"), key("Esc")));

  private final Layout layout;

  public KeyboardPage(Layout layout) {
    this.layout = layout;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/keyboard", ctx -> show(ctx));
  }

  private void show(Context ctx) {
    Words words = layout.words(ctx);
    layout.send(ctx, View.of(words.say("Keyboard"), page(words)));
  }

  private static DomContent page(Words words) {
    return main(
            header(
                    h1(words.say("Keyboard")),
                    p(words.say(
                            "Everything that a mouse or a finger does, keys do as well. Tab goes"
                                + " from control to control; the ring shows where you are."))
                        .withClass("stand"))
                .withClass("title"),
            group(key("While a figure holds the focus"), FIGURE, words)
                .with(
                    p(
                        words.say(
                            "Single letters are listened to only while a figure holds the focus, so"
                                + " they never disturb a screen reader or a search in the"
                                + " page."))),
            group(key("On a start point or a crosshair"), POINT, words),
            group(key("While a lesson is shown as slides"), SLIDES, words))
        .withId("main")
        .withClass("wrap lesson");
  }

  private static SectionTag group(String title, List<Key> keys, Words words) {
    return section(
        h2(words.say(title)),
        table(
            thead(tr(th(words.say("Does")), th(words.say("Keys")))),
            tbody(each(keys, key -> line(key, words)))));
  }

  private static DomContent line(Key key, Words words) {
    return tr(
        td(words.say(key.meaning())), td(each(List.of(key.keys()), cap -> cap(words.say(cap)))));
  }

  private static DomContent cap(String name) {
    return each(name.equals("…") ? text("… ") : kbd(name), text(" "));
  }
}
