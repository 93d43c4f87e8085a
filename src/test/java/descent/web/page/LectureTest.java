package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.web.Browser;
import descent.web.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A lesson as slides, as a teacher turns them. */
class LectureTest {
  private static final String SHOWN =
      "return [...document.querySelectorAll('main > *')]"
          + ".filter(part => part.checkVisibility()).map(part => part.id || part.className)";

  private static final String FIRST_FIGURE =
      "return 1 + [...document.querySelectorAll('main > *')]"
          + ".findIndex(part => part.matches('.fig'))";

  /** What the bar of the slides covers, or is below it. */
  private static final String CUT =
      "const bar = document.querySelector('nav.slides').getBoundingClientRect().top;"
          + "return [...document.querySelectorAll('main > .shown *')]"
          + ".filter(part => part.checkVisibility() && !part.closest('.katex-mathml'))"
          + ".filter(part => part.getBoundingClientRect().bottom > bar)"
          + ".map(part => part.closest('main > *').id || part.outerHTML.slice(0, 80))";

  private static final TestServer SERVER = new TestServer(new App().course(Path.of("content")));
  private static final Browser BROWSER = new Browser();

  @AfterAll
  static void close() {
    BROWSER.close();
    SERVER.close();
  }

  @AfterEach
  void theConsoleIsSilent() {
    assertThat(BROWSER.complaints()).isEmpty();
  }

  private static void open(String query) {
    BROWSER.size(1600, 900).open(SERVER.url("/lessons/momentum" + query));
    BROWSER.await(
        query.isEmpty()
            ? "!document.querySelector('dd[data-slides]').hidden"
            : "document.querySelector('nav.slides')");
  }

  private static void press(CharSequence key) {
    BROWSER.find("body").sendKeys(key);
  }

  private static List<String> shown() {
    return BROWSER.run(SHOWN);
  }

  @Test
  void onePartShowsAtATimeAndTheAddressNamesIt() {
    open("?slide=1");
    assertThat(shown()).containsExactly("title shown");
    press(Keys.PAGE_DOWN);
    assertThat(shown()).hasSize(1).doesNotContain("title shown");
    assertThat(BROWSER.driver().getCurrentUrl()).endsWith("?slide=2");
    press(Keys.PAGE_UP);
    assertThat(shown()).containsExactly("title shown");
    assertThat(BROWSER.axe()).isEmpty();
  }

  @Test
  void aFigureRunsInItsSlide() {
    open("");
    long slide = BROWSER.run(FIRST_FIGURE);
    open("?slide=" + slide);
    BROWSER.await("document.querySelector('.fig.shown canvas')");
    BROWSER.screenshot("lecture-figure");
  }

  @Test
  void theLinkStartsTheSlidesAndEscapeGivesThePageBack() {
    open("");
    assertThat(shown().size()).isGreaterThan(2);
    BROWSER.find("[data-slides] a").click();
    BROWSER.await("document.querySelector('.shown')");
    press(Keys.ESCAPE);
    assertThat(shown().size()).isGreaterThan(2);
    assertThat(BROWSER.driver().getCurrentUrl()).doesNotContain("slide");
  }

  @Test
  void aLongSectionIsCutIntoScreensAndPlotsFillWhatIsLeft() {
    open("?slide=1");
    for (int width : List.of(1024, 1920)) {
      BROWSER.size(width, width == 1024 ? 768 : 1080);
      press(Keys.HOME);
      var cut = new TreeSet<String>();
      for (String at = ""; !at.equals(BROWSER.driver().getCurrentUrl()); press(Keys.PAGE_DOWN)) {
        at = BROWSER.driver().getCurrentUrl();
        BROWSER.await("!document.querySelector('.fig.run.shown:not(.live)')");
        cut.addAll(BROWSER.<List<String>>run(CUT));
      }
      assertThat(BROWSER.driver().getCurrentUrl()).endsWith("?slide=19");
      // One step, taken apart in words, stands below the rows of this figure.
      assertThat(cut).isSubsetOf("race");
    }
  }

  @Test
  void theAddressNamesTheScreenToo() {
    open("?slide=5");
    press(Keys.ARROW_RIGHT);
    String second = BROWSER.run("return document.querySelector('main').innerText");
    assertThat(BROWSER.driver().getCurrentUrl()).endsWith("?slide=5.2");
    open("?slide=5.2");
    assertThat(BROWSER.<String>run("return document.querySelector('main').innerText"))
        .isEqualTo(second);
    press(Keys.ARROW_LEFT);
    assertThat(BROWSER.driver().getCurrentUrl()).endsWith("?slide=5");
    press(Keys.ARROW_LEFT);
    assertThat(BROWSER.driver().getCurrentUrl()).endsWith("?slide=4");
  }

  @Test
  void aReferenceTurnsToTheSlideOfItsFigureAndBackReturns() {
    open("?slide=3");
    BROWSER.find(".shown a[href='#valley']").click();
    BROWSER.await("document.querySelector('#valley.shown')");
    assertThat(BROWSER.driver().getCurrentUrl()).endsWith("?slide=4");
    BROWSER.driver().navigate().back();
    BROWSER.await("!document.querySelector('#valley.shown')");
    assertThat(BROWSER.driver().getCurrentUrl()).endsWith("?slide=3");
  }

  @Test
  void aFingerTurnsThePageButNotFromAPlot() {
    open("?slide=3");
    BROWSER.size(599, 1000);
    swipe(500, 100, 900);
    BROWSER.await("document.querySelector('#valley.shown canvas')");
    Number map =
        BROWSER.run(
            "const box = document.querySelector('.shown .mapbox').getBoundingClientRect();"
                + "return box.top + box.height / 2");
    swipe(500, 100, map.doubleValue());
    assertThat(BROWSER.driver().getCurrentUrl()).contains("slide=4");
    swipe(100, 500, 20);
    BROWSER.await("!document.querySelector('#valley.shown')");
    assertThat(BROWSER.driver().getCurrentUrl()).contains("slide=3");
  }

  private static void swipe(double from, double to, double height) {
    BROWSER.touch("touchStart", from, height);
    BROWSER.touch("touchMove", (from + to) / 2, height);
    BROWSER.touch("touchMove", to, height).touch("touchEnd");
  }
}
