package descent.content.question;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The goal beside a saddle in the lesson on preconditioning: what each kind of try is told. */
class GoalTest {
  private static final Question GOAL =
      new App()
          .course(Path.of("content"))
          .drawn()
          .lesson("preconditioning")
          .orElseThrow()
          .question("past_the_saddle")
          .orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "0, after 7 steps the path rests elsewhere",
    "10, Not reached in 36 steps",
    "1, '10 steps, reached'",
    "1.5, '13 steps, 1 over'",
  })
  void aTryIsToldHowFarItCame(String damping, String words) {
    assertThat(GOAL.variant(0).mark(List.of(damping)).html()).contains(words);
  }
}
