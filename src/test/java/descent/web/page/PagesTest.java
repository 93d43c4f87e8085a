package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.web.Browser;
import descent.web.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages as a reader's browser sees them. */
class PagesTest {
  private static final TestServer SERVER = new TestServer();
  private static final Browser BROWSER = new Browser();

  @AfterAll
  static void close() {
    BROWSER.close();
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "index, /",
    "lesson, /lessons/momentum",
    "glossary, /glossary",
    "bibliography, /bibliography",
    "search, /search?q=descent",
    "talk, /talk",
    "keyboard, /keyboard",
    "play, /play/run",
    "devices, /devices",
    "authors, /authors",
    "blocks, /dev/blocks",
    "refused, /lessons/adam",
  })
  void aPageIsReadableInBothThemesAndSaysNothingToTheConsole(String name, String path) {
    for (String theme : new String[] {"light", "dark"}) {
      BROWSER.size(1440, 900).prefers(theme).open(SERVER.url(path));
      BROWSER.screenshot(name + "-" + theme);
      assertThat(BROWSER.axe()).as(path + " in " + theme).isEmpty();
      assertThat(BROWSER.complaints()).as(path + " in " + theme).allMatch(PagesTest::isStatus);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "index, /",
    "lesson, /lessons/momentum",
    "glossary, /glossary",
    "talk, /talk",
    "keyboard, /keyboard",
    "play, /play/run",
    "devices, /devices",
    "authors, /authors",
    "blocks, /dev/blocks",
    "refused, /lessons/adam",
    "404, /nothing",
  })
  void aPageFitsTheNarrowestScreen(String name, String path) {
    for (int width : new int[] {820, 390, 320}) {
      BROWSER.size(width, 800).prefers("light").open(SERVER.url(path));
      BROWSER.screenshot(name + "-" + width);
      assertThat(BROWSER.<Long>run("return document.documentElement.scrollWidth"))
          .as("width of " + path)
          .isLessThanOrEqualTo(width);
    }
  }

  @Test
  void aPageThatDoesNotExistSuggestsTheNearestLesson() {
    BROWSER.size(1440, 900).prefers("light").open(SERVER.url("/lessons/momentun"));
    BROWSER.screenshot("404");
    assertThat(BROWSER.axe()).isEmpty();
    assertThat(BROWSER.find("main .stand a").getAttribute("href")).endsWith("/lessons/momentum");
    BROWSER.complaints();
  }

  @Test
  void theThemeIsKeptFromPageToPage() {
    BROWSER.prefers("light").open(SERVER.url("/")).find("[data-theme-switch]").click();
    BROWSER.open(SERVER.url("/"));
    assertThat(BROWSER.<String>run("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(15, 21, 26)");
    BROWSER.run("localStorage.clear()");
  }

  /** A page of an error is reported by its own status, and by nothing else. */
  private static boolean isStatus(String complaint) {
    return complaint.contains("/lessons/adam - Failed to load resource");
  }
}
