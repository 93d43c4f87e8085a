package descent;

import static org.assertj.core.api.Assertions.assertThat;

import descent.content.Course;
import descent.content.Courses;
import descent.content.Lesson;
import descent.content.Manual;
import descent.content.directive.Directive;
import descent.content.question.Choice;
import descent.content.question.Contest;
import descent.content.question.Goal;
import descent.content.question.Posed;
import descent.content.question.Prediction;
import descent.content.question.Question;
import descent.content.question.SelfTest;
import descent.content.source.FormulaQuantities;
import descent.content.source.Prose;
import descent.run.Catalog;
import descent.run.Frame;
import descent.run.RunService;
import descent.run.RunSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real course, read with the real blocks. */
class ContentTest {

  private static final App APP = new App();
  private static final Course COURSE = APP.course(Path.of("content")).drawn();

  private static final RunService RUNS = new RunService(Catalog.standard());

  @TempDir Path root;

  @Test
  void theCourseHasNoMistakes() {
    assertThat(COURSE.mistakes()).isEmpty();
  }

  @Test
  void everyQuestionAcceptsItsKeyAndRefusesTheRestInAHundredVariants() {
    for (var lesson : COURSE.lessons()) {
      for (Question question : lesson.questions()) {
        assertThat(new SelfTest(question).mistakes()).isEmpty();
      }
    }
  }

  /** Nothing runs in the lesson on Taylor; the lesson of open questions has nothing to reach. */
  @Test
  void everyLessonAsksForAPredictionAndAGoalAndFourToSixQuestions() {
    for (Lesson lesson : COURSE.lessons()) {
      List<Question> questions = lesson.questions();
      String slug = lesson.slug();
      boolean runs = !slug.equals("taylor");
      boolean showsEveryKind = List.of("taylor", "momentum").contains(slug);
      assertThat(questions.stream().anyMatch(Prediction.class::isInstance))
          .as(slug)
          .isEqualTo(runs);
      assertThat(questions.stream().anyMatch(Goal.class::isInstance))
          .as(slug)
          .isEqualTo(runs && !slug.equals("open-questions"));
      assertThat(questions.size()).as(slug).isBetween(4, showsEveryKind ? 9 : 6);
    }
  }

  /** A contest trains a network, so it stands where networks are trained. */
  @Test
  void threeEarlyLessonsHaveAQuestionOfEveryKindAndKfacAContest() {
    List<Question> early =
        Stream.of("taylor", "gradient-descent", "momentum")
            .flatMap(slug -> COURSE.lesson(slug).orElseThrow().questions().stream())
            .toList();
    assertThat(early)
        .extracting(question -> (Object) question.getClass())
        .contains(
            Stream.of(Question.class.getPermittedSubclasses())
                .filter(kind -> kind != Contest.class)
                .toArray());
    assertThat(COURSE.lesson("kfac").orElseThrow().questions())
        .hasAtLeastOneElementOfType(Contest.class);
    assertThat(early).anyMatch(question -> question instanceof Choice one && !one.several());
    assertThat(early).anyMatch(question -> question instanceof Choice all && all.several());
  }

  @Test
  void noPageHoldsAKeyOrWhatIsSaidToAnAnswer() {
    for (var lesson : COURSE.lessons()) {
      for (Question question : lesson.questions()) {
        Posed posed = question.variant(0);
        String fields = posed.fields(List.of()).render();
        if (!fields.matches("(?s).*(<select|type=\"(radio|checkbox)\").*")) {
          for (List<String> key : question.samples(posed.draw()).right()) {
            assertThat(fields).as(question.id()).doesNotContain(">" + String.join(" ", key) + "<");
            assertThat(key).noneMatch(value -> fields.contains("value=\"" + value + "\""));
          }
        }
        for (Prose secret : question.secrets()) {
          String html = secret.with(posed.draw().values()).inline().render();
          assertThat(html.isEmpty() || !lesson.body().contains(html)).as(html).isTrue();
        }
      }
    }
  }

  @Test
  void everyReadyLessonHasSectionsQuestionsAndAWayHome() {
    var known = new TreeSet<String>();
    COURSE.parts().forEach(part -> part.entries().forEach(entry -> known.add(entry.slug())));
    for (var lesson : COURSE.lessons()) {
      assertThat(lesson.sections()).as(lesson.slug()).isNotEmpty();
      assertThat(known).contains(lesson.slug()).containsAll(lesson.needs());
    }
  }

  @Test
  void everyRowOfTheTalkHasALessonThatCoversIt() {
    List<String> rows = IntStream.rangeClosed(1, 58).mapToObj(row -> "S" + row).toList();
    assertThat(COURSE.lessons())
        .flatExtracting(Lesson::covers)
        .containsExactlyInAnyOrderElementsOf(rows);
    assertThat(COURSE.talk()).extracting(Course.Row::id).containsExactlyElementsOf(rows);
    assertThat(COURSE.talk()).allMatch(row -> row.lesson().isPresent(), "has a lesson");
  }

  @Test
  void everyBlocksExampleIsALessonWithoutMistakes() {
    for (Directive directive : APP.directives().all()) {
      Path folder = root.resolve(directive.name());
      Courses.write(
          folder.resolve("01-example/index.md"),
          "---\ntitle: Example\nobjectives: [Read.]\n---\n\n" + directive.example());
      Course course = APP.course(folder).drawn();
      assertThat(course.mistakes()).as(directive.name()).isEmpty();
      assertThat(course.lessons().get(0).blocks()).hasSize(1);
    }
  }

  @Test
  void everyKindOfQuestionHasAnExampleThatPassesItsOwnTest() {
    for (Directive directive : APP.directives().all()) {
      for (Directive.Sample sample : directive.samples()) {
        Path folder = root.resolve(sample.name());
        Courses.write(
            folder.resolve("01-example/index.md"),
            "---\ntitle: Example\nobjectives: [Read.]\n---\n\n" + sample.example());
        assertThat(APP.course(folder).drawn().tested().mistakes()).as(sample.name()).isEmpty();
      }
    }
  }

  /** Eigenvalues 8 and 2, both modes present: (4 − 1)/(4 + 1) = 0.6 at the rate 2/(8 + 2). */
  @Test
  void aRunTellsItsConditionNumberAndTheFactorOfItsSteps() {
    Courses.write(
        root.resolve("01-run/index.md"),
        """
        ---
        title: Run
        objectives: [Read.]
        ---

        ```{run}
        id: bowl
        objective: 4*(x - 1)^2 + y^2
        start: [2, 1]
        optimizer: gd(learning_rate=0.2)
        steps: 30
        caption: The number is {{condition_at_minimum()}} and the factor {{factor(gd) | 4}}.
        alt: A bowl.
        ```
        """);
    assertThat(APP.course(root).drawn().lessons().get(0).body())
        .contains("The number is 4 and the factor 0.6000.");
  }

  @Test
  void theBorderBetweenTheWellsRunsWhereTheHessiansLessonSays() {
    assertThat(COURSE.lesson("hessian").orElseThrow().body())
        .contains("the border runs at 0.22 as well");
    assertThat(end(0.215)).isNegative();
    assertThat(end(0.225)).isPositive();
  }

  @Test
  void noLearningRateOfGradientDescentIsFasterThanTheLessonsSay() {
    assertThat(COURSE.lesson("momentum").orElseThrow().body())
        .contains("No learning rate lets gradient descent arrive in fewer than 200 steps");
    assertThat(fewest("(x^2 + 50*y^2)/2", 2.0 / 50, -9, 1.2)).isEqualTo(221);
    assertThat(COURSE.lesson("condition-number").orElseThrow().body())
        .contains("no learning rate makes it fewer than 34");
    assertThat(fewest("(x^2 + 10*y^2)/2", 2.0 / 10, 1, 1)).isEqualTo(34);
  }

  /** The fewest steps to 1e-6 of a thousand learning rates below the edge. */
  private static int fewest(String bowl, double edge, double... start) {
    return IntStream.range(1, 1000)
        .mapToObj(i -> frames(bowl, edge * i / 1000, start).stream())
        .flatMapToInt(
            frames -> frames.filter(frame -> frame.value() <= 1e-6).mapToInt(Frame::step).limit(1))
        .min()
        .orElseThrow();
  }

  /** The first coordinate at the end of the path from (x, 1.5) between the two wells. */
  private static double end(double x) {
    List<Frame> frames = frames("tilted_wells", 0.2, x, 1.5);
    return frames.get(frames.size() - 1).x()[0];
  }

  private static List<Frame> frames(String objective, double rate, double... start) {
    var catalog = RUNS.catalog();
    var optimizer = catalog.optimizers().parse("gd(learning_rate=" + rate + ")");
    var problem = catalog.problems().of(objective, Map.of());
    return RUNS.result(RunSpec.of(problem, start, 400, optimizer)).paths().get(0).frames();
  }

  @Test
  void theManualShowsEveryBlockWithItsExample() {
    String manual = Manual.html(APP.directives(), FormulaQuantities.all());
    for (Directive directive : APP.directives().all()) {
      assertThat(manual)
          .contains("<h3 id=\"" + directive.name() + "\">")
          .contains("```{" + directive.name() + "}");
    }
    for (Directive directive : APP.directives().all()) {
      for (Directive.Sample sample : directive.samples()) {
        assertThat(manual).contains("kind: " + sample.name() + "\n");
      }
    }
    assertThat(manual).contains("<code>value(formula, x, y)</code>").doesNotContain("<form");
  }
}
