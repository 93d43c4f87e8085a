package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.classroom.Learners;
import descent.store.Draft;
import descent.store.SqliteStore;
import descent.store.Store;
import descent.web.Browser;
import descent.web.TestServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a learner typed and did not submit, in a real browser, with a server that comes and goes.
 */
class DraftsTest {
  private static final Browser BROWSER = new Browser();
  private static final String KEPT =
      "JSON.parse(localStorage.getItem('descent.draft.momentum/step')||'{}')";

  @TempDir private Path folder;
  private Store store;
  private TestServer server;

  @BeforeEach
  void open() {
    store = new SqliteStore(folder);
    server = new TestServer(store, 0);
    BROWSER.forget().open(server.url("/lessons/momentum"));
  }

  @AfterEach
  void close() {
    server.close();
    store.close();
  }

  @AfterAll
  static void quit() {
    BROWSER.close();
  }

  @Test
  void aDraftSurvivesAReloadAndIsNoAttempt() {
    choose("#step", 2);
    choose("#effects", 1);
    choose("#effects", 3);
    await("#step .kept", "Saved");
    await("#effects .kept", "Saved");
    BROWSER.run("localStorage.clear()");
    BROWSER.open(server.url("/lessons/momentum"));
    assertThat(chosen("#step")).containsExactly("2");
    assertThat(chosen("#effects")).containsExactly("1", "3");
    assertThat(BROWSER.all(".fb, .m")).isEmpty();
    assertThat(store.attemptsAt("momentum/step")).isEmpty();
    assertThat(BROWSER.axe()).isEmpty();
    assertThat(BROWSER.complaints()).isEmpty();
  }

  @Test
  void aDraftIsSentWhenThePageIsLeftAtOnce() {
    choose("#step", 1);
    await("#step .kept", "Saved");
    choose("#step", 2);
    BROWSER.open(server.url("/glossary"));
    BROWSER.run("localStorage.clear()");
    BROWSER.open(server.url("/lessons/momentum"));
    assertThat(chosen("#step")).containsExactly("2");
  }

  @Test
  void aDraftTypedWhileTheServerIsDeadIsSentWhenItIsBack() {
    choose("#step", 1);
    await("#step .kept", "Saved");
    int port = server.port();
    server.close();
    choose("#step", 2);
    BROWSER.await("document.querySelector('#step .trouble')");
    assertThat(BROWSER.find("#step .trouble").getText()).contains("kept in this browser");
    BROWSER.screenshot("draft-offline", "#step");
    server = new TestServer(store, port);
    BROWSER.open(server.url("/lessons/momentum"));
    assertThat(chosen("#step")).containsExactly("2");
    BROWSER.await(KEPT + ".isSent");
    assertThat(draft().answer()).isEqualTo("[\"2\"]");
    BROWSER.complaints();
  }

  @Test
  void aDraftThatIsSentLateLeavesTheWordsOfTheMark() {
    choose("#step", 1);
    await("#step .kept", "Saved");
    BROWSER.find("#step button").click();
    BROWSER.await("document.querySelector('#step .ans.good')");
    BROWSER.run(
        "localStorage.setItem('descent.draft.momentum/step', JSON.stringify({..."
            + KEPT
            + ", revision: 9, isSent: false}))");
    BROWSER.open(server.url("/lessons/momentum"));
    BROWSER.await(KEPT + ".isSent");
    assertThat(BROWSER.find("#step .kept").getText()).isEqualTo("Right, 10 points.");
  }

  @Test
  void ofTwoTabsTheLaterTypingIsKept() {
    choose("#step", 1);
    await("#step .kept", "Saved");
    String first = BROWSER.driver().getWindowHandle();
    String second =
        BROWSER.driver().switchTo().newWindow(org.openqa.selenium.WindowType.TAB).getWindowHandle();
    BROWSER.open(server.url("/lessons/momentum"));
    for (int i = 0; i < 3; i++) {
      choose("#step", 2);
      choose("#step", 1);
    }
    await("#step .kept", "Saved");
    BROWSER.driver().close();
    BROWSER.driver().switchTo().window(first);
    assertThat(second).isNotEqualTo(first);
    choose("#step", 2);
    BROWSER.await(KEPT + ".isSent && " + KEPT + ".answer[0] === '2'");
    assertThat(draft().answer()).isEqualTo("[\"2\"]");
  }

  private Draft draft() {
    var learners = new Learners(store, Clock.systemUTC());
    String code = BROWSER.driver().manage().getCookieNamed("descent").getValue();
    return store.drafts(learners.find(code).orElseThrow()).stream()
        .filter(draft -> draft.question().equals("momentum/step"))
        .findFirst()
        .orElseThrow();
  }

  private static void choose(String form, int option) {
    BROWSER.find(form + " input[value='" + option + "']").click();
  }

  private static void await(String css, String words) {
    BROWSER.await("document.querySelector('" + css + "')?.textContent === '" + words + "'");
  }

  private static List<String> chosen(String form) {
    return BROWSER.run(
        "return [...document.querySelectorAll('" + form + " input:checked')].map(i => i.value)");
  }
}
