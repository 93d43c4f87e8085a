package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.web.Browser;
import descent.web.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** A run figure under a reader's hand: by mouse, by keys, by address, and without scripts. */
class RunFigureTest {
  private static final TestServer SERVER = new TestServer(new App().course(Path.of("content")));
  private static final Browser BROWSER = new Browser();
  private static final String LESSON = SERVER.url("/lessons/momentum");
  private static final String START = "document.querySelector(\"[name='valley.start']\").value";
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
    BROWSER.await("document.querySelector('#valley .play').ariaLabel === 'Play'");
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
  void aTypedFormulaIsDrawnAndABrokenOneKeepsTheLastMap() {
    type("[name='valley.objective']", "(x^2 + 3*y^2");
    BROWSER.await("!document.querySelector('#valley-objective-error').hidden");
    assertThat(figure("#valley-objective-error").getText())
        .contains("A bracket opened at character 1 is not closed.");
    type("[name='valley.objective']", "x^2 + 3*y^2");
    BROWSER.await("document.querySelector('#valley-objective-error').hidden");
    BROWSER.await("location.search.includes('valley.objective')");
    assertThat(figure(".parameter").isDisplayed()).isFalse();
    BROWSER.driver().navigate().refresh();
    assertThat(figure("[name='valley.objective']").getAttribute("value")).isEqualTo("x^2 + 3*y^2");
    assertThat(BROWSER.complaints()).hasSize(1).allMatch(c -> c.contains("status of 400"));
  }

  @Test
  void anExampleReplacesTheFormulaItsStartAndItsBox() {
    BROWSER.run(
        "const menu = document.querySelector('#valley .examples'); menu.value = 'rosenbrock';"
            + "menu.dispatchEvent(new Event('change', { bubbles: true }))");
    BROWSER.await(START + " === '-1.2,1'");
    BROWSER.await("location.search.includes('valley.objective')");
    BROWSER.await("document.querySelector('#valley .status').textContent.includes('diverged')");
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
}
