package descent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a reader's browser sees them. */
class PagesTest {
  private static final Assets ASSETS = new Assets(Path.of("static"));
  private static final Server SERVER =
      new Server(new Errors(new Layout(ASSETS)::error), List.of(ASSETS)).start("127.0.0.1", 0);
  private static final Browser BROWSER = new Browser();

  @AfterAll
  static void close() {
    BROWSER.close();
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void aPageThatDoesNotExistIsReadable(String scheme) {
    BROWSER.prefers(scheme).open(url("/nothing"));
    BROWSER.screenshot("404-" + scheme);
    assertThat(BROWSER.axe()).isEmpty();
    assertThat(BROWSER.complaints()).allMatch(line -> line.contains("404"));
  }

  @Test
  void theThemeIsKeptFromPageToPage() {
    BROWSER.prefers("light").open(url("/nothing")).find("[data-theme-switch]").click();
    BROWSER.open(url("/nothing"));
    assertThat(BROWSER.<String>run("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(15, 21, 26)");
    BROWSER.run("localStorage.clear()");
  }

  private static String url(String path) {
    return "http://127.0.0.1:" + SERVER.port() + path;
  }
}
