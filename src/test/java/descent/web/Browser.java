package descent.web;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real Chromium that remembers what it complained about. Start one for a test class, close it
 * after the class. Screenshots go to {@code target/screenshots}.
 */
public final class Browser implements AutoCloseable {
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--hide-scrollbars");

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Path profile;
  private final ChromeDriver driver;

  /** Starts Chromium with an empty profile, 1440 by 900 pixels. */
  public Browser() {
    SELENIUM.setLevel(Level.SEVERE);
    try {
      profile = Files.createTempDirectory("descent-browser");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var log = new LoggingPreferences();
    log.enable(LogType.BROWSER, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(program("chromium"));
    options.addArguments(FLAGS);
    options.addArguments("--user-data-dir=" + profile);
    options.setCapability("goog:loggingPrefs", log);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(program("chromedriver")))
            .withSilent(true)
            .build();
    driver = new ChromeDriver(service, options);
    size(1440, 900);
  }

  /** The driver itself, for what this class has no word for. */
  public ChromeDriver driver() {
    return driver;
  }

  /** Becomes a browser that was nowhere before. */
  public Browser forget() {
    devtools("Network.clearBrowserCookies", Map.of());
    devtools("Storage.clearDataForOrigin", Map.of("origin", "*", "storageTypes", "local_storage"));
    return this;
  }

  /** Opens a page and waits until its scripts have run. */
  public Browser open(String url) {
    driver.get(url);
    return this;
  }

  /** Sets the size of the viewport in CSS pixels; widths below 600 are a touch screen. */
  public Browser size(int width, int height) {
    boolean phone = width < 600;
    devtools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
    devtools("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone));
    return this;
  }

  /** Sets what the reader's system prefers: {@code light} or {@code dark}. */
  public Browser prefers(String scheme) {
    return media("", "prefers-color-scheme", scheme);
  }

  /** Sets the language that the reader wants, as in {@code Accept-Language}. */
  public Browser speaks(String language) {
    devtools("Network.enable", Map.of());
    devtools("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
    return this;
  }

  /** Lays the page out as for {@code print} or {@code screen}. */
  public Browser media(String type) {
    return media(type, "prefers-color-scheme", "light");
  }

  /** Switches the scripts of the next page on or off. */
  public Browser scripts(boolean on) {
    devtools("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    return this;
  }

  /** Cuts the network off, or puts it back. */
  public Browser connected(boolean on) {
    devtools("Network.enable", Map.of());
    devtools(
        "Network.emulateNetworkConditions",
        Map.of("offline", !on, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    return this;
  }

  public WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Runs JavaScript in the page; {@code return} gives its value. */
  @SuppressWarnings("unchecked")
  public <T> T run(String script, Object... arguments) {
    return (T) driver.executeScript(script, arguments);
  }

  /** Waits until a JavaScript condition holds in the page, or fails with the condition. */
  public Browser await(String condition) {
    new WebDriverWait(driver, PATIENCE, PAUSE)
        .withMessage(() -> condition + "; the console says " + complaints())
        .until(any -> Boolean.TRUE.equals(run("return Boolean(" + condition + ")")));
    return this;
  }

  /** Clicks on what leads to another page and waits until that has loaded. */
  public Browser follow(String css) {
    WebElement page = find("html");
    find(css).click();
    new WebDriverWait(driver, PATIENCE, PAUSE).until(any -> isGone(page));
    return await("document.readyState === 'complete'");
  }

  /**
   * While a page is replaced, the driver tells of a node that is nowhere instead of a stale one.
   */
  private static boolean isGone(WebElement element) {
    try {
      element.isEnabled();
      return false;
    } catch (StaleElementReferenceException e) {
      return true;
    } catch (WebDriverException e) {
      if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
        return true;
      }
      throw e;
    }
  }

  /** Errors of the console since the last call: exceptions, CSP violations, failed requests. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What axe holds against the page as it stands now, one line a finding. */
  public List<String> axe() {
    return new AxeBuilder()
        .analyze(driver).getViolations().stream().flatMap(Browser::findings).toList();
  }

  /** Saves what the page offers for download to {@code folder}. */
  public Browser downloadsTo(Path folder) {
    devtools(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toString()));
    return this;
  }

  /** One finger: {@code touchStart} and {@code touchMove} at a point, {@code touchEnd} nowhere. */
  public Browser touch(String type, double... point) {
    var points = point.length == 0 ? List.of() : List.of(Map.of("x", point[0], "y", point[1]));
    devtools("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
    return this;
  }

  /** Saves the whole page as {@code target/screenshots/NAME.png}, in a window as high as it. */
  public Path screenshot(String name) {
    int width = ((Number) run("return innerWidth")).intValue();
    int height = ((Number) run("return innerHeight")).intValue();
    int whole = ((Number) run("return document.documentElement.scrollHeight")).intValue();
    size(width, whole);
    byte[] png = driver.getScreenshotAs(OutputType.BYTES);
    size(width, height);
    return save(name, png);
  }

  /** Saves one element as {@code target/screenshots/NAME.png}. */
  public Path screenshot(String name, String css) {
    return save(name, find(css).getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Browser media(String type, String feature, String value) {
    var features = List.of(Map.of("name", feature, "value", value));
    devtools("Emulation.setEmulatedMedia", Map.of("media", type, "features", features));
    return this;
  }

  private Map<String, Object> devtools(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  private static Stream<String> findings(Rule rule) {
    return rule.getNodes().stream()
        .map(node -> rule.getId() + ": " + node.getHtml() + " — " + node.getFailureSummary());
  }

  private static Path save(String name, byte[] png) {
    try {
      Files.createDirectories(SCREENSHOTS);
      return Files.write(SCREENSHOTS.resolve(name + ".png"), png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String program(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no "
                        + name
                        + " on the PATH; on Debian: apt-get install chromium chromium-driver"))
        .toString();
  }
}
