package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.content.Course;
import descent.content.Lesson;
import descent.web.Browser;
import descent.web.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Every lesson of the course that is shipped, with its figures running. */
class LessonsTest {
  private static final Duration MOVED = Duration.ofSeconds(30);
  private static final Duration PRESSED = Duration.ofMillis(100);
  private static final Course COURSE = new App().course(Path.of("content"));
  private static final TestServer SERVER = new TestServer(COURSE);
  private static final Browser BROWSER = new Browser();

  /** What stands behind a formula and begins a line, or might. */
  private static final String LOST_SIGNS =
      """
      const untied = [...document.querySelectorAll('.math:not(.display, .tied > *)')]
        .map((math) => math.nextSibling?.data ?? '')
        .filter((text) => /^[.,;:!?)]/.test(text));
      const torn = [...document.querySelectorAll('.tied')].filter((tied) => {
        const sign = document.createRange();
        sign.selectNode(tied.lastChild);
        const formula = [...tied.querySelectorAll('.katex-html > *')].pop();
        return formula && sign.getBoundingClientRect().top > formula.getBoundingClientRect().bottom;
      });
      return [...untied, ...torn.map((tied) => tied.textContent)];
      """;

  @AfterAll
  static void close() {
    BROWSER.close();
    SERVER.close();
  }

  static Stream<String> slugs() {
    return COURSE.lessons().stream().map(Lesson::slug);
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void aLessonIsReadableFitsEachScreenAndSaysNothingToTheConsole(String slug) {
    BROWSER.size(1440, 900).prefers("light").open(SERVER.url("/lessons/" + slug));
    BROWSER.screenshot("lesson-" + slug);
    assertThat(BROWSER.axe()).as(slug).isEmpty();
    assertThat(BROWSER.all(".math:not([data-tex])")).as(slug + ": formulas not set").isEmpty();
    assertThat(BROWSER.all(".katex-error")).as(slug + ": formulas in error").isEmpty();
    for (int width : new int[] {820, 390, 320}) {
      BROWSER.size(width, 800);
      assertThat(BROWSER.<Long>run("return document.documentElement.scrollWidth"))
          .as(slug + " at " + width)
          .isLessThanOrEqualTo(width);
      assertThat(BROWSER.<List<String>>run(LOST_SIGNS)).as(slug + " at " + width).isEmpty();
    }
    assertThat(BROWSER.complaints()).as(slug).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void eachFigureOfALessonMovesAndItsAddressFollows(String slug) {
    BROWSER.size(1440, 900).prefers("light").open(SERVER.url("/lessons/" + slug));
    List<String> figures =
        BROWSER.run(
            "return [...document.querySelectorAll('figure[data-block]')].map(each => each.id)");
    for (String figure : figures) {
      BROWSER.run("document.getElementById(arguments[0]).scrollIntoView()", figure);
      new WebDriverWait(BROWSER.driver(), MOVED, PRESSED)
          .withMessage(slug + "#" + figure + " does not move")
          .until(driver -> moves(figure));
    }
    assertThat(BROWSER.all(".katex-error")).as(slug + ": formulas in error").isEmpty();
    assertThat(BROWSER.complaints()).as(slug).isEmpty();
  }

  /** Presses a key on the first thing that takes one; again where the script has just come. */
  private static boolean moves(String figure) {
    WebElement control =
        Stream.of(
                ".handle",
                "select:not(.examples):has(option:not(:checked))",
                "input[type=range]",
                "input.field")
            .flatMap(kind -> BROWSER.all("#" + figure + " " + kind).stream())
            .filter(WebElement::isDisplayed)
            .findFirst()
            .orElseThrow();
    boolean isText = "field".equals(control.getAttribute("class"));
    boolean isChoice = control.getTagName().equals("select");
    boolean isLeast = "0".equals(control.getAttribute("value"));
    control.sendKeys(
        isText
            ? Keys.chord(Keys.END, "1", Keys.ENTER)
            : isChoice ? Keys.ARROW_DOWN : isLeast ? Keys.ARROW_RIGHT : Keys.ARROW_LEFT);
    return BROWSER.<Boolean>run("return location.search.includes(arguments[0] + '.')", figure);
  }
}
