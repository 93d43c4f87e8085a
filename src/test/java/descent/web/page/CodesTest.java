package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.web.Browser;
import descent.web.TestServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** One program in several languages. */
class CodesTest {
  private static final TestServer SERVER = new TestServer(new App().course(Path.of("content")));
  private static final Browser BROWSER = new Browser();

  @AfterAll
  static void close() {
    BROWSER.close();
    SERVER.close();
  }

  @AfterEach
  void everythingIsOnAgain() {
    BROWSER.media("").scripts(true);
  }

  private static List<String> shown() {
    return BROWSER.all(".codes > .code code").stream()
        .filter(WebElement::isDisplayed)
        .map(code -> String.valueOf(code.getAttribute("class")).replace("language-", ""))
        .toList();
  }

  @Test
  void theKeyboardChoosesWithoutScript() {
    BROWSER.scripts(false).open(SERVER.url("/lessons/taylor"));
    assertThat(shown()).containsExactly("jax");
    BROWSER.find(".codes > input:checked").sendKeys(Keys.ARROW_RIGHT);
    assertThat(shown()).containsExactly("pytorch");
    BROWSER.find(".codes > input:checked").sendKeys(Keys.ARROW_RIGHT);
    assertThat(shown()).containsExactly("java");
  }

  @Test
  void paperShowsAllWithTheirNames() {
    BROWSER.open(SERVER.url("/lessons/taylor")).media("print");
    assertThat(shown()).containsExactly("jax", "pytorch", "java");
    assertThat(BROWSER.all(".codes figcaption"))
        .allMatch(WebElement::isDisplayed)
        .extracting(WebElement::getText)
        .containsExactly("JAX", "PyTorch", "Java");
    assertThat(BROWSER.find(".codes > label").isDisplayed()).isFalse();
  }
}
