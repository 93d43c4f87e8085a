package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.plot.Numbers;
import descent.web.Browser;
import descent.web.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** A Taylor figure under a reader's hand; f(x) = x² + 10 sin x, whose derivatives are known. */
class TaylorFigureTest {
  private static final TestServer SERVER = new TestServer(new App().course(Path.of("content")));
  private static final Browser BROWSER = new Browser();
  private static final String LESSON = SERVER.url("/lessons/taylor");
  private static final String AT = "document.querySelector(\"[name='line.at']\").value";

  @BeforeEach
  void open() {
    BROWSER.size(1440, 900).prefers("light").scripts(true).open(LESSON);
    show("line");
    BROWSER.await("document.querySelector('#line .handle.at:not([hidden])')");
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

  private static void show(String figure) {
    BROWSER.run("document.getElementById(arguments[0]).scrollIntoView()", figure);
  }

  private static void type(String name, String text) {
    BROWSER.find("[name='" + name + "']").sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.ENTER);
  }

  private static String reading(String row) {
    return "document.querySelector('#line [data-reading=" + row + "] .value').textContent";
  }

  private static double f(double x) {
    return x * x + 10 * Math.sin(x);
  }

  private static double slope(double x) {
    return 2 * x + 10 * Math.cos(x);
  }

  private static double bend(double x) {
    return 2 - 10 * Math.sin(x);
  }

  @Test
  void bothPolynomialsAreReadWhereTheProbeIs() {
    type("line.at", "2");
    type("line.probe", "3.5");
    double line = f(2) + slope(2) * 1.5;
    double parabola = line + bend(2) * 1.5 * 1.5 / 2;
    BROWSER.await(reading("f") + " === '" + Numbers.significant(f(3.5), 9) + "'");
    BROWSER.await(reading("first") + " === '" + Numbers.significant(line, 9) + "'");
    BROWSER.await(reading("second") + " === '" + Numbers.significant(parabola, 9) + "'");
  }

  @Test
  void thePointFollowsTheHandAndTheArrowKeysAndBackUndoesIt() {
    new Actions(BROWSER.driver())
        .dragAndDropBy(BROWSER.find("#line .handle.at"), -120, 0)
        .perform();
    BROWSER.await(AT + " !== '6' && location.search.includes('line.at')");
    double dragged = BROWSER.<Number>run("return Number(" + AT + ")").doubleValue();
    assertThat(dragged).isLessThan(6);
    BROWSER.find("#line .handle.at").sendKeys(Keys.ARROW_RIGHT);
    BROWSER.await("Number(" + AT + ") > " + dragged);
    BROWSER.driver().navigate().back();
    BROWSER.driver().navigate().back();
    BROWSER.await(AT + " === '6'");
  }

  @Test
  void singlePrecisionRoundsWhatIsRead() {
    String exact = BROWSER.run("return " + reading("second"));
    BROWSER.run(
        "const pick = document.querySelector('#line .precision'); pick.value = 'single';"
            + "pick.dispatchEvent(new Event('change', { bubbles: true }))");
    BROWSER.await(reading("second") + " !== '" + exact + "'");
    BROWSER.await("location.search.includes('line.precision=single')");
    BROWSER.driver().navigate().refresh();
    assertThat(BROWSER.find("#line .precision").getAttribute("value")).isEqualTo("single");
  }

  @Test
  void aPointThatIsNoNumberIsAnsweredBesideTheFigure() {
    type("line.at", "abc");
    BROWSER.await("!document.querySelector('#line .ferr').hidden");
    assertThat(BROWSER.find("#line .ferr").getText()).contains("'abc' is no finite number");
    assertThat(BROWSER.complaints()).hasSize(1).allMatch(c -> c.contains("status of 400"));
  }

  @Test
  void withoutScriptsThePageReadsTheSameNumbers() {
    String with = BROWSER.run("return " + reading("second"));
    BROWSER.scripts(false).open(LESSON);
    assertThat(BROWSER.find("#line [data-reading=second] .value").getText()).isEqualTo(with);
    assertThat(BROWSER.all("#line .mapbox svg path")).isNotEmpty();
  }

  @Test
  void everyTaylorFigureIsReadableInTheDarkAndOnTheNarrowestScreen() {
    BROWSER.prefers("dark").size(320, 640).open(LESSON);
    for (var figure : BROWSER.all("[data-block=taylor]")) {
      String id = figure.getAttribute("id");
      show(id);
      BROWSER.await("document.getElementById('" + id + "').dataset.drawn");
      BROWSER.screenshot("taylor-" + id, "#" + id);
    }
    assertThat(BROWSER.axe()).isEmpty();
    assertThat(BROWSER.<Long>run("return document.documentElement.scrollWidth")).isEqualTo(320);
  }
}
