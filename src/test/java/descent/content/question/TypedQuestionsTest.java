package descent.content.question;

import static org.assertj.core.api.Assertions.assertThat;

import descent.content.question.Mark.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and formulas that are typed, their variants, and their self-test. */
class TypedQuestionsTest {

  private static final String STEP =
      """
      kind: number
      text: One step on ${{tex("a*x^2")}}$ from {{start}}?
      variables:
        a: 1..4
        start: [2, 3]
        slope: derivative("a*x^2", "x", start)
      answer: start - 0.1*slope
      tolerance: 0.001
      mistakes:
        - answer: start + 0.1*slope
          feedback: That climbs from {{start}}.
      hints: [First., Second.]
      points: [10, 5]
      solution: It is {{start - 0.1*slope}}.
      """;

  private static final String CUBIC =
      """
      kind: formula
      text: Expand.
      names: [x, y]
      answer: (x + y)^2
      mistakes:
        - {answer: x^2 + y^2, feedback: Where is the mixed term?}
      """;

  @ParameterizedTest
  @CsvSource({
    "'tolerance: 0.01', 2, 2.01, true",
    "'tolerance: 0.01', 2, 2.011, false",
    "'relative: 0.1', -2, -2.2, true",
    "'relative: 0.1', -2, -2.21, false",
    "'digits: 3', 0.05423, 0.0542, true",
    "'digits: 3', 0.05423, 0.0543, false",
    "'digits: 3', 1234, 1230, true",
    "'digits: 2', 0, 0, true",
    "'digits: 2', 0, 1e-7, false",
    "'', 100, 2*sqrt(50^2)+1, true",
    "'', 100, 102, false",
  })
  void aNumberIsRightWithinItsTolerance(
      String tolerance, String key, String answer, boolean isRight) {
    Posed posed =
        Questions.posed(
            "kind: number\ntext: How much?\nanswer: %s\n%s\n".formatted(key, tolerance), 0);
    assertThat(posed.mark(List.of(answer)).isDone()).isEqualTo(isRight);
  }

  @ParameterizedTest
  @CsvSource({
    "'', Type a number first.",
    "q, 'Unknown name q; a number is wanted, such as 0.25, 1e-3 or 2/7.'",
    "'0,5', 'Write a point, not a comma: 0.5.'",
    "1/0, 1/0 has no finite value.",
    "1+, The expression ends after character 2; expected a number&#x2C; a name or an opening bracket.",
    "<b>, &lt;"
  })
  void whatIsNoNumberExplainsItselfAndCostsNoAttempt(String answer, String words) {
    Attempted attempted = Attempted.of(Questions.posed(STEP, 1), List.of(answer), 1);
    assertThat(attempted.mark().verdict()).isEqualTo(Verdict.INVALID);
    assertThat(attempted.mark().html()).contains(words.replace("&#x2C;", ","));
    assertThat(attempted.next()).isEqualTo(1);
    assertThat(attempted.solution()).isEmpty();
  }

  @Test
  void aVariantStaysTheSameAndItsNumbersStandInEveryText() {
    Question question = Questions.of(STEP);
    var seen = new HashSet<Map<String, Double>>();
    for (long seed = 0; seed < 50; seed++) {
      Posed posed = question.variant(seed);
      assertThat(posed.draw()).isEqualTo(Questions.posed(STEP, seed).draw());
      Map<String, Double> values = posed.draw().values();
      seen.add(values);
      double slope = 2 * values.get("a") * values.get("start");
      assertThat(values.get("slope")).isEqualTo(slope);
      String right = Double.toString(values.get("start") - 0.1 * slope);
      assertThat(posed.mark(List.of(right)).verdict()).isEqualTo(Verdict.RIGHT);
      assertThat(posed.text().render()).contains("from %.0f?".formatted(values.get("start")));
    }
    assertThat(seen).hasSize(8);
  }

  @Test
  void aCommonMistakeIsAnsweredAndTheSolutionWaitsForTheLastAttempt() {
    Posed posed = Questions.posed(STEP, 5);
    Map<String, Double> values = posed.draw().values();
    String climbs = Double.toString(values.get("start") + 0.1 * values.get("slope"));
    Attempted first = Attempted.of(posed, List.of(climbs), 1);
    assertThat(first.mark().html()).startsWith("That climbs from");
    assertThat(first.solution()).isEmpty();
    assertThat(first.left()).isEqualTo(1);
    Attempted second = Attempted.of(posed, List.of(climbs), 2);
    assertThat(second.solution().orElseThrow().render()).contains("It is");
    assertThat(second.left()).isZero();
    List<String> right = posed.question().samples(posed.draw()).right().get(0);
    assertThat(Attempted.of(posed, right, 1).points()).isEqualTo(10);
    assertThat(Attempted.of(posed, right, 2).points()).isEqualTo(5);
    assertThat(Attempted.of(posed, right, 3).points()).isZero();
    assertThat(Attempted.of(posed, right, 1).solution()).isPresent();
    assertThat(posed.hint(2).render()).isEqualTo("Second.");
  }

  @ParameterizedTest
  @CsvSource({
    "x^2 + 2*x*y + y^2, RIGHT",
    "(y + x)*(x + y), RIGHT",
    "y^2 + x*(x + 2*y) + 0*x, RIGHT",
    "exp(2*log(abs(x+y))), RIGHT",
    "x^2 + y^2, WRONG",
    "(x + y)^2 + 1e-6, WRONG",
    "(x + y)^2.001, WRONG",
    "x^2 + 2*x*y + y^, INVALID",
    "x^2 + z, INVALID",
    "f(x), INVALID",
  })
  void aFormulaIsRightIfItIsTheSameFunction(String answer, Verdict verdict) {
    assertThat(Questions.posed(CUBIC, 0).mark(List.of(answer)).verdict()).isEqualTo(verdict);
  }

  @Test
  void aFormulaIsReadBackAsItWasUnderstood() {
    Posed posed = Questions.posed(CUBIC, 0);
    assertThat(posed.tex(List.of("x/2"))).contains("\\frac{x}{2}");
    assertThat(posed.tex(List.of("x/"))).isEmpty();
    assertThat(posed.mark(List.of("x^2+y^2")).html()).isEqualTo("Where is the mixed term?");
  }

  @Test
  void aQuestionWhoseMistakeIsRightInSomeVariantFailsWithFileLineAndSeed() {
    var course =
        Questions.course(
            """
            kind: number
            text: Twice {{a}}?
            variables:
              a: 0..9
            answer: 2*a
            mistakes:
              - {answer: a^2, feedback: That is the square.}
            """);
    assertThat(course.mistakes().toString())
        .contains("01-q/index.md:6: the question 'q' fails in variant ")
        .containsPattern("\\{a=[02].0}: the wrong answer");
  }

  @Test
  void aVariantThatCannotBeComputedIsAMistake() {
    String yaml =
        """
        kind: number
        text: How much is $1/{{a}}$?
        variables:
          a: [1, 0]
        answer: 1/a
        """;
    assertThat(Questions.course(yaml).mistakes().toString())
        .contains("fails in variant")
        .contains("1/a is Infinity, not a number");
  }
}
