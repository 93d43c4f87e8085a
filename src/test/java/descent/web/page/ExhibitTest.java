package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.device.Cards;
import descent.web.Browser;
import descent.web.TestServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** Exhibits under a reader's hand, each as its example in the manual. */
class ExhibitTest {
  private static final TestServer SERVER = new TestServer();
  private static final Browser BROWSER = new Browser();
  private static final String PAGE = SERVER.url("/dev/blocks");

  @AfterEach
  void theConsoleStaysSilent() {
    assertThat(BROWSER.complaints()).isEmpty();
  }

  @AfterAll
  static void close() {
    BROWSER.close();
    SERVER.close();
  }

  private static void open(String figure, String url) {
    BROWSER.size(1440, 900).prefers("light").scripts(true).open(url);
    BROWSER.run("document.getElementById(arguments[0]).scrollIntoView()", figure);
    BROWSER.await("document.getElementById('" + figure + "').dataset.drawn");
  }

  private static String read(String figure) {
    return BROWSER.run("return document.querySelector('#" + figure + " .read').textContent");
  }

  private static void awaitOther(String figure, String before) {
    BROWSER.await(
        "document.querySelector('#%s .read').textContent !== '%s'"
            .formatted(figure, before.replace("'", "\\'")));
  }

  @ParameterizedTest
  @CsvSource({"ellipses, at", "fields, start", "halfplane, end"})
  void aRingIsDraggedAndMovedByKeysAndTheLinkBringsTheSameNumbers(String figure, String point) {
    open(figure, PAGE);
    String ring = "#" + figure + " [data-moves=" + point + "]";
    String start = read(figure);
    new Actions(BROWSER.driver()).dragAndDropBy(BROWSER.find(ring), 40, -30).perform();
    awaitOther(figure, start);
    BROWSER.await("location.search.includes('" + figure + "." + point + "')");
    String dragged = read(figure);
    BROWSER.find(ring).sendKeys(Keys.ARROW_LEFT);
    awaitOther(figure, dragged);
    String moved = read(figure);
    String link = BROWSER.driver().getCurrentUrl();
    open(figure, link);
    assertThat(read(figure)).isEqualTo(moved);
    BROWSER.scripts(false).open(link);
    assertThat(read(figure)).isEqualTo(moved);
  }

  @ParameterizedTest
  @CsvSource({
    "ellipses, draws, 500",
    "fields, noise, 2",
    "product, b, '2, 0; 1, 1'",
    "halfplane, start, '0,1'"
  })
  void aTypedSettingChangesTheNumbersAndBackUndoesIt(String figure, String setting, String value) {
    open(figure, PAGE);
    String start = read(figure);
    String field = "[name='" + figure + "." + setting + "']";
    BROWSER.find(field).sendKeys(Keys.chord(Keys.CONTROL, "a"), value, Keys.TAB);
    awaitOther(figure, start);
    String then = read(figure);
    assertThat(BROWSER.find("#" + figure + " .stale").isDisplayed()).isTrue();
    BROWSER.driver().navigate().back();
    awaitOther(figure, then);
    assertThat(BROWSER.find("#" + figure + " .stale").isDisplayed()).isFalse();
    assertThat(read(figure)).isEqualTo(start);
  }

  @ParameterizedTest
  @CsvSource({"ellipses", "fields", "product", "halfplane", "risk", "roof"})
  void anExhibitIsReadableInBothThemesAndOnEachScreen(String figure) {
    open(figure, PAGE);
    for (String theme : new String[] {"dark", "light"}) {
      BROWSER.prefers(theme);
      BROWSER.screenshot("exhibit-" + figure + "-" + theme, "#" + figure);
      assertThat(BROWSER.axe()).as(theme).isEmpty();
    }
    for (int width : new int[] {820, 390, 320}) {
      BROWSER.size(width, 800);
      BROWSER.screenshot("exhibit-" + figure + "-" + width, "#" + figure);
      assertThat(BROWSER.<Long>run("return document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
    }
  }

  @Test
  void eachListedDeviceIsMeasuredOnce() throws IOException {
    open("roof", PAGE);
    List<String> devices = new ArrayList<>();
    for (WebElement device : BROWSER.all("#roof [name='roof.device'] option")) {
      devices.add(device.getAttribute("value"));
    }
    assertThat(devices).startsWith("cpu").hasSize(1 + Cards.DEVICES.cards().size());
    Map<String, String> read = new HashMap<>();
    for (String device : devices) {
      URI.create(SERVER.url("/api/exhibit/roofline?device=" + device)).toURL().openStream().close();
      new Select(BROWSER.find("#roof [name='roof.device']")).selectByValue(device);
      BROWSER.await(
          "document.querySelector('#roof .read').textContent.includes('on " + device + "')");
      read.put(device, read("roof"));
      assertThat(read("roof"))
          .contains("Ridge, operations a byte", "naive", "tiled", "Batch 1, µs an example");
      assertThat(BROWSER.all("#roof .panel circle")).hasSizeGreaterThan(3);
    }
    new Select(BROWSER.find("#roof [name='roof.device']")).selectByValue("cpu");
    BROWSER.await("document.querySelector('#roof .read').textContent.includes('on cpu')");
    assertThat(read("roof")).isEqualTo(read.get("cpu"));
  }

  @Test
  void aDeviceIsMeasuredAgainWithAScriptAndWithout() {
    open("roof", PAGE + "?roof.batch=8");
    String first = read("roof");
    BROWSER.follow("#roof .renew");
    BROWSER.await("document.querySelector('#roof .read').textContent.includes('Batch 1')");
    assertThat(read("roof")).isNotEqualTo(first);
    assertThat(BROWSER.driver().getCurrentUrl()).contains("roof.batch=8").endsWith("#roof");
    BROWSER.scripts(false).open(PAGE + "?roof.batch=8").follow("#roof .renew");
    assertThat(read("roof")).contains("Being measured");
    assertThat(BROWSER.driver().getCurrentUrl()).contains("roof.batch=8").endsWith("#roof");
    BROWSER.scripts(true);
  }

  @Test
  void aResetBringsTheFirstNumbersAndAnEmptyAddressBack() {
    open("risk", PAGE);
    String start = read("risk");
    BROWSER.find("#risk [data-do=again]").click();
    awaitOther("risk", start);
    String drawn = read("risk");
    BROWSER.find("#risk [data-do=reset]").click();
    awaitOther("risk", drawn);
    assertThat(read("risk")).isEqualTo(start);
    assertThat(BROWSER.driver().getCurrentUrl()).doesNotContain("risk.seed");
    BROWSER.find("#risk [data-do=link]").click();
    BROWSER.await(
        "document.querySelector('#risk .status').textContent.includes('#risk')"
            + " || document.querySelector('#risk .status').textContent.includes('Copied')");
  }

  @Test
  void aBrokenFormulaKeepsTheLastPictureAndSaysWhatIsWrong() {
    open("ellipses", PAGE);
    String start = read("ellipses");
    BROWSER
        .find("[name='ellipses.model']")
        .sendKeys(Keys.chord(Keys.CONTROL, "a"), "x*(t", Keys.TAB);
    BROWSER.await("!document.querySelector('#ellipses .ferr').hidden");
    assertThat(BROWSER.find("#ellipses .ferr").getText()).contains("bracket");
    assertThat(read("ellipses")).isEqualTo(start);
    assertThat(BROWSER.complaints()).hasSize(1).allMatch(c -> c.contains("status of 400"));
  }
}
