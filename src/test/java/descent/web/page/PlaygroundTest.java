package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.web.Browser;
import descent.web.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Derivatives at a point and calculators, by hand and without scripts. */
class PlaygroundTest {
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

  private static void open(String figure, boolean scripts) {
    BROWSER.size(1440, 900).prefers("light").scripts(scripts).open(PAGE);
    BROWSER.run("document.querySelector(arguments[0]).scrollIntoView()", "#" + figure);
  }

  private static void type(String name, String text) {
    BROWSER.find("[name='" + name + "']").sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.ENTER);
  }

  private static String reading(String key) {
    return "document.querySelector('#bends [data-reading=" + key + "] td').textContent";
  }

  @Test
  void aMovedPointAndATypedFunctionHaveTheirDerivatives() {
    open("bends", true);
    BROWSER.await("document.querySelector('#bends').dataset.drawn");
    assertThat(BROWSER.<String>run("return " + reading("gradient"))).isEqualTo("(3.000, 4.000)");
    type("bends.at", "2,-1");
    BROWSER.await(reading("gradient") + " === '(−5.000, 10.00)'");
    assertThat(BROWSER.<String>run("return " + reading("hessian")))
        .isEqualTo("(−2.000, 7.000); (7.000, −12.00)");
    type("bends.objective", "3*x^2 + y^2");
    BROWSER.await(reading("shape") + ".includes('bends up')");
    BROWSER.await(reading("lambda2") + ".startsWith('6.00000')");
    BROWSER.await("location.search.includes('bends.objective')");
    BROWSER.find("#bends .handle").sendKeys(Keys.ARROW_RIGHT);
    BROWSER.await("document.querySelector(\"[name='bends.at']\").value !== '2,-1'");
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.screenshot("derivatives", "#bends");
    BROWSER.driver().navigate().refresh();
    assertThat(BROWSER.<String>run("return " + reading("shape"))).contains("bends up");
  }

  @Test
  void aCalculatorFollowsItsNumbersAndRefusesWhatIsOutOfRange() {
    open("memory", true);
    String size = "document.querySelector('#memory [data-name=size] .result').textContent";
    assertThat(BROWSER.<String>run("return " + size)).isEqualTo("0.400");
    type("memory.n", "100000");
    BROWSER.await(size + " === '40.0'");
    type("memory.n", "5");
    BROWSER.await("!document.querySelector('#memory .ferr').hidden");
    assertThat(BROWSER.find("#memory .ferr").getText()).contains("from 100 to 1000000");
    assertThat(BROWSER.<String>run("return " + size)).isEqualTo("40.0");
    BROWSER.screenshot("calculator", "#memory");
  }

  @Test
  void withoutScriptsBothFormsAnswer() {
    open("bends", false);
    type("bends.at", "2,-1");
    BROWSER.await("location.search.includes('bends.at') && document.readyState === 'complete'");
    assertThat(BROWSER.<String>run("return " + reading("gradient"))).isEqualTo("(−5.000, 10.00)");
    open("memory", false);
    type("memory.n", "100000");
    BROWSER.await("location.search.includes('memory.n') && document.readyState === 'complete'");
    assertThat(BROWSER.find("#memory [data-name=size] .result").getText()).isEqualTo("40.0");
  }
}
