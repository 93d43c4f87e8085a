package descent.content.question;

import static org.assertj.core.api.Assertions.assertThat;

import descent.content.Courses;
import descent.content.directive.Directive.Sample;
import descent.content.question.Mark.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matrices, orders, points, sketches, predictions and goals; gradient descent is done by hand. */
class KindsTest {

  private static final String HESSIAN =
      """
      kind: matrix
      text: Hessian?
      names: [x, y]
      answer: [[2*y, 2*x], [2*x, 6]]
      mistakes:
        - {answer: [[2*y, 0], [0, 6]], feedback: The mixed ones are missing.}
      """;

  private static final String ORDER =
      "kind: order\ntext: Order?\nitems: [one, two, three, four]\nfeedback: Count again.\n";

  private static final String RUN =
      """
      kind: prediction
      text: Where?
      objective: 2*x^2
      start: [1]
      box: [-2, 2]
      optimizer: gd(learning_rate=%s)
      steps: 8
      ask: %s
      alt: A parabola.
      solution: The factor is 1 - 4 eta.
      """;

  private static final String GOAL =
      """
      kind: goal
      text: Reach it.
      objective: 2*x^2
      start: [1]
      optimizer: gd(learning_rate=0.01)
      choose: [learning_rate]
      within: 10
      tolerance: 1e-3
      example: [0.25]
      alt: A parabola.
      """;

  @ParameterizedTest
  @CsvSource({
    "2*y; 2*x; x+x; 3*2, RIGHT, 1",
    "2*y; 0; 2*x; 6, PARTLY, 0.75",
    "2*y; 0; 0; 6, PARTLY, 0.5",
    "y; x; 1; 2, WRONG, 0",
    "2*y; ; 2*x; 6, INVALID, 0",
    "2*y; z; 2*x; 6, INVALID, 0",
    "2*y; 2*x, INVALID, 0",
  })
  void eachEntryOfAMatrixIsMarked(String entries, Verdict verdict, double credit) {
    Posed posed = Questions.posed(HESSIAN, 0);
    List<String> answer = Stream.of(entries.split(";")).map(String::strip).toList();
    assertThat(posed.mark(answer).verdict()).isEqualTo(verdict);
    assertThat(posed.mark(answer).credit()).isEqualTo(credit);
    assertThat(posed.tex(List.of("x/2", "1", "y", "0")).orElseThrow()).contains("\\frac{x}{2} & 1");
    assertThat(posed.mark(List.of("2*y", "0", "0", "6")).html()).contains("mixed ones are missing");
    assertThat(posed.mark(List.of("1", "", "1", "1")).html()).startsWith("Row 1, column 2: ");
  }

  @Test
  void anOrderEarnsThePairsThatStandRight() {
    for (long seed = 0; seed < 20; seed++) {
      Posed posed = Questions.posed(ORDER, seed);
      List<String> right = posed.question().samples(posed.draw()).right().get(0);
      assertThat(posed.mark(right).verdict()).isEqualTo(Verdict.RIGHT);
      List<String> swapped = new ArrayList<>(right);
      Collections.swap(swapped, right.indexOf("1"), right.indexOf("2"));
      assertThat(posed.mark(swapped).verdict()).isEqualTo(Verdict.PARTLY);
      assertThat(posed.mark(swapped).credit()).isEqualTo(2 * 5 / 6.0 - 1);
      assertThat(posed.mark(swapped).html()).isEqualTo("Count again.");
      assertThat(posed.mark(List.of("1", "2", "2", "3")).html()).contains("place 4 is free");
      assertThat(posed.fields(List.of()).render()).contains("one").doesNotContain("again");
    }
    assertThat(Questions.posed(ORDER, 1).fields(List.of()).render())
        .isNotEqualTo(Questions.posed(ORDER, 2).fields(List.of()).render());
  }

  @ParameterizedTest
  @CsvSource({"end, 0.01679616, 1", "value, 0.00056422, 2"})
  void aPredictionIsScoredByItsDistanceFromTheRun(String ask, double seen, String start) {
    Posed posed = Questions.posed(RUN.formatted(0.1, ask), 0);
    Mark exact = posed.mark(List.of(Double.toString(seen)));
    assertThat(exact.verdict()).isEqualTo(Verdict.NOTED);
    assertThat(exact.credit()).isEqualTo(1);
    assertThat(exact.measure()).isLessThan(1e-4);
    assertThat(exact.html()).contains("Well predicted.", "100 of 100", "<svg");
    Mark far = posed.mark(List.of(start));
    assertThat(far.credit()).isEqualTo(1);
    assertThat(far.measure()).isBetween(0.99, 1.01);
    assertThat(Attempted.of(posed, List.of("1"), 7).points()).isEqualTo(1);
    assertThat(Attempted.of(posed, List.of("1"), 7).left()).isPositive();
    assertThat(posed.fields(List.of()).render()).doesNotContain("" + seen);
  }

  /** The axis across has 480 pixels for 1.2 of the larger number, at most 60 steps. */
  @ParameterizedTest
  @CsvSource({"50, 400", "5, 133.3", "1000, 480", "1e300, 480"})
  void thePredictedStepsAreALineBesideTheRun(String said, String pixel) {
    Posed posed = Questions.posed(RUN.formatted(0.1, "steps").replace("steps: 8", "steps: 60"), 0);
    String html = posed.mark(List.of(said)).html();
    assertThat(html).contains(">you said<", "<path d=\"M" + pixel);
    assertThat(html).containsPattern("M" + pixel + "[\\d.]* 220l0-220");
  }

  @ParameterizedTest
  @CsvSource({"0.5", "-3", "1e300", "-1e300", "0"})
  void thePredictedValueIsALineAcrossTheRun(String said) {
    Posed posed = Questions.posed(RUN.formatted(0.1, "value"), 0);
    assertThat(posed.mark(List.of(said)).html())
        .contains(">you said<")
        .containsPattern("M0 [\\d.]+l480 0")
        .doesNotContain("NaN");
  }

  @ParameterizedTest
  @CsvSource({"end, 0.5, 0.52, 0.02", "steps, 40, 38, 9", "outcome, diverges, diverges, converges"})
  void aMistakenPredictionIsHelpedAndARightOneIsNot(
      String ask, String mistake, String near, String far) {
    String yaml =
        RUN.formatted(0.1, ask).replace("steps: 8", "steps: 60")
            + "mistakes:\n  - {answer: %s, feedback: Look again.}\n";
    Posed posed = Questions.posed(yaml.formatted(mistake), 0);
    assertThat(posed.mark(List.of(near)).html()).contains("Look again.");
    assertThat(posed.mark(List.of(far)).html()).doesNotContain("Look again.");
    String right = posed.question().samples(posed.draw()).right().get(0).get(0);
    assertThat(Questions.course(yaml.formatted(right)).mistakes().toString())
        .contains("is what the run does");
  }

  @ParameterizedTest
  @CsvSource({"0.1, converges", "0.5, oscillates", "0.6, diverges"})
  void theOutcomeOfARunIsWhatTheFactorSays(double rate, String outcome) {
    Posed posed = Questions.posed(RUN.formatted(rate, "outcome").replace("8", "300"), 0);
    for (String answer : List.of("converges", "oscillates", "diverges")) {
      Mark mark = posed.mark(List.of(answer));
      assertThat(mark.measure()).as(answer).isEqualTo(answer.equals(outcome) ? 0 : 1);
    }
    assertThat(posed.mark(List.of("explodes")).verdict()).isEqualTo(Verdict.INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, RIGHT, 1",
    "0.2, RIGHT, 3",
    "0.1, RIGHT, 8",
    "0.08, WRONG, 10",
    "0.5, WRONG, NaN",
    "0.7, WRONG, NaN",
    "-1, INVALID, NaN",
    "fast, INVALID, NaN",
  })
  void aGoalIsJudgedByRunningIt(String rate, Verdict verdict, double steps) {
    String yaml = verdict == Verdict.WRONG ? GOAL.replace("within: 10", "within: 9") : GOAL;
    Mark mark = Questions.posed(yaml, 0).mark(List.of(rate));
    assertThat(mark.verdict()).isEqualTo(verdict);
    assertThat(mark.measure()).isEqualTo(Double.valueOf(steps));
  }

  @Test
  void aGoalThatIsReachedFromTheStartOrNotByItsExampleFailsItsTest() {
    String reached = GOAL.replace("learning_rate=0.01", "learning_rate=0.2");
    assertThat(Questions.course(reached).mistakes().toString())
        .contains("the wrong answer [0.2] is accepted");
    String missed = GOAL.replace("example: [0.25]", "example: [0.03]");
    assertThat(Questions.course(missed).mistakes().toString())
        .contains("the right answer [0.03] is not accepted");
  }

  @Test
  void keysMayAskTheEngine() {
    String yaml =
        """
        kind: number
        text: How much?
        variables:
          eta: [0.1, 0.2]
          a: [1, 2]
        answer: >-
          run_coordinate(1, "a*x^2", "gd(learning_rate=eta)", 2, 1) + 100*hessian("a*x^2*y", 1, 2, 3, 1)
          + 1000*condition("a*x^2 + 5*a*y^2", 0, 0) + 1e5*eigenvalue("a*x^2 + y^2/10", 2, 0, 0)
          + 1e7*fisher("bernoulli", "a*x + y", 1, 2, 0, 0) + 1e9*fisher("probability", "x", 1, 1, 0.2)
        tolerance: 1e-5
        """;
    for (long seed = 0; seed < 8; seed++) {
      Posed posed = Questions.posed(yaml, seed);
      double a = posed.draw().values().get("a");
      double factor = 1 - 2 * a * posed.draw().values().get("eta");
      double right = factor * factor + 100 * 6 * a + 5_000 + 1e5 * 2 * a + 1e7 * a / 4 + 1e9 / 0.16;
      assertThat(posed.mark(List.of(Double.toString(right))).verdict()).isEqualTo(Verdict.RIGHT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: matrix\nanswer: [-3, -1]\n",
        "kind: matrix\nanswer: [-3, -1]\ntolerance: 5\n",
        "kind: matrix\nanswer: [-3, 1e6, x]\nnames: [x]\n",
        "kind: formula\nanswer: -1\nnames: [x]\n",
        "kind: formula\nanswer: -3 + 0*x\nnames: [x]\n",
      })
  void noSampleOfAWrongAnswerIsRightByChance(String yaml) {
    assertThat(Questions.course(yaml + "text: What?\n").mistakes()).isEmpty();
  }

  static List<Sample> samples() {
    return Courses.quiz().samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyKindSurvivesWhateverIsSent(Sample sample) {
    String yaml = sample.example().lines().skip(2).reduce("", (a, b) -> a + b + "\n");
    Posed posed = Questions.posed(yaml.replace("```\n", ""), 3);
    int count = posed.question().samples(posed.draw()).right().get(0).size();
    for (String nonsense :
        List.of("", " ", "1e999", "-", "((((", "x".repeat(4_000), "\u0000", "1/0", "NaN", "<b>")) {
      for (int size : new int[] {0, 1, count, count + 1}) {
        Mark mark = posed.mark(Collections.nCopies(size, nonsense));
        boolean isText = sample.name().equals("reflection");
        assertThat(mark.isDone() && !isText).as(nonsense).isFalse();
        assertThat(mark.html()).doesNotContain("<b><", "Exception");
        assertThat(posed.fields(Collections.nCopies(size, nonsense)).render())
            .doesNotContain("<b>");
      }
    }
  }
}
