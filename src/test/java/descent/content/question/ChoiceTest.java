package descent.content.question;

import static org.assertj.core.api.Assertions.assertThat;

import descent.content.question.Mark.Verdict;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  private static Posed choice(boolean several, boolean... correct) {
    var options = new StringBuilder();
    int place = 0;
    for (boolean right : correct) {
      options.append(
          "  - {text: option %d, correct: %s, feedback: %s}\n"
              .formatted(++place, right, right ? "because" : "why?"));
    }
    String kind = several ? "choices" : "choice";
    return Questions.posed("kind: " + kind + "\ntext: Which?\noptions:\n" + options, 0);
  }

  @Test
  void theRightOptionIsRightAndAnotherIsNot() {
    Posed choice = choice(false, false, true, false);
    assertThat(choice.mark(List.of("2")))
        .isEqualTo(Mark.right().with(List.of(new Mark.Note("2", true, "because"))));
    assertThat(choice.mark(List.of("1")))
        .isEqualTo(Mark.wrong("").with(List.of(new Mark.Note("1", false, "why?"))));
  }

  @Test
  void someOfSeveralRightOptionsAreWorthSomething() {
    Posed choice = choice(true, true, true, false, false);
    assertThat(choice.mark(List.of("1", "2")).verdict()).isEqualTo(Verdict.RIGHT);
    assertThat(choice.mark(List.of("2")).verdict()).isEqualTo(Verdict.PARTLY);
    assertThat(choice.mark(List.of("2")).credit()).isEqualTo(0.75);
    assertThat(choice.mark(List.of("1", "2", "3")).verdict()).isEqualTo(Verdict.WRONG);
  }

  @Test
  void whatIsNoAnswerIsInvalid() {
    Posed choice = choice(false, true, false);
    for (List<String> answer :
        List.of(
            List.<String>of(),
            List.of("0"),
            List.of("3"),
            List.of("1", "2"),
            List.of("-1"),
            List.of("999999999999"),
            List.of("<b>"))) {
      assertThat(choice.mark(answer).verdict()).as("%s", answer).isEqualTo(Verdict.INVALID);
      assertThat(choice.mark(answer).html()).isNotBlank().doesNotContain("<b>");
    }
  }

  @Test
  void onlyTheChosenOptionsAreExplained() {
    long seed = 3;
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      Posed choice = choice(true, random.nextBoolean(), random.nextBoolean(), true);
      List<String> answer = random.nextBoolean() ? List.of("1", "3") : List.of("2");
      assertThat(choice.mark(answer).notes())
          .as("seed %d, case %d", seed, i)
          .extracting(Mark.Note::answer)
          .isEqualTo(answer);
    }
  }

  @Test
  void theFieldsDoNotTellTheKey() {
    String right = choice(false, true, false).fields(List.of()).render();
    String wrong = choice(false, false, true).fields(List.of()).render();
    assertThat(right).isEqualTo(wrong).doesNotContain("because").doesNotContain("why");
  }
}
