package descent.content;

import static org.assertj.core.api.Assertions.assertThat;

import descent.content.Course.Entry;
import descent.content.Course.State;
import descent.content.directive.Directives;
import descent.content.directive.WorksDirective;
import descent.content.source.Mistake;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {

  @TempDir Path root;

  private void lesson(String folder, String title, String text) {
    Courses.write(
        root.resolve(folder + "/index.md"),
        "---\ntitle: " + title + "\nobjectives: [Read $x$.]\n---\n" + text);
  }

  @Test
  void theIndexOrdersLessonsAndShowsPlannedOnes() {
    lesson("01-taylor", "Taylor", "See @lesson:adam.\n");
    lesson("03-momentum", "Momentum", "```{unknown}\n```\n");
    lesson("09-extra", "Extra", "Text.\n");
    Courses.write(
        root.resolve("course.yml"),
        """
        title: Descent
        standfirst: With $x$.
        parts:
          - title: First
            lessons:
              - {slug: taylor, title: Taylor}
              - {slug: adam, title: Adam, minutes: 30}
              - {slug: momentum, title: Momentum}
        """);
    Course course = Courses.load(root);
    assertThat(course.title()).isEqualTo("Descent");
    assertThat(course.standfirst()).isEqualTo("With <span class=\"math\">x</span>.");
    assertThat(course.parts().get(0).entries())
        .containsExactly(
            new Entry(1, "taylor", "Taylor", State.READY),
            new Entry(2, "adam", "Adam", State.PLANNED),
            new Entry(3, "momentum", "Momentum", State.REFUSED));
    assertThat(course.parts().get(1).entries())
        .containsExactly(new Entry(9, "extra", "Extra", State.READY));
    assertThat(course.lesson("taylor").orElseThrow().body())
        .contains("<a class=\"ref\" href=\"/lessons/adam\">Adam</a>");
    assertThat(course.lesson("momentum")).isEmpty();
    assertThat(course.refused().get("momentum")).hasSize(1);
  }

  @Test
  void lessonsOfAnotherFolderFollow() {
    lesson("ours/01-taylor", "Taylor", "Text.\n");
    lesson("ours/02-adam", "Adam", "Text.\n");
    lesson("mine/01-storms", "Storms", "After @lesson:adam, in a storm[^lorenz].\n");
    lesson("mine/02-adam", "My Adam", "Text.\n");
    Courses.write(root.resolve("ours/course.yml"), "title: Ours\n");
    Courses.write(
        root.resolve("mine/course.yml"),
        """
        title: Mine
        parts: [{title: Weather, lessons: [{slug: storms, title: Storms}]}]
        """);
    Courses.write(
        root.resolve("ours/glossary.yml"), "storm: {name: storm, definition: Much wind.}\n");
    Courses.write(
        root.resolve("mine/glossary.yml"), "gale: {name: storm, definition: More wind.}\n");
    Courses.write(
        root.resolve("mine/references.yml"),
        "lorenz: {authors: E. N. Lorenz, title: Flow, year: 1963}\n");
    Course course = Courses.load(root.resolve("ours"), root.resolve("mine"));
    assertThat(course.title()).isEqualTo("Ours");
    assertThat(course.parts().get(0).entries())
        .containsExactly(new Entry(3, "storms", "Storms", State.READY));
    assertThat(course.lesson("storms").orElseThrow().body())
        .contains("href=\"/lessons/adam\"", "href=\"/glossary#storm\"");
    assertThat(course.references()).hasSize(1);
    assertThat(course.mistakes())
        .extracting(Mistake::message)
        .containsExactly(
            "the lesson 'adam' is already in " + root.resolve("ours/02-adam/index.md"),
            "'storm' is already the name of storm");
  }

  @Test
  void aWrongIndexIsReportedAndEveryLessonStillServed() {
    lesson("05-taylor", "Taylor", "Text.\n");
    lesson("06-taylor", "Taylor again", "Text.\n");
    lesson("Wrong", "Wrong", "Text.\n");
    Courses.write(
        root.resolve("course.yml"),
        """
        parts:
          - title: First
            lessons:
              - {slug: taylor, title: Taylor}
              - {slug: taylor, title: Taylor}
              - {slug: adam}
        """);
    Course course = Courses.load(root);
    assertThat(course.mistakes())
        .extracting(mistake -> mistake.toString().substring(root.toString().length() + 1))
        .containsExactly(
            "06-taylor/index.md:1: the lesson 'taylor' is already in "
                + root
                + "/05-taylor/index.md",
            "Wrong/index.md:1: a lesson's folder is a number and a name, such as 05-momentum",
            "course.yml:4: the lesson 'taylor' stands at place 1, but its folder says 5",
            "course.yml:5: the lesson 'taylor' already stands at place 1",
            "course.yml:5: the lesson 'taylor' stands at place 2, but its folder says 5",
            "course.yml:6: 'title' is missing");
    assertThat(course.lessons()).hasSize(1);
  }

  @Test
  void aBlockThatCannotBeDrawnRefusesItsLesson() {
    lesson("01-taylor", "Taylor", "Text.\n");
    lesson("02-adam", "Adam", "Text.\n\n```{sample}\nrate: 1\nalt: A sample.\n```\n");
    Courses.write(
        root.resolve("course.yml"),
        "parts: [{title: First, lessons: [{slug: taylor}, {slug: adam}]}]");
    Course read = Courses.load(root);
    assertThat(read.lessons()).hasSize(2);
    Course drawn = read.drawn();
    assertThat(drawn.lessons()).extracting(Lesson::slug).containsExactly("taylor");
    assertThat(drawn.refused().get("adam"))
        .extracting(mistake -> mistake.line() + ": " + mistake.message())
        .containsExactly(
            "7: the block 'sample1' cannot be drawn: java.lang.IllegalStateException: the rate is 1");
    assertThat(drawn.mistakes()).containsAll(drawn.refused().get("adam"));
    assertThat(drawn.parts().get(0).entries())
        .extracting(Entry::state)
        .containsExactly(State.READY, State.REFUSED);
  }

  @Test
  void termsAreLinkedWhereTheyStandFirst() {
    lesson(
        "01-a", "A", "## Momentum\n\n[Momentum](#momentum), momentum, momentum; Learning rates.\n");
    Courses.write(
        root.resolve("glossary.yml"),
        """
        momentum: {name: momentum, definition: A memory.}
        rate: {name: learning rate, definition: 'A $\\foo$ rate.'}
        empty: {name: momentum}
        """);
    Course course = Courses.load(root);
    assertThat(course.lesson("a").orElseThrow().body())
        .contains(
            "<a href=\"#momentum\">Momentum</a>, <a class=\"term\""
                + " href=\"/glossary#momentum\">momentum</a>, momentum; <a class=\"term\""
                + " href=\"/glossary#rate\">Learning rates</a>.");
    assertThat(course.glossary()).extracting(Course.Term::id).contains("momentum", "rate");
    assertThat(course.mistakes())
        .extracting(mistake -> mistake.line() + ": " + mistake.message())
        .containsExactly(
            "2: in the formula '\\foo': the command \\foo is unknown to KaTeX",
            "3: 'momentum' is already the name of momentum",
            "3: the term 'empty' has no definition");
  }

  @Test
  void aReferenceOfTheCourseIsCitedByItsLabel() {
    lesson("01-a", "A", "A claim.[^polyak]\n");
    Courses.write(
        root.resolve("references.yml"),
        "polyak: {authors: B. Polyak, year: 1964, title: Speed, doi: 10.1016/0041}\n");
    Course course = Courses.load(root);
    assertThat(course.mistakes()).isEmpty();
    assertThat(course.lesson("a").orElseThrow().body())
        .contains(
            "<li id=\"f1\">B. Polyak, <em>Speed</em>, 1964, <a"
                + " href=\"https://doi.org/10.1016/0041\">");
  }

  @Test
  void theWorksOfACourseStandInTheirDecades() {
    Courses.write(
        root.resolve("references.yml"),
        """
        loan: {authors: C. F. Van Loan, year: 2000, title: Products}
        polyak: {authors: B. Polyak, year: 1964, title: Speed}
        marquardt: {authors: 'D. W. Marquardt and others', year: 1963, title: Squares}
        """);
    lesson("01-a", "A", "```{works}\nid: w\ncaption: 'Late: {{since(1964)}}.'\nalt: W.\n```\n");
    Course course =
        Course.load(List.of(root), Directives.of(new WorksDirective()), List.of()).drawn();
    assertThat(course.mistakes()).isEmpty();
    assertThat(course.lessons().get(0).body().replaceAll(" title=\"[^\"]*\"", ""))
        .contains(
            "1960s</th><td>2</td><td><a href=\"/bibliography#marquardt\">Marquardt</a> <a"
                + " href=\"/bibliography#polyak\">Polyak</a>",
            "2000s</th><td>1</td><td><a href=\"/bibliography#loan\">Van Loan</a>",
            "Late: 2.");
  }

  @Test
  void aCourseIsReadFromAJarAsFromAFolder() throws IOException {
    Path jar = root.resolve("course.jar");
    try (var archive = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Path content = archive.getPath("content");
      Files.createDirectories(content.resolve("01-a"));
      Files.writeString(
          content.resolve("01-a/index.md"), "---\ntitle: A\nobjectives: [b]\n---\n$\\foo$\n");
      Course course = Courses.load(content);
      assertThat(course.mistakes())
          .singleElement()
          .hasToString(
              "content/01-a/index.md:5: in the formula '\\foo': the command \\foo is unknown to"
                  + " KaTeX");
    }
  }

  @Test
  void aFolderThatDoesNotExistIsACourseWithOneMistake() {
    assertThat(Courses.load(root.resolve("nothing")).mistakes()).hasSize(1);
  }

  @Test
  void frontMatterIsChecked() {
    Courses.write(
        root.resolve("01-a/index.md"),
        "---\ncolour: red\nneeds: [b]\nminutes: 0\ncovers: [X]\n---\n# A\n");
    assertThat(Courses.load(root).mistakes())
        .extracting(mistake -> mistake.line() + ": " + mistake.message())
        .containsExactly(
            "1: 'objectives' is missing: what will the reader be able to do?",
            "1: 'title' is missing",
            "2: 'colour' is unknown here; known: [covers, minutes, needs, objectives, standfirst,"
                + " title]",
            "3: needs: no lesson is called 'b'; known: [a]",
            "4: minutes must be from 1 to 600, not 0",
            "5: covers names rows such as S12, not 'X'",
            "7: the heading 'A' and the front matter's title '' must be the same");
  }

  @Test
  void aFileWithoutFrontMatterOrOfTooManyBytesIsRefused() {
    Courses.write(root.resolve("01-a/index.md"), "# A\n");
    Courses.write(root.resolve("02-b/index.md"), "a\n".repeat(200_000));
    Course course = Courses.load(root);
    assertThat(course.refused().keySet()).containsExactly("a", "b");
    assertThat(course.mistakes()).hasSize(2);
  }
}
