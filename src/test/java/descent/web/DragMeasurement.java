package descent.web;

import descent.App;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How long a figure takes to follow the hand: {@code mvn -Dtest=DragMeasurement test}. Prints, and
 * asserts nothing, since it depends on the machine.
 */
class DragMeasurement {
  private static final int MOVES = 300;
  private static final String QUERY =
      "valley.steps=150&valley.optimizer=gd&valley.optimizer=momentum&valley.optimizer=adam";

  /** From each pointer event's own time to the drawn paths, and to the frame after them. */
  private static final String WATCH =
      """
      const figure = document.querySelector('#valley');
      globalThis.drawn = [];
      globalThis.shown = [];
      let moved = 0;
      addEventListener('pointerrawupdate', (event) => { moved ||= event.timeStamp; }, true);
      new MutationObserver(() => {
        if (!moved) return;
        const since = moved;
        moved = 0;
        drawn.push(performance.now() - since);
        requestAnimationFrame(() => shown.push(performance.now() - since));
      }).observe(figure, { attributeFilter: ['data-drawn'] });
      """;

  @Test
  void aStartPointIsDragged() {
    try (var server = new TestServer(new App().course(Path.of("content")));
        var browser = new Browser()) {
      browser.open(server.url("/lessons/momentum?" + QUERY));
      browser.run("document.querySelector('#valley').scrollIntoView()");
      browser.await("document.querySelector('#valley .handle:not([hidden])')");
      drag(browser, MOVES);
      browser.run(WATCH);
      drag(browser, MOVES);
      print("drawn path", browser.run("return drawn"));
      print("next frame", browser.run("return shown"));
    }
  }

  private static void drag(Browser browser, int moves) {
    Map<String, Number> at =
        browser.run(
            "const box = document.querySelector('#valley .handle').getBoundingClientRect();"
                + "return { x: box.x + box.width / 2, y: box.y + box.height / 2 }");
    double x = at.get("x").doubleValue();
    double y = at.get("y").doubleValue();
    mouse(browser, "mousePressed", x, y);
    for (int i = 0; i < moves; i++) {
      String before = browser.run("return document.querySelector('#valley').dataset.drawn");
      double angle = 2 * Math.PI * i / moves;
      mouse(browser, "mouseMoved", x + 150 * (1 - Math.cos(angle)), y + 40 * Math.sin(angle) + 1);
      browser.await("document.querySelector('#valley').dataset.drawn !== '" + before + "'");
    }
    mouse(browser, "mouseReleased", x, y);
  }

  private static void mouse(Browser browser, String type, double x, double y) {
    browser
        .driver()
        .executeCdpCommand(
            "Input.dispatchMouseEvent",
            Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
  }

  private static void print(String what, List<Number> milliseconds) {
    double[] sorted = milliseconds.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    System.out.printf(
        "%s after a pointer's move, ms: median %.1f, 95th percentile %.1f, of %d%n",
        what, sorted[sorted.length / 2], sorted[(int) (0.95 * sorted.length)], sorted.length);
  }
}
