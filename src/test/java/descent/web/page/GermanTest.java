package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.web.Browser;
import descent.web.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages as a German reader's browser sees them. */
class GermanTest {
  private static final TestServer SERVER = new TestServer(new App().course(Path.of("content")));
  private static final Browser BROWSER = new Browser();

  @AfterAll
  static void close() {
    BROWSER.close();
    SERVER.close();
  }

  @BeforeEach
  void german() {
    BROWSER.forget().size(1440, 900).prefers("light");
    BROWSER.driver().executeCdpCommand("Network.enable", Map.of());
    BROWSER
        .driver()
        .executeCdpCommand(
            "Network.setExtraHTTPHeaders",
            Map.of("headers", Map.of("Accept-Language", "de-DE,de;q=0.9,en;q=0.8")));
  }

  @ParameterizedTest
  @CsvSource({
    "index, /",
    "lesson, /lessons/momentum",
    "glossary, /glossary",
    "bibliography, /bibliography",
    "keyboard, /keyboard",
    "404, /nothing",
  })
  void aPageIsReadableAndFitsEachScreen(String name, String path) {
    BROWSER.open(SERVER.url(path));
    BROWSER.screenshot("german-" + name);
    assertThat(BROWSER.axe()).as(path).isEmpty();
    assertThat(BROWSER.find("html").getDomAttribute("lang")).isEqualTo("de");
    for (int width : new int[] {390, 320}) {
      BROWSER.size(width, 800).open(SERVER.url(path));
      BROWSER.screenshot("german-" + name + "-" + width);
      assertThat(BROWSER.<Long>run("return document.documentElement.scrollWidth"))
          .as(path + " at " + width)
          .isLessThanOrEqualTo(width);
    }
    assertThat(BROWSER.complaints()).as(path).allMatch(text -> text.contains("/nothing - Failed"));
  }

  @Test
  void theSwitchGivesEnglishAndStays() {
    BROWSER.open(SERVER.url("/keyboard"));
    assertThat(BROWSER.find("h1").getText()).isEqualTo("Tastatur");
    choose("en");
    assertThat(BROWSER.find("h1").getText()).isEqualTo("Keyboard");
    assertThat(BROWSER.open(SERVER.url("/")).find(".foot a").getText()).isEqualTo("My work");
    choose("de");
    assertThat(BROWSER.find(".foot a").getText()).isEqualTo("Meine Arbeit");
  }

  private static void choose(String language) {
    BROWSER.find(".languages button[value=" + language + "]").click();
    BROWSER.await("document.documentElement.lang === '" + language + "'");
  }
}
