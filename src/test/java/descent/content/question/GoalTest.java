package descent.content.question;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.content.Course;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each kind of try is told, by the goal beside a saddle in the lesson on preconditioning
 * first.
 */
class GoalTest {
  private static final Course COURSE = new App().course(Path.of("content")).drawn();

  private static String told(String lesson, String goal, String answer) {
    Question question = COURSE.lesson(lesson).orElseThrow().question(goal).orElseThrow();
    return question.variant(0).mark(List.of(answer)).html();
  }

  @ParameterizedTest
  @CsvSource({
    "0, after 7 steps the path rests elsewhere",
    "10, Not reached in 36 steps",
    "1, '10 steps, reached'",
    "1.5, '13 steps, 1 over'",
  })
  void aTryIsToldHowFarItCame(String damping, String words) {
    assertThat(told("preconditioning", "past_the_saddle", damping)).contains(words);
  }

  @Test
  void adviceIsGivenForWhatCanBeChosenOnly() {
    assertThat(told("benchmarking", "ten_trials", "0.01")).contains("diverged", "Try η = ");
    assertThat(told("kfac", "how_much", "0")).contains("diverged").doesNotContain("Try");
  }
}
