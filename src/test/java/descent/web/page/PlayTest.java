package descent.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import descent.web.Browser;
import descent.web.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Every figure with every problem that fits it, and what the form and the address do. */
class PlayTest {
  private static final TestServer SERVER = new TestServer();
  private static final Browser BROWSER = new Browser();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @AfterEach
  void theConsoleStaysSilent() {
    assertThat(BROWSER.scripts(true).complaints()).isEmpty();
  }

  @AfterAll
  static void close() {
    BROWSER.close();
    SERVER.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(SERVER.url(path))).build(), BodyHandlers.ofString());
  }

  private static Document page(String path) throws Exception {
    HttpResponse<String> reply = get(path);
    assertThat(reply.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(reply.body());
  }

  private static List<String> rows() {
    return BROWSER.all("#play input[name='play.optimizer']").stream()
        .map(row -> String.valueOf(row.getAttribute("value")))
        .toList();
  }

  @Test
  void everyKindOfFigureIsDrawnByTheServerWithEveryProblem() throws Exception {
    var kinds = page("/play/run").select(".kinds a").eachAttr("href");
    assertThat(kinds).hasSizeGreaterThan(10);
    assertThat(page("/play/run").select(".kinds a").eachText())
        .allMatch(name -> name.matches("[A-Z].*"));
    for (String kind : kinds) {
      var paths = new ArrayList<>(List.of(kind));
      page(kind)
          .select("#problem option")
          .eachAttr("value")
          .forEach(p -> paths.add(kind + "/" + p));
      for (String path : paths) {
        Element figure = page(path).getElementById("play");
        assertThat(figure).as(path).isNotNull();
        assertThat(
                figure.select("svg[viewBox], .calculator dd, .calculator td, .calculator output"))
            .as(path)
            .isNotEmpty();
        assertThat(figure.text()).as(path).doesNotContain("diverged at");
      }
    }
  }

  @Test
  void withoutScriptTheFormChoosesProblemAndOptimizersAndTheFigureKeepsThem() {
    BROWSER.size(1440, 900).scripts(false).open(SERVER.url("/play/run"));
    new Select(BROWSER.find("#problem")).selectByValue("himmelblau");
    BROWSER.find(".free summary").click();
    BROWSER.all(".free input:checked").forEach(WebElement::click);
    BROWSER.find(".free input[value='lion']").click();
    BROWSER.follow(".free button");
    assertThat(BROWSER.driver().getCurrentUrl())
        .isEqualTo(SERVER.url("/play/run/himmelblau?optimizer=lion"));
    assertThat(rows()).containsExactly("lion");
    BROWSER.follow("#play [type=submit]");
    assertThat(BROWSER.driver().getCurrentUrl()).contains("/play/run/himmelblau?play.");
    assertThat(rows()).containsExactly("lion");
  }

  @Test
  void theAddressHoldsWhatTheFigureShows() {
    BROWSER.open(SERVER.url("/play/race/hills?optimizer=nesterov&play.steps=30"));
    assertThat(rows()).containsExactly("nesterov");
    assertThat(BROWSER.find("[name='play.steps']").getAttribute("value")).isEqualTo("30");
  }

  @Test
  void whatIsUnknownIsRefusedWithWhatIsKnown() throws Exception {
    assertThat(get("/play/nothing").statusCode()).isEqualTo(404);
    HttpResponse<String> problem = get("/play/run/himmelblow");
    assertThat(problem.statusCode()).isEqualTo(400);
    assertThat(problem.body())
        .contains("<h1>", "&#x27;himmelblow&#x27; is unknown here", "himmelblau");
    HttpResponse<String> optimizer = get("/play/run/himmelblau?optimizer=kfac");
    assertThat(optimizer.statusCode()).isEqualTo(400);
    assertThat(optimizer.body())
        .contains("<h1>", "&#x27;kfac&#x27; is unknown here", "trust_region");
  }
}
