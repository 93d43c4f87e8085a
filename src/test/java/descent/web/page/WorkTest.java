package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.web.Browser;
import descent.web.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** My work, on one device and on another, until it is deleted. */
class WorkTest {
  private static final TestServer SERVER = new TestServer();
  private static final Browser BROWSER = new Browser();
  private static final String WORK = SERVER.url("/work");

  @BeforeEach
  void answerWrongAndRight() {
    BROWSER.size(1440, 900).prefers("light").forget().open(SERVER.url("/lessons/momentum"));
    for (int option : new int[] {2, 1}) {
      BROWSER.find("#step input[value='" + option + "']").click();
      BROWSER.find("#step button").click();
      BROWSER.await("document.querySelector('#step input[value=\"%d\"] ~ .m')".formatted(option));
    }
  }

  @AfterAll
  static void close() {
    BROWSER.close();
    SERVER.close();
  }

  @Test
  void eachAttemptIsShownWithWhatWasAskedAndItsMark() {
    BROWSER.open(WORK);
    assertThat(texts(".answered .asked")).singleElement().asString().contains("How long does");
    assertThat(texts(".answered tbody td:nth-child(3)")).containsExactly("✕ Not this", "✓ Right");
    assertThat(texts(".answered tbody td:nth-child(2)").get(0)).contains("without limit");
    BROWSER.await("!document.querySelector('[data-block=copy]').hidden");
    for (String theme : List.of("light", "dark")) {
      BROWSER.prefers(theme).open(WORK);
      BROWSER.screenshot("work-" + theme);
      assertThat(BROWSER.axe()).as(theme).isEmpty();
    }
    for (int width : new int[] {390, 320}) {
      BROWSER.size(width, 800).prefers("light").open(WORK);
      BROWSER.screenshot("work-" + width);
      assertThat(BROWSER.<Long>run("return document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
    }
    assertThat(BROWSER.complaints()).isEmpty();
  }

  @Test
  void theCodeContinuesOnAnotherDevice() {
    String code = BROWSER.open(WORK).find(".resume-code").getText();
    assertThat(code).matches("(\\w{4}-){3}\\w{4}");
    BROWSER.forget().open(WORK);
    assertThat(BROWSER.find(".stand").getText()).startsWith("Nothing is kept of you yet.");
    BROWSER.open(SERVER.url("/continue"));
    BROWSER.screenshot("continue");
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.find("#code").sendKeys("0000-0000-0000-0000\n");
    BROWSER.await("document.querySelector('[role=alert]')");
    assertThat(BROWSER.find("[role=alert]").getText()).startsWith("This code is nobody's here.");
    BROWSER.screenshot("continue-refused");
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.find("#code").sendKeys(code.toLowerCase(java.util.Locale.ROOT) + "\n");
    BROWSER.await("document.querySelector('.answered')");
    assertThat(texts(".answered tbody tr")).hasSize(2);
    BROWSER.complaints();
  }

  @Test
  void deletingLeavesNothingHereNorThere() {
    String code = BROWSER.open(WORK).find(".resume-code").getText();
    BROWSER.find("a[href='/work/delete']").click();
    BROWSER.await("document.title.startsWith('Delete')");
    BROWSER.screenshot("work-delete");
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.find("main form button").click();
    BROWSER.await("document.title.startsWith('My work')");
    assertThat(BROWSER.all(".answered")).isEmpty();
    assertThat(BROWSER.driver().manage().getCookies()).isEmpty();
    assertThat(BROWSER.<Long>run("return Object.keys(localStorage).length")).isZero();
    BROWSER.open(SERVER.url("/continue")).find("#code").sendKeys(code + "\n");
    BROWSER.await("document.querySelector('[role=alert]')");
    BROWSER.complaints();
  }

  private static List<String> texts(String css) {
    return BROWSER.all(css).stream().map(each -> each.getText()).toList();
  }
}
