package descent.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an author's file holds, reading it gives a lesson or mistakes with lines. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTest {

  private static final long SEED = 20261124;
  private static final String[] PIECES = {
    "$",
    "$$",
    "$$ {#eq:a}",
    "{{",
    "}}",
    "{{1/0}}",
    "{{value(\"x\", ",
    "@fig:a",
    "@eq:a",
    "[^a]",
    "[^a]: b",
    "> [!NOTE]",
    "> [!DERIVATION] t",
    "> ",
    "- ",
    "1. ",
    "# T",
    "## s",
    "```{sample}",
    "```{quiz}",
    "```{math}",
    "```",
    "```java",
    "id: a",
    "alt: b",
    "expression: x^(",
    "options:",
    "  - text: [",
    "*",
    "**",
    "_",
    "[",
    "](",
    ")",
    "|",
    "|---|",
    "<b>",
    "<!--",
    "-->",
    "&amp;",
    "\\",
    "\\frac",
    "{",
    "}",
    "\u0000",
    "\u2028",
    "😀",
    "é",
    "---",
    "    ",
    "\t",
    " ",
    "text",
    "\r",
    "!![&a",
    "*a",
    "&a [*a]",
    "? ",
    ": ",
    "%",
    "\"",
    "'",
    "doi:10.1/",
    "http://a.b"
  };

  @TempDir Path root;

  static Stream<Long> seeds() {
    return IntStream.range(0, 300).mapToObj(i -> SEED + i);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomPiecesAreReadToTheEnd(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (int i = random.nextInt(120); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(3) == 0 ? "\n" : "");
    }
    check(Courses.ofLesson(root, text.toString()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomFrontMatterAndIndexAreReadToTheEnd(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    String[] keys = {"title", "objectives", "needs", "minutes", "parts", "lessons", "slug", "x"};
    for (int i = random.nextInt(30); i >= 0; i--) {
      text.append(" ".repeat(random.nextInt(3) * 2))
          .append(random.nextBoolean() ? "- " : "")
          .append(keys[random.nextInt(keys.length)])
          .append(random.nextInt(4) > 0 ? ": " : "")
          .append(PIECES[random.nextInt(PIECES.length)])
          .append('\n');
    }
    for (String file : new String[] {"course.yml", "glossary.yml", "references.yml"}) {
      Courses.write(root.resolve(file), text.toString());
    }
    Courses.write(root.resolve("04-spec/index.md"), "---\n" + text + "---\ntext\n");
    check(Courses.load(root));
  }

  @Test
  void randomBytesAreRefused() throws IOException {
    var bytes = new byte[10_000];
    new Random(SEED).nextBytes(bytes);
    Files.createDirectories(root.resolve("04-spec"));
    Files.write(root.resolve("04-spec/index.md"), bytes);
    Files.write(root.resolve("course.yml"), bytes);
    Course course = Courses.load(root);
    check(course);
    assertThat(course.refused()).containsKey("spec");
  }

  static Stream<String> longTexts() {
    return Stream.of(
            "$a ",
            "{{",
            "{{a ",
            "$$\n",
            "[",
            "![",
            "](",
            "*a ",
            "**a",
            "_a_",
            "> ",
            "- ",
            "`",
            "```{sample}\n",
            "[^a] ",
            "[^a]: b\n\n",
            "@fig:a ",
            "|a",
            "|-|\n|a|\n",
            "<a ",
            "<!-- ",
            "\\",
            "{",
            "${",
            "$\\frac",
            "$\\hat",
            "$x^",
            "$\\left(",
            "## a\n",
            "> [!NOTE]\n",
            "&#1;",
            "a\n",
            " ",
            "\n",
            "$\\text{",
            "doi:10.1000/",
            "(",
            "{{((",
            "{{value(",
            "momentum ")
        .map(piece -> piece.repeat(90_000 / piece.length()));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("longTexts")
  void longRepetitionsAreReadToTheEnd(String text) {
    Courses.write(root.resolve("glossary.yml"), "m:\n  name: momentum\n  definition: a\n");
    check(Courses.ofLesson(root, text));
  }

  static Stream<String> deepYaml() {
    return Stream.of("[", "{", "{a: ", "- ", "? ", "!a ", "&a [", "\"", "a: &a [*a, ", "'", "|")
        .map(piece -> piece.repeat(20_000));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("deepYaml")
  void deepYamlIsRefused(String yaml) {
    Courses.write(root.resolve("course.yml"), yaml);
    check(Courses.ofLesson(root, "```{sample}\nalt: " + yaml + "\n```\n"));
  }

  private static void check(Course course) {
    assertThat(course.lessons().size() + course.refused().size()).isEqualTo(1);
    assertThat(course.mistakes())
        .allSatisfy(
            mistake -> {
              assertThat(mistake.line()).isPositive();
              assertThat(mistake.message()).isNotBlank().doesNotContain("Exception");
            });
  }
}
