package descent.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import descent.optimizer.Hyperparameter;
import descent.plot.Numbers;
import descent.run.Catalog;
import descent.web.Browser;
import descent.web.TestServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The modules of scripts that draw nothing, each against an oracle. */
class ModulesTest {
  private static final TestServer SERVER = new TestServer();
  private static final Browser BROWSER = new Browser();

  @BeforeAll
  static void open() {
    BROWSER.open(SERVER.url("/keyboard"));
  }

  @AfterAll
  static void close() {
    BROWSER.close();
    SERVER.close();
  }

  /** What a module's function body returns; {@code m} is the module, {@code data} what is given. */
  @SuppressWarnings("unchecked")
  private static <T> T in(String module, String body, Object data) {
    String script =
        "const [data, done] = arguments;"
            + "import('/static/js/%s.js').then(async (m) => done(await (async () => {%s})()))"
                .formatted(module, body);
    return (T) BROWSER.driver().executeAsyncScript(script, data);
  }

  @Test
  void wordsBesidePointsCoverNeitherEachOtherNorMarks() {
    List<Double> numbers = new Random(2).doubles(4000, 150, 230).boxed().toList();
    String body =
        """
        let overlaps = 0, placed = 0;
        for (let i = 0; i < data.length; i += 4) {
          const free = m.beside(390, 390);
          const areas = [[data[i], data[i + 1]], [data[i + 2], data[i + 3]]].map(([x, y]) => {
            free.mark(x, y, 7);
            return m.around(x, y, 7);
          });
          for (const [k, first] of [[0, m.ABOVE], [2, m.RIGHT]]) {
            const place = free.place("minimum", data[i + k], data[i + k + 1], first);
            if (!place) continue;
            placed++;
            const left = place.align === "left" ? place.x : place.x - 52;
            const area = { left, top: place.y - 11, right: left + 52, bottom: place.y + 4 };
            overlaps += areas.filter((a) => a.left < area.right && area.left < a.right
              && a.top < area.bottom && area.top < a.bottom).length;
            areas.push(area);
          }
        }
        return [overlaps, placed]""";
    assertThat(ModulesTest.<List<Long>>in("beside", body, numbers).get(0)).isZero();
    assertThat(ModulesTest.<List<Long>>in("beside", body, numbers).get(1)).isGreaterThan(1900);
  }

  @Test
  void numbersAreWrittenAsTheServerWritesThem() {
    Random random = new Random(1);
    List<Double> numbers =
        random
            .doubles(1000)
            .mapToObj(u -> (u - 0.5) * Math.pow(10, random.nextInt(40) - 20))
            .toList();
    for (int digits : new int[] {3, 6, 9}) {
      List<String> expected = numbers.stream().map(v -> Numbers.significant(v, digits)).toList();
      List<String> written =
          in("numbers", "return data.map((v) => m.significant(v, %d))".formatted(digits), numbers);
      assertThat(written).isEqualTo(expected);
    }
  }

  /** Two digits are kept, so that just above a power of ten a hundredth may be lost. */
  @Test
  void aSliderStandsWhereItsNumberPutsIt() {
    List<Map<String, Object>> ranges =
        Catalog.standard().optimizers().all().stream()
            .flatMap(optimizer -> optimizer.hyperparameters().stream())
            .filter(h -> h.choices().isEmpty() && h.scale() != Hyperparameter.Scale.SWITCH)
            .map(
                h ->
                    Map.<String, Object>of(
                        "scale", h.scale().name(), "low", h.low(), "high", h.high()))
            .distinct()
            .toList();
    List<String> wrong =
        in(
            "slider",
            """
            const positions = Array.from({ length: 1001 }, (_, i) => i);
            return data.flatMap((range) => positions
              .filter((at) => {
                const value = m.value(range, at);
                return !(value >= range.low && value <= range.high)
                  || Math.abs(m.value(range, m.position(range, value)) - value) > 0.011 * value;
              })
              .map((at) => `${JSON.stringify(range)} at ${at}: ${m.value(range, at)}`));
            """,
            ranges);
    assertThat(wrong).isEmpty();
  }

  @Test
  void ofRequestsThatWaitTheNewestWins() {
    List<String> loaded =
        in(
            "newest",
            """
            const loaded = [];
            const answers = [];
            const finish = [];
            const load = (url) => {
              loaded.push(url);
              return new Promise((answer) => finish.push(() => answer(url)));
            };
            const asked = m.newest(load, (answer) => answers.push(answer), () => {}, () => 0);
            for (const url of ['a', 'b', 'c']) asked.ask(url);
            finish[0]();
            while (finish.length < 2) await null;
            finish[1]();
            while (answers.length < 2) await null;
            return [...loaded, ...answers];
            """,
            List.of());
    assertThat(loaded).containsExactly("a", "c", "a", "c");
  }

  @Test
  void aRequestThatTakesLongIsGivenUpForANewerOne() {
    List<String> answers =
        in(
            "newest",
            """
            const answers = [];
            const finish = {};
            let clock = 0;
            const load = (url) => new Promise((answer) => (finish[url] = () => answer(url)));
            const asked = m.newest(load, (answer) => answers.push(answer), () => {}, () => clock);
            asked.ask('slow');
            clock = 1000;
            asked.ask('new');
            finish.slow();
            finish.new();
            while (answers.length < 1) await null;
            return answers;
            """,
            List.of());
    assertThat(answers).containsExactly("new");
  }

  @Test
  void aMistakeOfThePageIsNoLostConnectionAndIsToldToTheConsole() {
    BROWSER.complaints();
    List<String> heard =
        in(
            "newest",
            """
            const told = [];
            const broken = () => { throw new TypeError('no such thing'); };
            await new Promise((end) => m.newest(m.json, broken, (error) => end(told.push(m.told(error, 'Still here.'))))
              .ask('/api/problems'));
            await new Promise((end) => m.newest(m.json, broken, (error) => end(told.push(m.told(error, 'Still here.'))))
              .ask('/api/run?objective=nonsense%20('));
            return told;
            """,
            List.of());
    assertThat(heard.get(0)).isEqualTo("This page made a mistake. Still here.");
    assertThat(heard.get(1)).doesNotContain("mistake", "offline", "Still here");
    assertThat(BROWSER.complaints()).anyMatch(line -> line.contains("no such thing"));
  }

  @Test
  void aNetworkThatFailsIsALostConnection() {
    BROWSER.connected(false);
    try {
      List<String> heard =
          in(
              "newest",
              "return m.json('/api/problems').catch((error) => [m.told(error, 'Still here.')])",
              List.of());
      assertThat(heard).containsExactly("You are offline. Still here.");
    } finally {
      BROWSER.connected(true);
      BROWSER.complaints();
    }
  }

  @Test
  void theAddressKeepsWhatOtherFiguresWroteIntoIt() {
    String merged =
        in(
            "form",
            "return m.merged('?a.x=1&b.x=2&a.y=3', 'a', [['a.x', '4,5'], ['a.o', 'gd(b=1)']])",
            List.of());
    assertThat(merged).isEqualTo("?b.x=2&a.x=4,5&a.o=gd(b%3D1)");
  }

  @Test
  void everyBlockThatAsksForAModuleHasOne() throws Exception {
    String main = Files.readString(Path.of("static/js/main.js"));
    byte[] page = URI.create(SERVER.url("/dev/blocks")).toURL().openStream().readAllBytes();
    Matcher block = Pattern.compile("data-block=\"([a-z-]+)\"").matcher(new String(page, UTF_8));
    assertThat(block.find()).isTrue();
    do {
      String name = block.group(1);
      Matcher module =
          Pattern.compile("\\b" + name + ": \\(\\) => import\\(\"./([a-z-]+.js)\"").matcher(main);
      assertThat(module.find()).as(name).isTrue();
      assertThat(Path.of("static/js", module.group(1))).exists();
    } while (block.find());
  }
}
