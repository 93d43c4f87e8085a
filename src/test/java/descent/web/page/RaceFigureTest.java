package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.web.Browser;
import descent.web.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** A race: what the optimizers carry, and one step taken apart. */
class RaceFigureTest {
  private static final String PICTURE = "document.querySelector('#bowls canvas.turns').toDataURL()";
  private static final TestServer SERVER = new TestServer();
  private static final Browser BROWSER = new Browser();
  private static final String STAGES = "document.querySelectorAll('#bowls .stages li')";
  private static final String GRADIENT =
      "document.querySelector('#bowls [data-stage=\"0\"] .numbers').textContent";

  @BeforeEach
  void open() {
    BROWSER
        .size(1440, 900)
        .prefers("light")
        .scripts(true)
        .open(SERVER.url("/dev/blocks"))
        .run("document.querySelector('#bowls').scrollIntoView()");
    BROWSER.await("document.querySelector('#bowls').dataset.drawn");
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

  private static void choose(String css, String value) {
    BROWSER.run(
        "const menu = document.querySelector(arguments[0]); menu.value = arguments[1];"
            + "menu.dispatchEvent(new Event('change', { bubbles: true }))",
        "#bowls " + css,
        value);
  }

  @Test
  void theStagesFollowTheStepAndTheChosenOptimizer() {
    String before = BROWSER.run("return " + GRADIENT);
    BROWSER.find("#bowls .scrub").sendKeys(Keys.HOME);
    BROWSER.await(GRADIENT + " !== '" + before + "'");
    BROWSER.await("document.querySelector('#bowls .from').textContent === '0'");
    choose(".taken", "momentum");
    BROWSER.await("document.querySelector('#bowls .cartoon').dataset.key === 'momentum'");
    BROWSER.await(STAGES + ".length === 3");
    assertThat(BROWSER.find("#bowls .stages").getText()).contains("Velocity", "The point moves");
    BROWSER.await("location.search.includes('bowls.taken=momentum')");
    assertThat(BROWSER.all("#bowls .stages .math:not([data-tex])")).isEmpty();
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.screenshot("race", "#bowls");
  }

  @Test
  void aSettingThatAddsAStageShowsIt() {
    BROWSER.await(STAGES + ".length === 6");
    choose("[name='bowls.adam.amsgrad']", "1");
    BROWSER.await(STAGES + ".length === 7");
    choose(".show", "squares");
    BROWSER.await("location.search.includes('bowls.show=squares')");
    BROWSER.driver().navigate().refresh();
    assertThat(BROWSER.all("#bowls .stages li")).hasSize(7);
  }

  @Test
  void whatIsCarriedIsDrawnOnTheSurfaceToo() {
    choose(".view", "surface");
    BROWSER.await("location.search.includes('bowls.view=surface')");
    BROWSER.await(PICTURE + ".length > 10000");
    Map<String, String> pictures = new HashMap<>();
    pictures.put("all", BROWSER.run("return window.before = " + PICTURE));
    for (String show : new String[] {"path", "arrows", "momentum", "squares"}) {
      choose(".show", show);
      BROWSER.await(PICTURE + " !== window.before");
      pictures.put(show, BROWSER.run("return window.before = " + PICTURE));
    }
    assertThat(pictures.values()).doesNotHaveDuplicates();
    BROWSER.screenshot("race-surface", "#bowls");
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390, 320})
  void sixEntrantsFitAndDifferInDash(int width) {
    BROWSER
        .size(width, 900)
        .open(
            SERVER.url(
                "/play/race/rosenbrock?optimizer=gd&optimizer=momentum&optimizer=adam"
                    + "&optimizer=nesterov&optimizer=rmsprop&optimizer=newton"));
    BROWSER.await("document.querySelector('#play').dataset.drawn");
    assertThat(BROWSER.all("#play .orow .sw")).hasSize(6);
    assertThat(
            BROWSER.<Boolean>run(
                "return document.documentElement.scrollWidth <= innerWidth && [...document"
                    + ".querySelectorAll('#play .orow *, #play .stages *')].every((e) =>"
                    + " e.getBoundingClientRect().right <= innerWidth)"))
        .isTrue();
    List<String> dashes =
        BROWSER.all("#play .orow .sw .ln").stream()
            .map(line -> line.getAttribute("stroke-dasharray"))
            .toList();
    assertThat(dashes).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void withoutScriptsTheStepIsTakenApartToo() {
    BROWSER.scripts(false).open(SERVER.url("/dev/blocks?bowls.taken=gd&bowls.step=0"));
    assertThat(BROWSER.all("#bowls .stages li")).hasSize(2);
    assertThat(BROWSER.find("#bowls .stages").getText()).contains("The step. The point moves by");
    assertThat(BROWSER.find("#bowls .numbers").getText()).startsWith("(1.5");
  }
}
