package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.web.Browser;
import descent.web.TestServer;
import java.nio.file.Path;
import java.util.List;
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
}
