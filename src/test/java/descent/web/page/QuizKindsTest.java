package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.content.Course;
import descent.content.Courses;
import descent.content.Lesson;
import descent.content.directive.Directive.Sample;
import descent.content.question.Posed;
import descent.web.Browser;
import descent.web.TestServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** One question of every kind, the examples of the author's manual, answered in a browser. */
class QuizKindsTest {
  private static final Browser BROWSER = new Browser();

  @TempDir private static Path root;
  private static Lesson lesson;
  private static TestServer server;

  @BeforeAll
  static void start() {
    String examples =
        Courses.quiz().samples().stream().map(Sample::example).collect(Collectors.joining("\n"));
    Courses.write(
        root.resolve("01-kinds/index.md"),
        "---\ntitle: Kinds\nobjectives: [Answer.]\n---\n\n## Questions\n\n" + examples);
    Course course = new App().course(root).drawn();
    lesson = course.lesson("kinds").orElseThrow(() -> new AssertionError(course.mistakes()));
    server = new TestServer(course);
  }

  @AfterAll
  static void close() {
    BROWSER.close();
    server.close();
  }

  @BeforeEach
  void open() {
    BROWSER.driver().manage().deleteAllCookies();
    BROWSER.scripts(true).size(1280, 900).open(server.url("/"));
    BROWSER.run("localStorage.clear()");
    BROWSER.open(server.url("/lessons/kinds"));
    for (Posed posed : posed()) {
      String card = "#" + posed.question().id();
      BROWSER.run("document.querySelector(arguments[0]).scrollIntoView()", card);
      BROWSER.await("document.querySelector('" + card + " [role=status]')");
    }
    BROWSER.run("scrollTo(0, 0)");
  }

  @Test
  void everyKindIsAnsweredByMouse() {
    find("#velocity input[value='1']").click();
    find("#effects input[value='1']").click();
    find("#effects input[value='2']").click();
    for (String typed :
        List.of("one-step", "second-order", "hessian-entries", "fast-enough", "less-work")) {
      type(typed, key(typed));
    }
    type("why-local", List.of("It sees only where it was."));
    drag();
    clickAt("newton-end", key("newton-end"));
    clickAt("where-does-it-end", key("where-does-it-end"));
    stroke();
    for (Posed posed : posed()) {
      String id = posed.question().id();
      find("#" + id + " button.primary").click();
      await(id);
    }
    allAreRight();
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.screenshot("quiz-kinds");
    fits();
    BROWSER.prefers("dark");
    assertThat(BROWSER.axe()).isEmpty();
    BROWSER.screenshot("quiz-kinds-dark");
    BROWSER.prefers("light");
  }

  private static void fits() {
    for (int width : new int[] {390, 320}) {
      BROWSER.size(width, 800);
      assertThat(BROWSER.<Long>run("return document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
    }
    BROWSER.screenshot("quiz-kinds-phone");
    BROWSER.size(1280, 900);
  }

  @Test
  void everyKindIsAnsweredByKeysAlone() {
    arrowsMoveTheRing();
    for (Posed posed : posed()) {
      String id = posed.question().id();
      List<String> key = id.equals("why-local") ? List.of("Because.") : key(id);
      List<WebElement> fields = fields(id);
      if (fields.get(0).getAttribute("type").matches("radio|checkbox")) {
        key.forEach(value -> find("#" + id + " input[value='" + value + "']").sendKeys(Keys.SPACE));
      } else if (id.equals("one-step-in-order")) {
        places(key);
      } else {
        type(id, key);
      }
      find("#" + id + " button.primary").sendKeys(Keys.ENTER);
      await(id);
    }
    allAreRight();
    assertThat(BROWSER.complaints()).isEmpty();
  }

  private static void arrowsMoveTheRing() {
    WebElement ring = find("#newton-end .guess");
    ring.sendKeys(Keys.ARROW_LEFT);
    String before = fields("newton-end").get(0).getAttribute("value");
    ring.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    String after = fields("newton-end").get(0).getAttribute("value");
    assertThat(Double.parseDouble(after)).isGreaterThan(Double.parseDouble(before));
  }

  @Test
  void everyKindIsAnsweredWithoutScripts() {
    for (Posed posed : posed()) {
      String id = posed.question().id();
      BROWSER.scripts(false).open(server.url("/lessons/kinds"));
      List<String> key = id.equals("why-local") ? List.of("Because.") : key(id);
      List<WebElement> fields = fields(id);
      if (fields.get(0).getAttribute("type").matches("radio|checkbox")) {
        key.forEach(value -> find("#" + id + " input[value='" + value + "']").click());
      } else if (fields.get(0).getTagName().equals("select")) {
        for (int i = 0; i < key.size(); i++) {
          new Select(fields.get(i)).selectByValue(key.get(i));
        }
      } else {
        type(id, key);
      }
      BROWSER.follow("#" + id + " button.primary");
      assertThat(find("h1").getText()).as(id).isIn("Right", "Noted");
    }
    myWorkShowsWhatWasAnswered();
  }

  private static void myWorkShowsWhatWasAnswered() {
    BROWSER.scripts(true).open(server.url("/work"));
    List<String> answers =
        BROWSER.all(".answered td:nth-child(2)").stream().map(WebElement::getText).toList();
    assertThat(answers).hasSameSizeAs(posed());
    assertThat(BROWSER.all(".answered td svg")).hasSize(1);
    assertThat(BROWSER.find(".answered td svg").getAttribute("aria-label"))
        .startsWith("A sketch with the heights");
    assertThat(answers)
        .anyMatch(answer -> answer.startsWith("Compute the gradient"))
        .anyMatch(answer -> answer.startsWith("learning rate "))
        .anyMatch(answer -> answer.matches("\\(.*, .*\\)"));
    BROWSER.screenshot("work-kinds");
    assertThat(BROWSER.axe()).isEmpty();
    assertThat(BROWSER.complaints()).isEmpty();
  }

  @Test
  void deletingOnesDataForgetsTheTriesOfAGoal() {
    type("fast-enough", key("fast-enough"));
    find("#fast-enough button.primary").click();
    await("fast-enough");
    assertThat(kept()).anyMatch(key -> key.startsWith("descent.goal."));
    BROWSER.open(server.url("/work/delete")).find("main form button").click();
    BROWSER.await("document.title.startsWith('My work')");
    assertThat(kept()).isEmpty();
  }

  @Test
  void theTriesOfAGoalAreCountedForTheirLearnerOnly() {
    assertThat(triesAfterOneMore()).endsWith("1");
    assertThat(triesAfterOneMore()).endsWith("2");
    BROWSER.run(
        "for (const [key, kept] of Object.entries(localStorage)) if"
            + " (key.startsWith('descent.goal.')) localStorage.setItem(key,"
            + " JSON.stringify({...JSON.parse(kept), learner: 'another'}))");
    assertThat(triesAfterOneMore()).endsWith("1");
  }

  @Test
  void theTriesOfAContestStandInPercentOfTheOperations() {
    train("0");
    assertThat(board()).contains("100% of the operations", "Tries\n1");
    assertThat(board()).doesNotContain("reached");
    train(key("less-work").get(0));
    assertThat(board()).contains("% of the operations, reached", "Tries\n2");
    assertThat(find("#less-work .tries svg").getAttribute("aria-label"))
        .isEqualTo("Operations of each try; the goal is 50%.");
    assertThat(BROWSER.all("#less-work .tries rect")).hasSize(2);
    assertThat(BROWSER.complaints()).isEmpty();
  }

  private static void train(String momentum) {
    type("less-work", List.of(momentum));
    find("#less-work button.primary").click();
    await("less-work");
  }

  private static String board() {
    return find("#less-work .tries dl").getText();
  }

  private static String triesAfterOneMore() {
    BROWSER.open(BROWSER.driver().getCurrentUrl());
    type("fast-enough", key("fast-enough"));
    find("#fast-enough button.primary").click();
    await("fast-enough");
    return find("#fast-enough .tries dl div:last-child").getText();
  }

  private static List<String> kept() {
    return BROWSER.run("return Object.keys(localStorage)");
  }

  @Test
  void aFormulaIsTypesetWhileItIsTypedAndAFlawIsSaid() {
    fields("second-order").get(0).sendKeys("x^2/2");
    BROWSER.await("document.querySelector('#second-order .reading .mfrac')");
    fields("second-order").get(0).sendKeys("+q");
    BROWSER.await(
        "document.querySelector('#second-order .reading').textContent.includes('Unknown name q')");
    find("#second-order button.primary").click();
    BROWSER.await("document.querySelector('#second-order div.ferr:not(.reading)')");
    assertThat(BROWSER.all("#second-order input[name=attempt]")).isEmpty();
  }

  @Test
  void hintsComeOneByOneAndTheSolutionAfterTheLastAttemptThenAnotherVariant() {
    find("#one-step button[name=hint]").click();
    BROWSER.await("document.querySelector('#one-step .hints .katex')");
    assertThat(find("#one-step button[name=hint]").isDisplayed()).isFalse();
    String asked = find("#one-step legend").getText();
    long next = variant("one-step") + 1;
    for (int attempt = 1; attempt <= 3; attempt++) {
      type("one-step", List.of("1234" + attempt));
      find("#one-step button.primary").click();
      BROWSER.await(
          "document.querySelector('#one-step input[name=attempt]')?.value == " + (attempt + 1));
      assertThat(find("#one-step .fb").getText().contains("The step is")).isEqualTo(attempt == 3);
    }
    assertThat(find("#one-step button.primary").isDisplayed()).isFalse();
    find("#one-step .next").click();
    BROWSER.await("document.querySelector('#one-step input[name=variant]').value == " + next);
    assertThat(find("#one-step legend").getText()).isNotEqualTo(asked);
    assertThat(find("#one-step button.primary").isDisplayed()).isTrue();
  }

  private static List<Posed> posed() {
    return lesson.questions().stream().map(question -> question.variant(0)).toList();
  }

  private static List<String> key(String id) {
    Posed posed = lesson.question(id).orElseThrow().variant(variant(id));
    return posed.question().samples(posed.draw()).right().get(0);
  }

  /** The seed of the variant that the page shows. */
  private static long variant(String id) {
    return BROWSER.all("#" + id + " input[name=variant]").stream()
        .mapToLong(field -> Long.parseLong(field.getAttribute("value")))
        .findFirst()
        .orElse(0);
  }

  private static WebElement find(String css) {
    return BROWSER.find(css);
  }

  private static List<WebElement> fields(String id) {
    return BROWSER
        .driver()
        .findElements(
            By.cssSelector("#" + id + " fieldset :is(input:not([type=hidden]), select, textarea)"));
  }

  private static void type(String id, List<String> values) {
    List<WebElement> fields = fields(id);
    for (int i = 0; i < values.size(); i++) {
      fields.get(i).clear();
      fields.get(i).sendKeys(values.get(i));
    }
  }

  private static void await(String id) {
    BROWSER.await("document.querySelector('#" + id + " .fb, #" + id + " .ferr:not(.reading)')");
  }

  private static void allAreRight() {
    for (Posed posed : posed()) {
      String id = posed.question().id();
      assertThat(find("#" + id + " div.fb").getAttribute("class"))
          .as(id)
          .matches("fb (right|noted)");
    }
  }

  /** Chooses the place of each row; the others make room. */
  private static void places(List<String> key) {
    List<WebElement> picks = fields("one-step-in-order");
    List<WebElement> rows = BROWSER.all("#one-step-in-order .order li");
    for (int place = 1; place <= key.size(); place++) {
      WebElement row = rows.get(key.indexOf(String.valueOf(place)));
      row.findElement(By.tagName("select")).sendKeys(String.valueOf(place));
    }
    assertThat(picks).hasSize(key.size());
  }

  /** Drags each row to its place, from the first place on. */
  private static void drag() {
    List<String> key = key("one-step-in-order");
    List<WebElement> rows = BROWSER.all("#one-step-in-order .order li");
    for (int place = 1; place < key.size(); place++) {
      WebElement row = rows.get(key.indexOf(String.valueOf(place)));
      WebElement over = find("#one-step-in-order .order li:nth-child(" + place + ") span");
      WebElement grip = row.findElement(By.tagName("span"));
      if (!over.equals(grip)) {
        new Actions(BROWSER.driver()).clickAndHold(grip).moveToElement(over).release().perform();
      }
    }
  }

  private static void clickAt(String id, List<String> point) {
    WebElement panel = find("#" + id + " fieldset .panel");
    double[] part = part(panel, Double.parseDouble(point.get(0)), Double.parseDouble(point.get(1)));
    move(panel, part).click().perform();
  }

  /** Draws the right curve in one stroke. */
  private static void stroke() {
    WebElement panel = find("#slope-of-a-parabola fieldset .panel");
    List<WebElement> knots = fields("slope-of-a-parabola");
    List<String> key = key("slope-of-a-parabola");
    Actions actions = null;
    for (int i = 0; i < key.size(); i++) {
      double x = Double.parseDouble(knots.get(i).getAttribute("data-at"));
      double[] part = part(panel, 0.998 * x, Double.parseDouble(key.get(i)));
      if (actions == null) {
        actions = move(panel, part).clickAndHold();
      } else {
        actions = offset(actions, panel, part);
      }
    }
    actions.release().perform();
  }

  private static Actions move(WebElement panel, double[] part) {
    BROWSER.run("arguments[0].scrollIntoView({block: 'center'})", panel);
    return offset(new Actions(BROWSER.driver()), panel, part);
  }

  private static Actions offset(Actions actions, WebElement panel, double[] part) {
    int right = (int) Math.round((part[0] - 0.5) * panel.getSize().width);
    int down = (int) Math.round((part[1] - 0.5) * panel.getSize().height);
    return actions.moveToElement(panel, right, down);
  }

  /** Where a point is in a picture, as parts of its width and height. */
  private static double[] part(WebElement panel, double x, double y) {
    double[] box =
        Arrays.stream(panel.getAttribute("data-box").split(","))
            .mapToDouble(Double::parseDouble)
            .toArray();
    return new double[] {(x - box[0]) / (box[1] - box[0]), (box[3] - y) / (box[3] - box[2])};
  }
}
