package descent.content.question;

import static org.assertj.core.api.Assertions.assertThat;

import descent.content.question.Choice.Option;
import descent.content.question.Mark.Verdict;
import descent.content.source.Prose;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  private static final Prose.Typesetter PLAIN =
      new Prose.Typesetter() {
        @Override
        public String inline(Prose prose) {
          return prose.markdown();
        }

        @Override
        public String blocks(Prose prose) {
          return prose.markdown();
        }

        @Override
        public String text(Prose prose) {
          return prose.markdown();
        }
      };

  private static Prose prose(String text) {
    return new Prose(text, "file", 1, PLAIN);
  }

  private static Choice choice(boolean several, boolean... correct) {
    var options = new java.util.ArrayList<Option>();
    for (boolean right : correct) {
      options.add(new Option(prose("option"), right, prose(right ? "yes" : "no")));
    }
    return new Choice("q", prose("?"), several, options);
  }

  @Test
  void theRightOptionIsRightAndAnotherIsNot() {
    Choice choice = choice(false, false, true, false);
    assertThat(choice.mark(List.of("2")))
        .isEqualTo(new Mark(Verdict.RIGHT, 1, "", List.of(new Mark.Note("2", true, "yes"))));
    assertThat(choice.mark(List.of("1")))
        .isEqualTo(new Mark(Verdict.WRONG, 0, "", List.of(new Mark.Note("1", false, "no"))));
  }

  @Test
  void someOfSeveralRightOptionsAreWorthSomething() {
    Choice choice = choice(true, true, true, false, false);
    assertThat(choice.mark(List.of("1", "2")).verdict()).isEqualTo(Verdict.RIGHT);
    assertThat(choice.mark(List.of("2")).verdict()).isEqualTo(Verdict.PARTLY);
    assertThat(choice.mark(List.of("2")).credit()).isEqualTo(0.75);
    assertThat(choice.mark(List.of("1", "2", "3")).verdict()).isEqualTo(Verdict.WRONG);
  }

  @Test
  void whatIsNoAnswerIsInvalid() {
    Choice choice = choice(false, true, false);
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
      Choice choice = choice(true, random.nextBoolean(), random.nextBoolean(), true);
      List<String> answer = random.nextBoolean() ? List.of("1", "3") : List.of("2");
      assertThat(choice.mark(answer).notes())
          .as("seed %d, case %d", seed, i)
          .extracting(Mark.Note::answer)
          .isEqualTo(answer);
    }
  }

  @Test
  void theFieldsDoNotTellTheKey() {
    String right = choice(false, true, false).fields().render();
    String wrong = choice(false, false, true).fields().render();
    assertThat(right).isEqualTo(wrong).doesNotContain("yes").doesNotContain("no<");
  }
}
