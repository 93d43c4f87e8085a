package descent;

import static org.assertj.core.api.Assertions.assertThat;

import descent.content.Course;
import descent.content.Courses;
import descent.content.Manual;
import descent.content.directive.Directive;
import descent.content.question.Choice;
import descent.content.question.Mark.Verdict;
import descent.content.question.Question;
import descent.content.source.FormulaQuantities;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real course, read with the real blocks. */
class ContentTest {

  private static final App APP = new App();
  private static final Course COURSE = APP.course(Path.of("content")).drawn();

  @TempDir Path root;

  @Test
  void theCourseHasNoMistakes() {
    assertThat(COURSE.mistakes()).isEmpty();
  }

  @Test
  void everyQuestionAcceptsItsOwnKeyAndNothingElse() {
    for (var lesson : COURSE.lessons()) {
      for (Question question : lesson.questions()) {
        List<String> key = key(question);
        assertThat(question.mark(key).verdict()).as(question.id()).isEqualTo(Verdict.RIGHT);
        for (int option = 1; option <= ((Choice) question).options().size(); option++) {
          List<String> answer = List.of(String.valueOf(option));
          if (!answer.equals(key)) {
            assertThat(question.mark(answer).verdict()).isNotEqualTo(Verdict.RIGHT);
          }
        }
      }
    }
  }

  @Test
  void noPageHoldsTheFeedbackOfAQuestion() {
    for (var lesson : COURSE.lessons()) {
      for (Question question : lesson.questions()) {
        for (Choice.Option option : ((Choice) question).options()) {
          assertThat(lesson.body()).doesNotContain(option.feedback().inline().render());
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
  void theManualShowsEveryBlockWithItsExample() {
    String manual = Manual.html(APP.directives(), FormulaQuantities.all());
    for (Directive directive : APP.directives().all()) {
      assertThat(manual)
          .contains("<h3 id=\"" + directive.name() + "\">")
          .contains("```{" + directive.name() + "}");
    }
    assertThat(manual).contains("<code>value(formula, x, y)</code>").doesNotContain("<form");
  }

  private static List<String> key(Question question) {
    List<Choice.Option> options = ((Choice) question).options();
    return IntStream.rangeClosed(1, options.size())
        .filter(place -> options.get(place - 1).correct())
        .mapToObj(String::valueOf)
        .toList();
  }
}
