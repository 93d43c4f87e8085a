package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.web.Browser;
import descent.web.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

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
    BROWSER.forget().size(1440, 900).prefers("light").speaks("de-DE,de;q=0.9,en;q=0.8");
  }

  @ParameterizedTest
  @CsvSource({
    "index, /",
    "lesson, /lessons/momentum",
    "glossary, /glossary",
    "bibliography, /bibliography",
    "keyboard, /keyboard",
    "search, /search?q=momentum",
    "talk, /talk",
    "work, /work",
    "continue, /continue",
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

  @Test
  void aQuestionIsAnsweredInGerman() {
    BROWSER.open(SERVER.url("/lessons/taylor#flat"));
    String card = "form.quiz:not([data-kind])";
    BROWSER.run("document.querySelector(arguments[0]).scrollIntoView()", card);
    assertThat(BROWSER.find(card + " button").getText()).isEqualTo("Prüfen");
    BROWSER.await("document.querySelector('" + card + " .row').previousSibling.role === 'status'");
    BROWSER.find(card + " button").click();
    BROWSER.await("document.querySelector('" + card + " .ferr')");
    assertThat(BROWSER.find(card + " .ferr").getText()).startsWith("Wähl zuerst");
    BROWSER.find(card + " input").click();
    BROWSER.find(card + " button").click();
    BROWSER.await("document.querySelector('" + card + " .m')");
    assertThat(BROWSER.find(card + " .m").getText()).containsAnyOf("Richtig", "So nicht");
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.screenshot("german-question", card);
    BROWSER.open(SERVER.url("/work")).screenshot("german-work-kept");
    assertThat(BROWSER.find("table").getText()).contains("Versuch", "Punkte");
    assertThat(BROWSER.axe()).isEmpty();
  }

  @Test
  void aFigureSpeaksGermanBeforeAndAfterItsScript() {
    for (int width : new int[] {390, 1440}) {
      BROWSER.size(width, 900).open(SERVER.url("/lessons/momentum"));
      BROWSER.run("document.querySelector('#valley').scrollIntoView()");
      BROWSER.await("document.querySelector('#valley.live')");
      BROWSER.screenshot("german-run-" + width, "#valley");
    }
    assertThat(BROWSER.find("#valley .play").getDomAttribute("title")).isEqualTo("Abspielen");
    assertThat(BROWSER.find("#valley .opts .hd").getText()).contains("Lernrate η", "Verlust jetzt");
    BROWSER.find("#valley [data-do=link].link").click();
    BROWSER.await("document.querySelector('#valley .status b')");
    assertThat(BROWSER.find("#valley .status").getText()).containsAnyOf("Kopiert.", "Kopiere");
    BROWSER.find("#valley .num.steps").sendKeys("x", Keys.TAB);
    BROWSER.await("document.querySelector('#valley .status.bad')");
    assertThat(BROWSER.find("#valley .status").getText())
        .startsWith("Erlaubt für die Anzahl der Schritte: eine ganze Zahl von 1 bis 100\u202f000.");
    assertThat(BROWSER.axe()).isEmpty();
    for (String figure : new String[] {"pairs", "race"}) {
      BROWSER.run("document.getElementById(arguments[0]).scrollIntoView()", figure);
      BROWSER.await("document.querySelector('#" + figure + ".live')");
      BROWSER.screenshot("german-" + figure, "#" + figure);
    }
  }

  private static void choose(String language) {
    BROWSER.find(".languages button[value=" + language + "]").click();
    BROWSER.await("document.documentElement.lang === '" + language + "'");
  }
}
