package descent.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import descent.device.Cards;
import descent.web.Browser;
import descent.web.TestServer;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** A sweep under a reader's hand: the map, a click on it, and the run beside it. */
class MapFigureTest {
  private static final TestServer SERVER = new TestServer();
  private static final Browser BROWSER = new Browser();
  private static final String PAGE = SERVER.url("/dev/blocks");
  private static final String START = "document.querySelector(\"[name='basins.start']\").value";
  private static final String SWEPT = "document.querySelector('#basins').dataset.swept";
  private static final String READING = "document.querySelector('#basins .reading').textContent";
  private static final String LOSS =
      "document.querySelector('#basins .orow:not(.hd) output').textContent";

  @BeforeEach
  void open() {
    BROWSER.size(1440, 900).prefers("light").scripts(true).open(PAGE);
    show();
    BROWSER.await(SWEPT);
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
    BROWSER.run("document.querySelector('#basins').scrollIntoView()");
  }

  private static WebElement figure(String css) {
    return BROWSER.find("#basins " + css);
  }

  private static void choose(String css, String value) {
    BROWSER.run(
        "const menu = document.querySelector(arguments[0]); menu.value = arguments[1];"
            + "menu.dispatchEvent(new Event('change', { bubbles: true }))",
        "#basins " + css,
        value);
  }

  /** The middle of the box is not the middle of the map; this far from it. */
  private static void click(int right, int down) {
    new Actions(BROWSER.driver()).moveToElement(figure(".sweepbox"), right, down).click().perform();
  }

  private static List<Double> numbers(String expression) {
    String text = BROWSER.run("return " + expression);
    return List.of(text.split(",")).stream().map(Double::valueOf).toList();
  }

  @Test
  void anExampleIsSweptAndStandsInTheField() {
    BROWSER.run(
        "const select = document.querySelector('#basins .examples');"
            + "select.selectedIndex = 1;"
            + "select.dispatchEvent(new Event('change', { bubbles: true }))");
    String formula = "document.querySelector(\"[name='basins.objective']\").value";
    BROWSER.await("location.search.includes('basins.objective')");
    BROWSER.await(
        formula
            + " === new URLSearchParams(location.search).get('basins.objective')"
            + " && document.querySelector('#basins .examples').value === ''");
    BROWSER.await(
        SWEPT
            + " && decodeURIComponent(performance.getEntriesByType('resource')"
            + ".findLast((entry) => entry.name.includes('/api/sweep')).name).includes('100')");
    assertThat(BROWSER.<String>run("return " + formula)).contains("100*(y - x^2)^2");
  }

  @Test
  void aClickOnTheMapRunsFromThereAndBackUndoesIt() {
    String before = BROWSER.run("return " + LOSS);
    click(-105, -143);
    BROWSER.await(START + " !== '0,0.5' && location.search.includes('basins.start')");
    BROWSER.await(LOSS + " !== '" + before + "'");
    List<Double> start = numbers(START);
    assertThat(BROWSER.<String>run("return " + READING)).contains("ends in");
    String point = "document.querySelector('#basins .state tbody').textContent";
    figure(".table").click();
    BROWSER.await(point + ".length > 0");
    assertThat(start.get(0)).isNegative();
    assertThat(start.get(1)).isPositive();
    BROWSER.await("/^Gradient descent−2\\.8051.*3\\.1313/.test(" + point + ")");
    BROWSER.driver().navigate().back();
    BROWSER.await(START + " === '0,0.5'");
    BROWSER.await(LOSS + " === '" + before + "'");
  }

  @Test
  void arrowKeysPickTheNeighbourAndSayWhatBecomesOfIt() {
    figure(".pick-cell").sendKeys(Keys.ARROW_LEFT);
    BROWSER.await("Number(" + START + ".split(',')[0]) < 0");
    BROWSER.await("document.querySelector('#basins .news .vh').textContent.includes('steps')");
  }

  @Test
  void hyperparametersAreSweptAndAClickSetsThem() {
    choose(".over", "learning_rate");
    BROWSER.await("document.querySelector(\"[name='basins.side-learning_rate']\")");
    BROWSER.await("location.search.includes('basins.over=learning_rate')");
    String rate = "document.querySelector(\"[name='basins.gd.learning_rate']\").value";
    BROWSER.await(READING + ".length >= 0 && " + rate + " === '0.01'");
    BROWSER.await("document.querySelector('#basins .pick-cell:not([hidden])')");
    BROWSER.run("window.before = " + SWEPT);
    choose(".measure", "rate");
    BROWSER.await(SWEPT + " !== window.before");
    click(-60, 0);
    BROWSER.await(rate + " !== '0.01' && Number(" + rate + ") > 0");
    BROWSER.await("location.search.includes('basins.gd.learning_rate')");
    BROWSER.driver().navigate().refresh();
    BROWSER.await(rate + " !== '0.01'");
    assertThat(BROWSER.all("#basins .sweepbox svg path")).isNotEmpty();
  }

  @Test
  void anotherOptimizerAndATypedFormulaAreSweptToo() {
    choose(".method", "adam");
    BROWSER.await("document.querySelector(\"[name='basins.adam.b1']\")");
    BROWSER.run("window.before = " + SWEPT);
    figure("[name='basins.objective']")
        .sendKeys(Keys.chord(Keys.CONTROL, "a"), "(x^2 - 1)^2 + y^2", Keys.ENTER);
    BROWSER.await(SWEPT + " !== window.before");
    BROWSER.await("location.search.includes('basins.objective')");
    assertThat(BROWSER.<String>run("return location.search")).contains("basins.optimizer=adam");
  }

  @Test
  void theTableHoldsAFewCellsAndTheFigureIsClean() {
    figure(".sweeptable summary").click();
    BROWSER.await("document.querySelectorAll('#basins .sweeptable td').length === 81");
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.screenshot("map", "#basins");
    BROWSER.prefers("dark").open(PAGE);
    show();
    BROWSER.await(SWEPT);
    BROWSER.screenshot("map-dark", "#basins");
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.prefers("light").size(390, 844).open(PAGE);
    show();
    BROWSER.await(SWEPT);
    BROWSER.screenshot("map-phone", "#basins");
  }

  @Test
  void withoutScriptsTheFormGivesTheNextMap() {
    BROWSER.scripts(false).open(PAGE);
    show();
    assertThat(BROWSER.all("#basins .sweepbox svg path")).hasSizeGreaterThan(8);
    figure("[name='basins.start']").sendKeys(Keys.chord(Keys.CONTROL, "a"), "-3,-3", Keys.ENTER);
    BROWSER.await("location.search.includes('basins.start') && document.readyState === 'complete'");
    assertThat(figure("[name='basins.start']").getAttribute("value")).isEqualTo("-3,-3");
    BROWSER.run("document.querySelector(\"[name='basins.over']\").value = 'learning_rate'");
    figure("[name='basins.steps']").sendKeys(Keys.ENTER);
    BROWSER.await("document.querySelector(\"[name='basins.side-learning_rate']\")");
    assertThat(BROWSER.all("#basins .sweepbox svg path")).isNotEmpty();
  }

  @Test
  void theMapIsDownloadedAsPictureAndNumbers(@TempDir Path folder) throws Exception {
    BROWSER.downloadsTo(folder);
    for (String kind : List.of("png", "csv")) {
      figure("summary[aria-label=Download]").click();
      figure(".drop [data-do=" + kind + "]").click();
      Path file = folder.resolve("basins." + kind);
      new WebDriverWait(BROWSER.driver(), Duration.ofSeconds(30), Duration.ofMillis(20))
          .until(any -> Files.isRegularFile(file) && file.toFile().length() > 0);
    }
    Number widths =
        BROWSER.run(
            "return [...document.querySelectorAll('#basins :is(.sweepbox, .mapbox, .curvebox)')]"
                + ".reduce((sum, box) => sum + box.clientWidth, 48)");
    BufferedImage picture = ImageIO.read(folder.resolve("basins.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(2 * widths.intValue());
    String asked =
        BROWSER.run(
            "return performance.getEntriesByType('resource').map(r => r.name).filter(name =>"
                + " name.includes('/api/sweep') && name.includes('objective=')).pop()");
    assertThat(Files.readString(folder.resolve("basins.csv")))
        .isEqualTo(
            new String(
                URI.create(asked + "&format=csv").toURL().openStream().readAllBytes(), UTF_8));
  }

  /** With the time of each, on whatever devices this machine has. */
  @Test
  void theMapIsComputedOnEachDeviceThatIsChosen() {
    String computed = "document.querySelector('#basins .computed').textContent";
    List<String> devices = new ArrayList<>();
    for (WebElement device : BROWSER.all("#basins .pick.device option")) {
      devices.add(device.getAttribute("value"));
    }
    assertThat(devices).startsWith("cpu", "reference").hasSize(2 + Cards.DEVICES.cards().size());
    for (String device : devices.subList(1, devices.size())) {
      choose(".device", device);
      BROWSER.await(computed + ".includes('on " + device + " in ')");
      assertThat(BROWSER.<String>run("return location.search"))
          .contains("basins.device=" + device.replace(":", "%3A"));
    }
    String times =
        devices.stream().map(d -> "on " + d + " in [\\d.,e-]+ ms").collect(joining(", "));
    assertThat(BROWSER.<String>run("return " + computed)).matches("Computed " + times);
  }
}
