package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descent.App;
import descent.web.Browser;
import descent.web.TestServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons on paper: words that can be read, and a ring where a run starts. */
class PaperTest {
  private static final TestServer SERVER = new TestServer(new App().course(Path.of("content")));
  private static final Browser BROWSER = new Browser();
  private static final double LEAST = 8;
  private static final int PAGE = 740;

  @AfterEach
  void backToTheScreen() {
    assertThat(BROWSER.complaints()).isEmpty();
    BROWSER.media("screen");
  }

  @AfterAll
  static void close() {
    BROWSER.close();
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hessian", "preconditioning", "natural-gradient", "riemannian"})
  void wordsThatTheServerDrewAreReadable(String slug) {
    BROWSER.size(PAGE, 1000).media("print").open(SERVER.url("/lessons/" + slug));
    List<String> small =
        BROWSER.run(
            """
            const scale = ({a, b}) => Math.hypot(a, b);
            return [...document.querySelectorAll('main .plot text')]
              .filter((text) => text.checkVisibility({visibilityProperty: true}))
              .map((text) => [text, parseFloat(getComputedStyle(text).fontSize) * scale(text.getScreenCTM())])
              .filter(([, size]) => size < %s)
              .map(([text, size]) => `${text.closest('[id]').id} ${text.textContent} ${size}`);
            """
                .formatted(LEAST));
    assertThat(small).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"preconditioning damped", "preconditioning basins", "natural-gradient in_p"})
  void wordsThatThePageDrewAreReadable(String figure) {
    show(figure);
    BROWSER.run("dispatchEvent(new Event('beforeprint'))");
    assertThat(words()).allSatisfy(size -> assertThat(size.doubleValue()).isBetween(LEAST, 13.0));
    BROWSER.run("dispatchEvent(new Event('afterprint'))");
    assertThat(words()).allSatisfy(size -> assertThat(size.doubleValue()).isLessThan(LEAST));
  }

  /** The size of a word of 12 pixels in each canvas of the figure, were it as wide as a page. */
  private static List<Number> words() {
    return BROWSER.run(
        """
        return [...figure.querySelectorAll('canvas')].map((canvas) => {
          const scale = canvas.getContext('2d').getTransform().a / devicePixelRatio;
          return 12 * scale * %s / figure.clientWidth;
        });
        """
            .formatted(PAGE - 80));
  }

  @Test
  void theStartHasItsRing() {
    show("preconditioning damped");
    double across = across();
    BROWSER.run("dispatchEvent(new Event('beforeprint'))");
    BROWSER.media("print");
    assertThat(BROWSER.find("#damped .handle").isDisplayed()).isTrue();
    assertThat(across()).isCloseTo(across, within(0.01));
  }

  /** Where the ring stands, as a part of the map's width. */
  private static double across() {
    return BROWSER
        .<Number>run(
            """
            const box = figure.querySelector('.mapbox').getBoundingClientRect();
            const ring = figure.querySelector('.handle').getBoundingClientRect();
            return ((ring.left + ring.right) / 2 - box.left) / box.width;
            """)
        .doubleValue();
  }

  /** Opens a figure, named by its lesson and its id, and waits until it is drawn. */
  private static void show(String name) {
    String[] parts = name.split(" ");
    BROWSER.size(1280, 900).open(SERVER.url("/lessons/" + parts[0]));
    BROWSER.run("window.figure = document.getElementById('%s')".formatted(parts[1]));
    BROWSER.run("figure.scrollIntoView()");
    BROWSER.await("figure.dataset.drawn && figure.querySelector('.handle:not([hidden])')");
    BROWSER.await("[...figure.querySelectorAll('canvas')].every((drawn) => drawn.width !== 300)");
  }
}
