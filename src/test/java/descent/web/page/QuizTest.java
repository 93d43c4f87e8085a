package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.web.Browser;
import descent.web.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Questions as a learner meets them, by mouse, by keys, and without scripts. */
class QuizTest {
  private static final TestServer SERVER = new TestServer();
  private static final Browser BROWSER = new Browser();
  private static final String LESSON = SERVER.url("/lessons/momentum");

  @BeforeEach
  void open() {
    BROWSER.scripts(true).forget().open(LESSON);
    BROWSER.await("document.querySelector('#step [role=status]')");
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

  @Test
  void checkingWithoutAChoiceAsksForOne() {
    submit();
    BROWSER.await("document.querySelector('#step .ferr')");
    assertThat(BROWSER.find("#step .ferr").getText()).isEqualTo("Choose an answer first.");
  }

  @Test
  void aWrongAnswerIsExplainedAndKeptForAnotherTry() {
    choose(2);
    submit();
    BROWSER.await("document.querySelector('#step .ans.bad .m')");
    assertThat(BROWSER.find("#step .ans.bad .m").getText()).isEqualTo("✕ Not this");
    assertThat(BROWSER.find("#step .fb").getText()).contains("What does the sum approach?");
    assertThat(BROWSER.all("#step .ans.good")).isEmpty();
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.screenshot("quiz-wrong", "#step");
    submit();
    assertThat(BROWSER.all("#step .m")).isEmpty();
    assertThat(BROWSER.find("#step input[value='2']").isSelected()).isTrue();
    assertThat(BROWSER.find("#step button").getText()).isEqualTo("Check");
  }

  @Test
  void aRightAnswerTypesetsItsReasonAndLeadsOn() {
    choose(1);
    submit();
    BROWSER.await("document.querySelector('#step .ans.good .m')");
    assertThat(BROWSER.find("#step .ans.good .m").getText()).isEqualTo("✓ Right");
    assertThat(BROWSER.all("#step .fb .katex")).isNotEmpty();
    assertThat(BROWSER.find("#step .next").getAttribute("href")).endsWith("#effects");
    BROWSER.screenshot("quiz-right", "#step");
  }

  @Test
  void aQuestionIsAnsweredByKeysAlone() {
    BROWSER.find("#step input[value='2']").sendKeys(Keys.ARROW_UP);
    BROWSER.find("#step input[value='1']").sendKeys(Keys.ENTER);
    BROWSER.await("document.querySelector('#step .ans.good')");
    answerTheSecond();
  }

  private static void answerTheSecond() {
    BROWSER.find("#effects input[value='1']").sendKeys(Keys.SPACE);
    BROWSER.find("#effects input[value='2']").sendKeys(Keys.SPACE, Keys.ENTER);
    BROWSER.await("document.querySelectorAll('#effects .ans.good').length === 2");
  }

  @Test
  void aLessonIsFinishedWhenAllItsQuestionsAreAnsweredRight() {
    String dot = "li[data-lesson=momentum]";
    assertThat(classes(dot)).doesNotContain("visited", "done");
    choose(1);
    submit();
    BROWSER.await("document.querySelector('" + dot + "').classList.contains('visited')");
    assertThat(BROWSER.find(dot + " .min").getText()).isEqualTo("1 of 2 done");
    answerTheSecond();
    BROWSER.await("document.querySelector('" + dot + "').classList.contains('done')");
    BROWSER.open(SERVER.url("/"));
    assertThat(classes(dot)).contains("done");
    assertThat(BROWSER.find("[data-progress-words]").getText())
        .isEqualTo("You have finished 1 lesson and done 2 questions.");
    assertThat(BROWSER.find(".cover .primary").getText()).isEqualTo("Go on with Momentum");
    BROWSER.open(LESSON);
    BROWSER.await("document.querySelector('#step .kept').textContent === 'Right, 10 points.'");
    assertThat(BROWSER.find("#step input[value='1']").isSelected()).isTrue();
  }

  @Test
  void anAnswerIsMarkedWithoutScripts() {
    BROWSER.scripts(false).open(LESSON);
    choose(2);
    BROWSER.follow("#step button");
    assertThat(BROWSER.find("h1").getText()).isEqualTo("Not this");
    assertThat(BROWSER.find(".fb").getText()).contains("each old gradient shrinks");
    BROWSER.screenshot("quiz-without-scripts");
    BROWSER.follow("main .btn");
    assertThat(BROWSER.driver().getCurrentUrl()).startsWith(LESSON + "?").endsWith("#step");
    assertThat(BROWSER.find("#step input[value='2']").isSelected()).isTrue();
  }

  private static void choose(int option) {
    BROWSER.find("#step input[value='" + option + "']").click();
  }

  private static void submit() {
    BROWSER.find("#step button").click();
  }

  private static List<String> classes(String css) {
    return List.of(BROWSER.find(css).getAttribute("class").split(" "));
  }
}
