package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.App;
import descent.plot.Numbers;
import descent.web.Browser;
import descent.web.TestServer;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A run figure under a reader's hand: by mouse, by keys, by address, and without scripts. */
class RunFigureTest {
  private static final TestServer SERVER = new TestServer(new App().course(Path.of("content")));
  private static final Browser BROWSER = new Browser();
  private static final String LESSON = SERVER.url("/lessons/momentum");
  private static final String START = "document.querySelector(\"[name='valley.start']\").value";
  private static final String DRAWN = "document.querySelector('#valley').dataset.drawn";
  private static final String LOSS =
      "document.querySelector('#valley .orow:not(.hd) output').textContent";

  @BeforeEach
  void open() {
    BROWSER.size(1440, 900).prefers("light").scripts(true).open(LESSON);
    show();
    BROWSER.await("document.querySelector('#valley .handle:not([hidden])')");
  }

  @AfterEach
  void theConsoleStaysSilent() {
    assertThat(BROWSER.complaints()).isEmpty();
  }

  @AfterAll
  static void close() {
    BROWSER.close();
    SERVER.close();
  }

  private static void show() {
    BROWSER.run("document.querySelector('#valley').scrollIntoView()");
  }

  private static WebElement figure(String css) {
    return BROWSER.find("#valley " + css);
  }

  private static void type(String css, String text) {
    figure(css).sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.ENTER);
  }

  /** The address that the page asked last for a run. */
  private static String lastRun() {
    return BROWSER.run(
        "return performance.getEntriesByType('resource').map((entry) => entry.name)"
            + ".findLast((name) => name.includes('/api/run'))");
  }

  @Test
  void draggingTheStartMovesTheRunAndBackUndoesIt() {
    String before = BROWSER.run("return " + LOSS);
    new Actions(BROWSER.driver()).dragAndDropBy(figure(".handle"), 120, -30).perform();
    BROWSER.await(START + " !== '-9,1.2' && location.search.includes('valley.start')");
    BROWSER.await(LOSS + " !== '" + before + "'");
    BROWSER.driver().navigate().back();
    BROWSER.await(START + " === '-9,1.2'");
    BROWSER.await(LOSS + " === '" + before + "'");
    BROWSER.driver().navigate().forward();
    BROWSER.await(START + " !== '-9,1.2'");
  }

  @Test
  void escapePutsADraggedStartBack() {
    new Actions(BROWSER.driver()).clickAndHold(figure(".handle")).moveByOffset(120, -30).perform();
    BROWSER.await(START + " !== '-9,1.2' && location.search.includes('valley.start')");
    new Actions(BROWSER.driver()).sendKeys(Keys.ESCAPE).perform();
    BROWSER.await(START + " === '-9,1.2' && !location.search.includes('valley.start')");
    new Actions(BROWSER.driver()).moveByOffset(20, 20).release().perform();
    assertThat(BROWSER.<String>run("return " + START)).isEqualTo("-9,1.2");
  }

  @Test
  void arrowKeysMoveTheStartAndShiftMovesItFurther() {
    figure(".handle").sendKeys(Keys.ARROW_RIGHT);
    BROWSER.await(START + " !== '-9,1.2'");
    double near = BROWSER.<Number>run("return Number(" + START + ".split(',')[0])").doubleValue();
    figure(".handle").sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
    BROWSER.await("Number(" + START + ".split(',')[0]) > " + near);
    double far = BROWSER.<Number>run("return Number(" + START + ".split(',')[0])").doubleValue();
    assertThat(far - near).isGreaterThan(3 * (near + 9));
  }

  @Test
  void stepsGoBackAndOnAndPlayGoesToTheEnd() {
    figure(".scrub").sendKeys(Keys.HOME);
    BROWSER.await("document.querySelector('#valley .now').textContent === '0'");
    figure(".on").click();
    figure(".on").click();
    figure(".back").click();
    BROWSER.await("document.querySelector('#valley .now').textContent === '1'");
    figure(".play").click();
    BROWSER.await("document.querySelector('#valley .play').ariaLabel === 'Pause'");
    BROWSER.await("Number(document.querySelector('#valley .now').textContent) > 5");
    figure(".play").click();
    BROWSER.await("document.querySelector('#valley .play').ariaLabel === 'Play the run'");
  }

  @Test
  void aTypedLearningRateThatIsTooLargeDivergesAndSaysSo() {
    type("[name='valley.gd.learning_rate'], #valley .orow:not(.hd) .num", "0.05");
    BROWSER.await("document.querySelector('#valley .status').textContent.includes('diverged')");
    assertThat(figure(".status").getText()).contains("Gradient descent diverged", "0.04");
    figure(".status button").click();
    BROWSER.await("!document.querySelector('#valley .status').textContent.includes('diverged')");
  }

  @Test
  void aChangedLearningRateIsKeptWithAllOtherRows() {
    type("[name='valley.gd.learning_rate']", "0.03");
    BROWSER.await("location.search.includes('valley.gd.learning_rate=0.03')");
    BROWSER.driver().navigate().refresh();
    assertThat(figure("[name='valley.gd.learning_rate']").getAttribute("value")).isEqualTo("0.03");
    assertThat(BROWSER.all("#valley .orow .chk:checked")).hasSize(2);
  }

  @Test
  void aTypedFormulaIsDrawnAndABrokenOneKeepsTheLastMap() {
    type("[name='valley.objective']", "(x^2 + 3*y^2");
    BROWSER.await("!document.querySelector('#valley-objective-error').hidden");
    assertThat(figure("#valley-objective-error").getText())
        .contains("A bracket opened at character 1 is not closed.");
    type("[name='valley.objective']", "x^2 + 3*y^2");
    BROWSER.await("document.querySelector('#valley-objective-error').hidden");
    BROWSER.await("location.search.includes('valley.objective')");
    assertThat(figure(".knob").isDisplayed()).isFalse();
    BROWSER.driver().navigate().refresh();
    assertThat(figure("[name='valley.objective']").getAttribute("value")).isEqualTo("x^2 + 3*y^2");
    assertThat(BROWSER.complaints()).hasSize(1).allMatch(c -> c.contains("status of 400"));
  }

  @Test
  void aNewNameInAFormulaGetsASliderAndAField() {
    type("[name='valley.objective']", "a*x^2 + y^2");
    BROWSER.await("document.querySelector(\"[name='valley.param.a']\")");
    assertThat(figure("[name='valley.param.a']").getAttribute("value")).isEqualTo("1");
    String before = BROWSER.run("return " + LOSS);
    figure("[data-parameter=a] .rng").sendKeys(Keys.END);
    BROWSER.await("document.querySelector(\"[name='valley.param.a']\").value === '2'");
    BROWSER.await(LOSS + " !== '" + before + "'");
    type("[name='valley.param.a']", "3");
    BROWSER.await("location.search.includes('valley.param.a=3')");
    BROWSER.driver().navigate().refresh();
    assertThat(figure("[name='valley.param.a']").getAttribute("value")).isEqualTo("3");
    assertThat(BROWSER.complaints()).allMatch(c -> c.contains("status of 400"));
  }

  @Test
  void aLongRunGrowsUntilItHoldsWhatTheWholeAnswerHolds() {
    type("[name='valley.steps']", "60000");
    BROWSER.await("document.querySelector('#valley .now').textContent === '60000'");
    String growth =
        """
        const [done] = arguments;
        const url = '/api/run?objective=rosenbrock&steps=50000&every=50&include=state'
          + '&optimizer=adam&optimizer=gd(learning_rate=0.001)';
        Promise.all([import('/static/js/stream.js'), fetch(url).then((answer) => answer.json())])
          .then(async ([{ stream }, whole]) => {
            let parts = 0;
            const run = await stream(url, new AbortController().signal, () => parts++);
            done([parts, run.entrants.every((entrant, i) =>
              ['frames', 'state', 'stop'].every((key) =>
                JSON.stringify(entrant[key]) === JSON.stringify(whole.entrants[i][key])))]);
          });
        """;
    List<?> result = (List<?>) BROWSER.driver().executeAsyncScript(growth);
    assertThat(((Number) result.get(0)).intValue()).isGreaterThan(1);
    assertThat(result.get(1)).isEqualTo(true);
  }

  @Test
  void everyStepOfAThousandIsKept() {
    type("[name='valley.steps']", "1000");
    BROWSER.await("document.querySelector('#valley .scrub').max === '1000'");
    figure(".scrub").sendKeys(Keys.HOME);
    figure(".on").click();
    BROWSER.await("document.querySelector('#valley .now').textContent === '1'");
    assertThat(lastRun()).contains("steps=1000", "every=1&");
  }

  @Test
  void theTableShowsTheNumbersThatCurlGets() throws Exception {
    figure(".scrub").sendKeys(Keys.HOME);
    figure(".on").click();
    figure(".table").click();
    BROWSER.await("document.querySelectorAll('#valley .state td').length > 4");
    JsonNode run = new ObjectMapper().readTree(URI.create(lastRun()).toURL());
    for (int i = 0; i < run.get("entrants").size(); i++) {
      JsonNode frames = run.get("entrants").get(i).get("frames");
      List<String> expected =
          Stream.of(
                  frames.at("/x/0"),
                  frames.at("/x/1"),
                  frames.get("value"),
                  frames.get("gradient_norm"))
              .map(column -> Numbers.significant(column.get(1).doubleValue(), 6))
              .toList();
      List<String> shown =
          BROWSER.run(
              "return [...[...document.querySelectorAll('#valley .state tbody tr:not(.inner)')]"
                  + "[arguments[0]].cells].slice(1, 5).map((cell) => cell.textContent)",
              i);
      assertThat(shown).isEqualTo(expected);
    }
  }

  @Test
  void theSurfaceTurnsByKeysAndShowsThePaths() {
    BROWSER.run(
        "const view = document.querySelector('#valley .view'); view.value = 'surface';"
            + "view.dispatchEvent(new Event('change', { bubbles: true }))");
    BROWSER.await("document.querySelector('#valley').dataset.view === 'surface'");
    BROWSER.await("location.search.includes('valley.view=surface')");
    String before = BROWSER.run("return " + DRAWN);
    figure(".mapbox").sendKeys(Keys.ARROW_LEFT);
    BROWSER.await(DRAWN + " !== '" + before + "'");
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.screenshot("figure-surface", "#valley");
    BROWSER.driver().navigate().back();
    BROWSER.await("document.querySelector('#valley').dataset.view === 'map'");
  }

  @Test
  void theFigureIsDownloadedAsPictureDrawingAndNumbers(@TempDir Path folder) throws Exception {
    BROWSER.downloadsTo(folder);
    for (String kind : List.of("png", "svg", "csv")) {
      figure("summary[aria-label=Download]").click();
      figure(".drop [data-do=" + kind + "]").click();
      Path file = folder.resolve("valley." + kind);
      new WebDriverWait(BROWSER.driver(), Duration.ofSeconds(30), Duration.ofMillis(20))
          .until(any -> Files.isRegularFile(file) && file.toFile().length() > 0);
    }
    BufferedImage picture = ImageIO.read(folder.resolve("valley.png").toFile());
    assertThat(picture.getWidth()).isGreaterThan(1500);
    assertThat(picture.getRGB(5, 5)).isNotEqualTo(0);
    assertThat(Files.readString(folder.resolve("valley.svg")))
        .startsWith("<svg")
        .endsWith("</svg>");
    String address = lastRun().replace("include=gradient", "format=csv");
    assertThat(Files.readString(folder.resolve("valley.csv")))
        .isEqualTo(new String(URI.create(address).toURL().openStream().readAllBytes()));
  }

  @Test
  void aFigureFillsTheScreenAndLeavesIt() {
    figure(".screen").click();
    BROWSER.await("document.fullscreenElement?.id === 'valley'");
    BROWSER.await("document.querySelector('#valley').clientWidth === innerWidth");
    BROWSER.screenshot("figure-screen", "#valley");
    figure(".screen").click();
    BROWSER.await("document.fullscreenElement === null");
  }

  @Test
  void aFingerDragsTheStartAndDoesNotScrollThePage() {
    BROWSER.size(390, 844).open(LESSON);
    show();
    BROWSER.await("document.querySelector('#valley .handle:not([hidden])')");
    Map<String, Number> at =
        BROWSER.run(
            "const box = document.querySelector('#valley .handle').getBoundingClientRect();"
                + "return { x: box.x + box.width / 2, y: box.y + box.height / 2, top: scrollY }");
    double x = at.get("x").doubleValue();
    double y = at.get("y").doubleValue();
    BROWSER.touch("touchStart", x, y);
    BROWSER.touch("touchMove", x + 40, y + 25).touch("touchMove", x + 90, y + 50);
    BROWSER.touch("touchEnd");
    BROWSER.await(START + " !== '-9,1.2' && location.search.includes('valley.start')");
    assertThat(BROWSER.<Number>run("return scrollY")).isEqualTo(at.get("top"));
  }

  @Test
  void everythingIsWithinReachOnTheNarrowestScreen() {
    BROWSER.size(320, 640).open(LESSON);
    show();
    BROWSER.await("document.querySelector('#valley .handle:not([hidden])')");
    BROWSER.screenshot("figure-320", "#valley");
    assertThat(BROWSER.<Long>run("return document.documentElement.scrollWidth")).isEqualTo(320);
    figure(".orow:not(.hd) .disc").click();
    type(".orow.open .num", "0.01");
    BROWSER.await("location.search.includes('learning_rate=0.01')");
    figure("summary[aria-label=More]").click();
    figure(".more [data-do=reset]").click();
    BROWSER.await("!location.search.includes('learning_rate')");
    assertThat(BROWSER.axe()).isEmpty();
  }

  @Test
  void aResetOfAnotherFormulaBringsTheParametersOfTheAuthorBack() {
    BROWSER.open(SERVER.url("/lessons/momentum?valley.objective=x%5E2%2By%5E2"));
    BROWSER.run("document.querySelector('#valley').scrollIntoView()");
    BROWSER.await("document.querySelector('#valley .handle:not([hidden])')");
    WebElement kappa = figure("[name='valley.param.kappa']");
    assertThat(kappa.isDisplayed()).isFalse();
    BROWSER.run("document.querySelector('#valley [data-do=reset]').click()");
    BROWSER.await("document.querySelector('#valley [data-parameter=kappa]:not([hidden])')");
    assertThat(kappa.getAttribute("value")).isEqualTo("50");
  }

  @Test
  void aCaptionStaysTrueAtAnotherStepAndNotForAnotherRun() {
    BROWSER.open(SERVER.url("/lessons/momentum"));
    BROWSER.run("document.querySelector('#valley').scrollIntoView()");
    BROWSER.await("document.querySelector('#valley .handle:not([hidden])')");
    BROWSER.find("#valley .scrub").sendKeys(Keys.HOME);
    BROWSER.await("location.search.includes('valley.step=0')");
    String stale = "document.querySelector('#valley .stale').hidden";
    assertThat(BROWSER.<Boolean>run("return " + stale)).isTrue();
    BROWSER.driver().navigate().refresh();
    assertThat(BROWSER.<Boolean>run("return " + stale)).isTrue();
    BROWSER.await("document.querySelector('#valley .handle:not([hidden])')");
    BROWSER.find("#valley .handle").sendKeys(Keys.ARROW_LEFT);
    BROWSER.await("!" + stale);
  }

  @Test
  void anotherSeedDrawsOtherNoiseAndRewindingKeepsIt() {
    BROWSER.open(SERVER.url("/lessons/stochastic-gradient"));
    BROWSER.run("document.querySelector('#cloud').scrollIntoView()");
    BROWSER.await("document.querySelector('#cloud .handle:not([hidden])')");
    String loss = "document.querySelector('#cloud .orow:not(.hd) output').textContent";
    String before = BROWSER.run("return " + loss);
    BROWSER.find("#cloud [data-do=seed]").click();
    BROWSER.await(loss + " !== '" + before + "' && location.search.includes('cloud.seed=1')");
    String after = BROWSER.run("return " + loss);
    BROWSER.find("#cloud .opt[data-do=rewind]").click();
    BROWSER.find("#cloud .scrub").sendKeys(Keys.END);
    BROWSER.await(loss + " === '" + after + "'");
    BROWSER.driver().navigate().back();
    BROWSER.await(loss + " === '" + before + "'");
    BROWSER.await("document.querySelector('#cloud .stale').hidden");
    BROWSER.screenshot("figure-noise", "#cloud");
  }

  @Test
  void anExampleReplacesTheFormulaItsStartItsBoxAndTheLearningRates() {
    BROWSER.run(
        "const menu = document.querySelector('#valley .examples'); menu.value = 'rosenbrock';"
            + "menu.dispatchEvent(new Event('change', { bubbles: true }))");
    BROWSER.await(START + " === '-1.2,1'");
    BROWSER.await("location.search.includes('valley.objective')");
    BROWSER.await("location.search.includes('valley.gd.learning_rate=0.001')");
    assertThat(figure(".status").getText()).doesNotContain("diverged");
  }

  @Test
  void theTableShowsTheVelocityOfTheChosenStep() {
    figure(".table").click();
    BROWSER.await("document.querySelectorAll('#valley .state td').length > 4");
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.screenshot("figure-table", "#valley");
  }

  @Test
  void anOptimizerIsAddedAndRemoved() {
    BROWSER.run("document.querySelector('#valley [data-optimizer=adam]').click()");
    BROWSER.await("document.querySelectorAll('#valley .orow:not(.hd)').length === 3");
    BROWSER.await("location.search.includes('adam')");
    BROWSER.run("[...document.querySelectorAll('#valley [data-do=remove]')].at(-1).click()");
    BROWSER.await("document.querySelectorAll('#valley .orow:not(.hd)').length === 2");
  }

  @Test
  void withoutScriptsTheFormGivesTheNextPicture() {
    BROWSER.scripts(false).open(LESSON);
    show();
    assertThat(BROWSER.all("#valley .mapbox svg path")).isNotEmpty();
    BROWSER.screenshot("figure-without-scripts", "#valley");
    type("[name='valley.steps']", "50");
    BROWSER.await("location.search.includes('steps=50') && document.readyState === 'complete'");
    assertThat(figure("[name='valley.steps']").getAttribute("value")).isEqualTo("50");
    type("[name='valley.objective']", "x^2 + 3*y^2");
    BROWSER.await("location.search.includes('3*y') || location.search.includes('3%2Ay')");
    BROWSER.await("document.readyState === 'complete'");
    assertThat(figure("[name='valley.objective']").getAttribute("value")).isEqualTo("x^2 + 3*y^2");
    assertThat(BROWSER.all("#valley .mapbox svg path")).isNotEmpty();
  }

  @Test
  void twoOfOneOptimizerShowWhatTellsThemApart() {
    BROWSER.open(
        LESSON
            + "?valley.optimizer=adam&valley.optimizer=adam-2&valley.adam-2.bias_correction=0"
            + "&valley.optimizer=newton");
    String correction = " .param:not(.more) [name$='.bias_correction']";
    assertThat(figure("[data-key=adam]" + correction).getAttribute("value")).isEqualTo("1");
    assertThat(figure("[data-key=adam-2]" + correction).getAttribute("value")).isEqualTo("0");
    assertThat(BROWSER.all("#valley [data-key=newton] .param:not(.more)")).hasSize(1);
  }

  @Test
  void paperShowsTheMapWithItsPathsInLightColours() {
    BROWSER.prefers("dark").open(LESSON);
    show();
    BROWSER.await("document.querySelector('#valley .handle:not([hidden])')");
    assertThat(darkInk()).isZero();
    BROWSER.run("dispatchEvent(new Event('beforeprint'))");
    assertThat(darkInk()).isGreaterThan(100);
    BROWSER.media("print");
    assertThat(BROWSER.find("#valley canvas.below").isDisplayed()).isTrue();
    assertThat(BROWSER.find("#valley canvas.above").isDisplayed()).isFalse();
    BROWSER.media("screen").prefers("dark").run("dispatchEvent(new Event('afterprint'))");
    BROWSER.await(DARK_INK + " === 0");
  }

  /** Pixels of the map's lowest layer in the colour that gradient descent has on white. */
  private static final String DARK_INK =
      """
      (() => {
        const lowest = document.querySelector('#valley canvas.below');
        const {width, height} = lowest;
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context.drawImage(lowest, 0, 0);
        const {data} = context.getImageData(0, 0, width, height);
        let count = 0;
        for (let i = 0; i < data.length; i += 4) {
          if (data[i] === 0x1d && data[i + 1] === 0x27 && data[i + 2] === 0x30) count++;
        }
        return count;
      })()\
      """;

  private static long darkInk() {
    return BROWSER.<Long>run("return " + DARK_INK);
  }

  @Test
  void theFigureIsReadableInTheDarkOnAPhoneAndOnPaper() {
    BROWSER.prefers("dark").open(LESSON);
    show();
    BROWSER.await("document.querySelector('#valley .handle:not([hidden])')");
    BROWSER.screenshot("figure-dark", "#valley");
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.prefers("light").size(390, 844).open(LESSON);
    show();
    BROWSER.await("document.querySelector('#valley .handle:not([hidden])')");
    BROWSER.screenshot("figure-phone", "#valley");
    BROWSER.size(900, 1200).media("print").open(LESSON);
    show();
    BROWSER.screenshot("figure-print", "#valley");
    BROWSER.media("screen");
  }

  @Test
  void aPlotKeepsItsShapeOnPaper() {
    double screen = shape("map");
    double curve = shape("curve");
    BROWSER.media("print").size(680, 1000);
    assertThat(shape("map")).isCloseTo(screen, within(0.01 * screen));
    assertThat(shape("curve")).isCloseTo(curve, within(0.01 * curve));
    BROWSER.media("screen");
  }

  private static String box(String name) {
    return "document.querySelector('#valley ." + name + "box')";
  }

  private static double shape(String name) {
    return ((Number)
            BROWSER.run(
                "const b = "
                    + box(name)
                    + ".getBoundingClientRect(); return 1000 * b.width / b.height"))
        .doubleValue();
  }
}
