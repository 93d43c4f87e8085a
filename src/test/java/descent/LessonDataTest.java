package descent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.content.Course;
import descent.content.Courses;
import descent.content.Manual;
import descent.content.source.FormulaQuantities;
import descent.store.MemoryStore;
import descent.web.Browser;
import descent.web.CurveInk;
import descent.web.Server;
import descent.web.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** A CSV file beside a lesson as the data of its trainings. */
class LessonDataTest {
  private static final App APP = new App();
  private static final String PLANE =
      "x,kind,y\n1,b,0\n2,a,1\n\n1.5,b,0.25\n2.5,a,1.5\n0.5,b,0\n3,\"a\",2\n";

  @TempDir private Path root;

  private Course course(String keys) {
    Courses.write(
        root.resolve("01-own/index.md"),
        "---\ntitle: Own\nobjectives: [Read.]\n---\n\n# Own\n\n## Part\n\n```{train}\n"
            + keys
            + "\nhidden: [3]\nsteps: 5\noptimizer: gd(learning_rate=0.1)\nalt: A curve.\n```\n");
    return APP.course(root).drawn();
  }

  private Course course(String file, String text, String keys) {
    Courses.write(root.resolve("01-own").resolve(file), text);
    return course(keys);
  }

  private static JsonNode get(Server server, String target) {
    URI uri = URI.create("http://127.0.0.1:%d%s".formatted(server.port(), target));
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).build();
      return new ObjectMapper()
          .readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(target, e);
    }
  }

  @Test
  void aFigureLearnsFromTheFileAndItsLinkGivesTheSameRun() {
    Course course = course("plane.csv", PLANE, "id: plane\ndata: plane.csv\nlabel: kind\nheld: 0");
    assertThat(course.mistakes()).isEmpty();
    Element still = Jsoup.parse(course.lessons().get(0).body()).select("#plane img.still").get(0);
    String link = still.attr("src").replace("&format=svg", "&format=json");
    try (Server server = APP.server(() -> course, new MemoryStore()).start("127.0.0.1", 0)) {
      JsonNode run = get(server, link.replaceAll("&(axis|measure|scale|trace|theme)=[^&]*", ""));
      assertThat(run.get("spec").asText())
          .startsWith("data=own/plane.csv&label=kind&task=classify&held=0&hidden=3");
      assertThat(run.get("network").toString()).isEqualTo("[2,3,2]");
      assertThat(get(server, "/api/train?" + run.get("spec").asText())).isEqualTo(run);
      JsonNode bad = get(server, "/api/train?data=own/plane.csv&optimizer=gd");
      assertThat(bad.toString()).contains("column 2 (kind) is 'b'");
    }
  }

  @Test
  void aFileInsideTheJarIsTheSameData() throws IOException {
    Course onDisk = course("plane.csv", PLANE, "data: plane.csv\nlabel: kind");
    String jar = "jar:" + root.resolve("course.jar").toUri();
    try (FileSystem packed = FileSystems.newFileSystem(URI.create(jar), Map.of("create", "true"))) {
      Path lesson = Files.createDirectories(packed.getPath("/content/01-own"));
      for (String name : List.of("index.md", "plane.csv")) {
        Files.copy(root.resolve("01-own").resolve(name), lesson.resolve(name));
      }
    }
    Course fromJar = APP.course(Packed.path(new URL(jar + "!/content"))).drawn();
    assertThat(fromJar.mistakes()).isEmpty();
    assertThat(fromJar.lessons().get(0).body()).isEqualTo(onDisk.lessons().get(0).body());
    String link = "/api/train?data=own/plane.csv&label=kind&steps=3&optimizer=gd";
    try (Server disk = APP.server(() -> onDisk, new MemoryStore()).start("127.0.0.1", 0);
        Server packed = new App().server(() -> fromJar, new MemoryStore()).start("127.0.0.1", 0)) {
      JsonNode expected = get(disk, link).get("entrants").get(0).get("frames").get("loss");
      assertThat(expected).hasSize(4);
      assertThat(get(packed, link).get("entrants").get(0).get("frames").get("loss"))
          .isEqualTo(expected);
    }
  }

  /** Two classes beside each other, twelve lines each. */
  @Test
  void aBrowserTrainsOnTheFileAndTheCurveFalls() {
    StringBuilder table = new StringBuilder("length,width,kind\n");
    for (int i = 0; i < 12; i++) {
      table.append("%d,%d,left\n%d,%d,right\n".formatted(i % 4, i % 3, 6 + i % 4, 1 + i % 5));
    }
    Course course = course("sides.csv", table.toString(), "id: sides\ndata: sides.csv\nbatch: 8");
    assertThat(course.mistakes()).isEmpty();
    String figure = "document.querySelector('#sides')";
    try (TestServer server = new TestServer(course);
        Browser browser = new Browser()) {
      browser.open(server.url("/lessons/own"));
      browser.run(figure + ".scrollIntoView()");
      browser.await(figure + ".dataset.drawn");
      browser
          .find("#sides [name='sides.steps']")
          .sendKeys(Keys.chord(Keys.CONTROL, "a"), "60", Keys.ENTER);
      browser.await(figure + ".querySelector('.now').textContent === '60'");
      assertThat(browser.find("#sides .set").getText()).isEqualTo("sides.csv");
      assertThat(CurveInk.fall(browser, "#sides .learned canvas", "#sides .trace-gd"))
          .isGreaterThan(20);
      assertThat(Double.parseDouble(browser.find("#sides output").getText())).isBetween(0.0, 0.5);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void aChangedFileChangesTheRunOfTheSameLink() {
    var served = new AtomicReference<>(course("plane.csv", PLANE, "data: plane.csv\nlabel: kind"));
    String link = "/api/train?data=own/plane.csv&label=kind&steps=3&optimizer=gd";
    try (Server server = APP.server(served::get, new MemoryStore()).start("127.0.0.1", 0)) {
      JsonNode before = get(server, link).get("entrants");
      served.set(
          course("plane.csv", PLANE.replace("2.5,a", "9.5,a"), "data: plane.csv\nlabel: kind"));
      assertThat(get(server, link).get("entrants")).isNotEqualTo(before);
      served.set(course("data: moons"));
      assertThat(get(server, link).toString()).contains("is the table of no figure");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "own/other.csv",
        "own/../own/plane.csv",
        "../plane.csv",
        "/etc/passwd.csv",
        "plane.csv",
        "blocks/plane.csv",
        "%00/plane.csv"
      })
  void onlyTheTablesOfFiguresAreRead(String name) {
    Course course = course("plane.csv", PLANE, "data: plane.csv\nlabel: kind");
    Courses.write(root.resolve("01-own/other.csv"), PLANE);
    try (Server server = APP.server(() -> course, new MemoryStore()).start("127.0.0.1", 0)) {
      assertThat(get(server, "/api/train?optimizer=gd&label=kind&data=" + name).toString())
          .contains("\"status\":400", "is the table of no figure");
    }
  }

  static Stream<Arguments> flaws() {
    return Stream.of(
        Arguments.of("x,y,c\n1,2,a\n1,b\n", ":3: 2 cells; 3 would be right, as in line 1"),
        Arguments.of("x,y,c\n1,2,a\n1,two,b\n", ":3: column 2 (y) is 'two'; a finite number"),
        Arguments.of("x,y,c\n1,NaN,a\n1,2,b\n", ":2: column 2 (y) is 'NaN'; a finite number"),
        Arguments.of("x,y,c\n1,1e999,a\n1,2,b\n", ":2: column 2 (y) is '1e999'; a finite"),
        Arguments.of("x,y,c\n1,2f,a\n1,2,b\n", ":2: column 2 (y) is '2f'; a finite"),
        Arguments.of("x,y,c\n1,2,\n1,2,b\n", ":2: column 3 (c) is empty; the name of a class"),
        Arguments.of("x,y,c\n1,2,a\n1,2,a\n", "2 examples of 1 classes; examples of at least 2"),
        Arguments.of("x,y,c\n", ":1: 0 examples of 0 classes"),
        Arguments.of("", ":1: 0 columns; a line with the names of 2 to 1,001 columns"),
        Arguments.of("x;y;c\n1;2;a\n", ":1: 1 columns; a line with the names"),
        Arguments.of("1,2,0\n3,4,1\n", ":1: all numbers; the first line should name the columns"),
        Arguments.of("x,x,c\n1,2,a\n", ":1: column 2 is called 'x'; each needs a name"),
        Arguments.of("x,y,c\n1,2,\"a\n", ":2: a quote is not closed"),
        Arguments.of("x,y,c\n1,2,a\n3,4,b\n", "a test fraction of 0.2 leaves 2 of 2"),
        Arguments.of("x,c\n" + "1,a\n2,b\n".repeat(10_001), ":20002: more than 20,000 examples"),
        Arguments.of(
            "x,c\n"
                + Stream.iterate(0, i -> i + 1)
                    .limit(200)
                    .map(i -> i + "," + i)
                    .reduce("", (a, b) -> a + b + "\n"),
            ":102: column 2 (c) names more than 100 classes"),
        Arguments.of(
            "x".repeat(2_000_001), "flawed.csv: the file has 2,000,001 bytes; at most 2,000,000"),
        Arguments.of(
            "h,".repeat(1_500) + "c\n", "1501 columns; a line with the names of 2 to 1,001"));
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void aFlawIsReportedWithItsFileAndLine(String text, String message) {
    Course course = course("flawed.csv", text, "data: flawed.csv");
    assertThat(course.mistakes()).hasSize(1);
    assertThat(course.mistakes().get(0).toString())
        .contains("01-own/index.md:1", "flawed.csv", message);
    assertThat(course.refused()).containsKey("own");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../plane.csv",
        "/etc/plane.csv",
        "a/b.csv",
        "'..\\plane.csv'",
        ".csv",
        "a..csv",
        "plane.txt",
        "C:plane.csv"
      })
  void aPathIsRefused(String name) {
    Courses.write(root.resolve("plane.csv"), PLANE);
    assertThat(course("data: " + name).mistakes().get(0).toString())
        .contains("01-own/index.md:11: ", "should be the mere name of a file");
  }

  @Test
  void aLinkAFolderAndAnAbsentFileAreRefused() throws IOException {
    Path outside = root.resolve("plane.csv");
    Courses.write(outside, PLANE);
    Path lesson = Files.createDirectories(root.resolve("01-own"));
    Files.createSymbolicLink(lesson.resolve("link.csv"), outside);
    Files.createDirectory(lesson.resolve("folder.csv"));
    Courses.write(lesson.resolve("there.csv"), PLANE);
    assertThat(course("data: link.csv").mistakes().get(0).message()).contains("link.csv is a link");
    assertThat(course("data: folder.csv").mistakes().get(0).message())
        .contains("no file folder.csv");
    assertThat(course("data: absent.csv").mistakes().get(0).message())
        .contains("no file absent.csv in the lesson's folder; there are: [", "there.csv");
  }

  @Test
  void aLabelThatIsNoColumnAndAnAutoencoderAreRefused() {
    assertThat(course("plane.csv", PLANE, "data: plane.csv\nlabel: sort").mistakes().toString())
        .contains("No column is called 'sort'; known: x, kind, y.");
    assertThat(course("data: plane.csv\nlabel: kind\ntask: reconstruct").mistakes().toString())
        .contains("classify would be right");
    assertThat(course("data: moons\nlabel: kind").mistakes().toString())
        .contains("Only a CSV file beside a lesson has labels.");
  }

  @Test
  void theExampleOfTheManualWorks() {
    Element manual = Jsoup.parse(Manual.html(APP.directives(), FormulaQuantities.all()));
    String fence =
        manual.select("code.language-markdown").stream()
            .map(Element::wholeText)
            .filter(text -> text.contains("data: flowers.csv"))
            .findFirst()
            .orElseThrow();
    String csv = manual.select("code.language-csv").get(0).wholeText();
    Courses.write(root.resolve("01-own/flowers.csv"), csv);
    Courses.write(
        root.resolve("01-own/index.md"), "---\ntitle: Own\nobjectives: [Read.]\n---\n\n" + fence);
    Course course = APP.course(root).drawn();
    assertThat(course.mistakes()).isEmpty();
    assertThat(course.lessons().get(0).blocks()).hasSize(1);
  }
}
