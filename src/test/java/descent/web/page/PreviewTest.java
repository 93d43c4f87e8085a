package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.web.Browser;
import descent.web.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** What a link shows of where it leads. */
class PreviewTest {
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

  private static String shown(String link) {
    BROWSER.size(1440, 900).open(SERVER.url("/lessons/momentum"));
    BROWSER.run("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", link);
    new Actions(BROWSER.driver()).moveToElement(BROWSER.find(link)).perform();
    BROWSER.await("document.querySelector('.preview:not([hidden])')");
    return BROWSER.find(".preview").getText();
  }

  @Test
  void aTermShowsItsDefinitionAndEscapeHidesIt() {
    assertThat(shown("a.term[href='/glossary#gradient-descent']")).isNotBlank();
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.screenshot("preview");
    BROWSER.find("body").sendKeys(Keys.ESCAPE);
    BROWSER.await("document.querySelector('.preview').hidden");
  }

  @Test
  void aNoteShowsItsWorkWithoutTheWayBack() {
    assertThat(shown(".fn a")).contains("Polyak").doesNotContain("↩");
  }

  @Test
  void aReferenceToAFigureShowsItsTitle() {
    assertThat(shown("a.ref[href='#valley']")).startsWith("Figure 5.1");
  }

  @Test
  void aLinkInFocusShowsTheSame() {
    BROWSER.size(1440, 900).open(SERVER.url("/lessons/momentum"));
    BROWSER.run("document.querySelector('a.term').focus()");
    BROWSER.await("document.querySelector('.preview:not([hidden])')");
    assertThat(BROWSER.find("a.term").getAttribute("aria-describedby")).isEqualTo("preview");
  }
}
