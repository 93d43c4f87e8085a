package descent.web.page;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import descent.device.Cards;
import descent.web.Browser;
import descent.web.CurveInk;
import descent.web.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/**
 * A training figure under a reader's hand: the digits network, trained live by K-FAC and others.
 */
class TrainFigureTest {
  private static final TestServer SERVER = new TestServer();
  private static final Browser BROWSER = new Browser();
  private static final String PAGE = SERVER.url("/dev/blocks");
  private static final String FIGURE = "document.querySelector('#digits')";
  private static final String LOSS = "#digits .orow[data-key=kfac] output";
  private static final String PLAY = FIGURE + ".querySelector('.play').title";

  @BeforeEach
  void open() {
    open(PAGE);
  }

  private static void open(String url) {
    BROWSER.size(1440, 900).prefers("light").scripts(true).open(url);
    show();
    BROWSER.await(FIGURE + ".dataset.drawn");
  }

  private static void show() {
    BROWSER.run(FIGURE + ".scrollIntoView()");
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

  private static WebElement figure(String css) {
    return BROWSER.find("#digits " + css);
  }

  private static void type(String css, String text) {
    figure(css).sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.ENTER);
  }

  private static String status() {
    return FIGURE + ".querySelector('.status').textContent";
  }

  @Test
  void kfacTrainsTheDigitsNetworkAndItsCurveFalls() {
    figure(".play").click();
    BROWSER.await(PLAY + " === 'Pause'");
    BROWSER.await(status() + ".includes('Done.')");
    assertThat(figure(".status").getText()).contains("200 steps", "K-FAC is lowest");
    assertThat(BROWSER.find(LOSS).getText()).matches("0\\.0[0-4].*|.* × 10⁻.*");
    for (String part : new String[] {"learned", "held"}) {
      String plot = "#digits .%s canvas".formatted(part);
      assertThat(CurveInk.fall(BROWSER, plot, "#digits .trace-natural")).as(part).isGreaterThan(20);
    }
    assertThat(figure(".pace").getText()).contains("examples/s");
    BROWSER.screenshot("train", "#digits");
    assertThat(BROWSER.axe()).isEmpty();
  }

  @Test
  void aRateThatIsMovedOnTheWayIsInTheLinkAndCanBeTakenBack() {
    type("[name='digits.steps']", "20000");
    BROWSER.await(PLAY + " === 'Pause'");
    BROWSER.await("Number(" + FIGURE + ".querySelector('.now').textContent) > 0");
    figure(".play").click();
    BROWSER.await(FIGURE + ".querySelector('.pace').textContent === 'Paused'");
    type("[name='digits.adam.learning_rate']", "0.1");
    figure(".play").click();
    BROWSER.await("location.search.includes('digits.edit=')");
    assertThat(figure(".edits").getText()).contains("Adam, learning rate 0.1");
    figure(".cancel").click();
    BROWSER.await(status() + ".includes('Stopped at step')");
    assertThat(figure("[name='digits.adam.learning_rate']").getAttribute("value"))
        .isEqualTo("0.01");
    BROWSER.screenshot("train-edited", "#digits");
    type("[name='digits.steps']", "40");
    BROWSER.run("document.querySelector('#digits [data-do=unedit]').click()");
    BROWSER.await("!location.search.includes('digits.edit=')");
    BROWSER.await(FIGURE + ".querySelector('.now').textContent === '40'");
  }

  @Test
  void aRateThatIsMovedAgainWhileItIsTrainedHolds() {
    type("[name='digits.adam.learning_rate']", "0.1");
    type("[name='digits.adam.learning_rate']", "0.02");
    BROWSER.await(status() + ".includes('Done.')");
    assertThat(figure("[name='digits.adam.learning_rate']").getAttribute("value"))
        .isEqualTo("0.02");
    assertThat(BROWSER.driver().getCurrentUrl()).contains("digits.adam.learning_rate=0.02");
  }

  @Test
  void anotherNetworkIsTrainedAtOnceAndBackUndoesIt() {
    String before = BROWSER.find(LOSS).getText();
    type("[name='digits.hidden']", "8");
    BROWSER.await("location.search.includes('digits.hidden=8')");
    BROWSER.await("document.querySelector('" + LOSS + "').textContent !== '" + before + "'");
    BROWSER.driver().navigate().back();
    BROWSER.await("document.querySelector('" + LOSS + "').textContent === '" + before + "'");
    assertThat(figure("[name='digits.hidden']").getAttribute("value")).isEqualTo("32, 16");
  }

  @Test
  void aNetworkThatIsTooLargeIsRefusedWithItsLimit() {
    type("[name='digits.hidden']", "5000");
    BROWSER.await(status() + ".includes('each from 1 to 1000')");
    assertThat(BROWSER.complaints()).allMatch(c -> c.contains("status of 400"));
    type("[name='digits.hidden']", "8");
    BROWSER.await("!" + status() + ".includes('each from')");
  }

  @Test
  void aRateThatOverflowsIsMendedByAButton() {
    type("[name='digits.adam.learning_rate']", "1e38");
    BROWSER.await(status() + ".includes('A smaller learning rate may help.')");
    assertThat(figure("[data-key=adam] output").getText()).isEqualTo("diverged");
    BROWSER.screenshot("train-diverged", "#digits");
    figure(".status button").click();
    BROWSER.await(status() + " === ''");
    BROWSER.await("!" + FIGURE + ".querySelector('.opts').textContent.includes('diverged')");
    assertThat(figure("[name='digits.adam.learning_rate']").getAttribute("value"))
        .isEqualTo("0.05");
  }

  @Test
  void theTableHasTheLastNumbers() {
    figure(".table").click();
    BROWSER.await(FIGURE + ".querySelectorAll('.state td').length === 21");
    assertThat(figure(".state tbody tr").getText()).startsWith("K-FAC 200");
  }

  /** With the time of each, on whatever devices this machine has. */
  @Test
  void theNetworkIsTrainedOnEachDeviceThatIsChosen() {
    for (WebElement optimizer : BROWSER.all("#digits .orow:not([data-key=momentum]) .chk")) {
      optimizer.click();
    }
    String computed = FIGURE + ".querySelector('.computed').textContent";
    List<String> devices = new ArrayList<>();
    for (WebElement device : BROWSER.all("#digits .pick.device option")) {
      devices.add(device.getAttribute("value"));
    }
    assertThat(devices).startsWith("cpu", "reference").hasSize(2 + Cards.DEVICES.cards().size());
    BROWSER.await(status() + ".includes('Done.')");
    for (String device : devices.subList(1, devices.size())) {
      new Select(figure(".pick.device")).selectByValue(device);
      BROWSER.await(computed + ".includes('on " + device + " in ')");
      assertThat(figure(".status").getText()).contains("200 steps", "Momentum is lowest");
      assertThat(BROWSER.<String>run("return location.search"))
          .contains("digits.device=" + device.replace(":", "%3A"));
    }
    String times = devices.stream().map(d -> "on " + d + " in [\\d.,]+ ms").collect(joining(", "));
    assertThat(figure(".computed").getText()).matches("Computed " + times);
  }

  @Test
  void withoutScriptsThereIsAPictureWithItsNumbersAndTheFormGivesTheNext() {
    BROWSER.scripts(false).open(PAGE);
    show();
    BROWSER.await(FIGURE + ".querySelector('.still.light').complete");
    assertThat(BROWSER.<Number>run("return " + FIGURE + ".querySelector('.still').naturalWidth"))
        .isEqualTo(1160L);
    BROWSER.screenshot("train-without-scripts", "#digits");
    type("[name='digits.steps']", "50");
    BROWSER.await("location.search.includes('steps=50') && document.readyState === 'complete'");
    assertThat(figure(".still.light").getAttribute("src")).contains("steps=50");
  }

  @Test
  void theFigureIsReadableInTheDarkOnAPhoneAndOnPaper() {
    BROWSER.prefers("dark").open(PAGE);
    show();
    BROWSER.await(FIGURE + ".dataset.drawn");
    BROWSER.screenshot("train-dark", "#digits");
    assertThat(BROWSER.axe()).isEmpty();
    for (int width : new int[] {390, 320}) {
      BROWSER.prefers("light").size(width, 844).open(PAGE);
      show();
      BROWSER.await(FIGURE + ".dataset.drawn");
      BROWSER.screenshot("train-phone-" + width, "#digits");
      assertThat(BROWSER.<Long>run("return document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
    }
    BROWSER.size(900, 1200).media("print").open(PAGE);
    assertThat(figure(".now").getText()).isEqualTo("200");
    show();
    BROWSER.screenshot("train-print", "#digits");
    BROWSER.media("screen");
  }
}
