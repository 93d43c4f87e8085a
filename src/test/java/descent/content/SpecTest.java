package descent.content;

import static org.assertj.core.api.Assertions.assertThat;

import descent.content.source.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pairs in {@code spec/*.md}: what an author writes, and the body or the mistakes that come of
 * it. {@code -Dgolden=overwrite} rewrites them; the difference is for review.
 */
class SpecTest {

  private static final Path FOLDER = Path.of("src/test/resources/spec");
  private static final Pattern CASE =
      Pattern.compile(
          "## (?<title>[^\\n]+)\\n\\n`````markdown\\n(?<input>.*?)`````\\n\\n"
              + "`````(?<kind>html|mistakes)\\n(?<output>.*?)`````\\n",
          Pattern.DOTALL);

  @TempDir Path root;

  record Case(Path file, String title, String input, String output) {
    @Override
    public String toString() {
      return file.getFileName() + ": " + title;
    }
  }

  static List<Case> cases() throws IOException {
    var cases = new ArrayList<Case>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        Matcher matcher = CASE.matcher(Files.readString(file));
        while (matcher.find()) {
          cases.add(
              new Case(
                  file, matcher.group("title"), matcher.group("input"), matcher.group("output")));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsWrittenBecomesWhatIsShown(Case spec) throws IOException {
    Course course = Courses.ofLesson(root, spec.input());
    String output =
        course.lesson("spec").map(Lesson::body).orElseGet(() -> lines(course.mistakes()));
    if ("overwrite".equals(System.getProperty("golden"))) {
      String kind = course.lesson("spec").isPresent() ? "html" : "mistakes";
      String text = Files.readString(spec.file());
      Matcher matcher = CASE.matcher(text);
      while (matcher.find()) {
        if (matcher.group("title").equals(spec.title())) {
          String head = text.substring(0, matcher.start("kind"));
          String tail = text.substring(matcher.end("output"));
          Files.writeString(spec.file(), head + kind + "\n" + output + tail);
        }
      }
    } else {
      assertThat(output).isEqualTo(spec.output());
    }
  }

  private static String lines(List<Mistake> mistakes) {
    var lines = new StringBuilder();
    for (Mistake mistake : mistakes) {
      lines.append(mistake.line()).append(": ").append(mistake.message()).append('\n');
    }
    return lines.toString();
  }
}
