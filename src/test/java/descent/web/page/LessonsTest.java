package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.content.Course;
import descent.content.Lesson;
import descent.web.Browser;
import descent.web.TestServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson of the course that is shipped, with its figures running. */
class LessonsTest {
  private static final int LARGEST_PAGE = 250_000;
  private static final Course COURSE = new App().course(Path.of("content"));
  private static final TestServer SERVER = new TestServer(COURSE);
  private static final Browser BROWSER = new Browser();

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
    assertThat(transferred()).as("bytes of the first view of " + slug).isLessThan(LARGEST_PAGE);
    BROWSER.screenshot("lesson-" + slug);
    assertThat(BROWSER.axe()).as(slug).isEmpty();
    assertThat(BROWSER.all(".math:not([data-tex])")).as(slug + ": formulas not set").isEmpty();
    assertThat(BROWSER.all(".katex-error")).as(slug + ": formulas in error").isEmpty();
    for (int width : new int[] {820, 390, 320}) {
      BROWSER.size(width, 800);
      assertThat(BROWSER.<Long>run("return document.documentElement.scrollWidth"))
          .as(slug + " at " + width)
          .isLessThanOrEqualTo(width);
    }
    assertThat(BROWSER.complaints()).as(slug).isEmpty();
  }

  /** The page with its scripts, styles and fonts, compressed, the first time. */
  private static long transferred() {
    BROWSER.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
    BROWSER.driver().navigate().refresh();
    BROWSER.await("document.fonts.status === 'loaded'");
    Number bytes =
        BROWSER.run(
            "const kinds = ['resource', 'navigation'];"
                + "return kinds.flatMap(kind => performance.getEntriesByType(kind))"
                + ".filter(entry => !entry.name.includes('/api/'))"
                + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)");
    return bytes.longValue();
  }
}
