package descent.content.question;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.content.Course;
import descent.content.question.Mark.Verdict;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contest of the lesson on K-FAC: what each kind of choice is told. */
class ContestTest {
  private static final Course COURSE = new App().course(Path.of("content")).drawn();
  private static final Contest CONTEST =
      (Contest) COURSE.lesson("kfac").orElseThrow().question("beat").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "0.003, 10, 50, RIGHT, reached",
    "0.001, 5, 5, RIGHT, reached",
    "0.003, 1, 1, WRONG, They change slowly",
    "0.003, 20, 100, WRONG, There are too many steps",
    "1, 5, 20, WRONG, There are too many steps",
    "0.1, 20, 100, WRONG, Old factors",
  })
  void aChoiceIsToldWhatHoldsItBack(
      String damping, String factors, String inverses, Verdict verdict, String words) {
    Mark mark = CONTEST.variant(0).mark(List.of(damping, factors, inverses));
    assertThat(mark.verdict()).isEqualTo(verdict);
    assertThat(mark.html()).contains(words);
  }

  @Test
  void aChoiceWithTwoMistakesIsToldBoth() {
    Mark mark = CONTEST.variant(0).mark(List.of("1", "1", "1"));
    assertThat(mark.html()).contains("They change slowly", "There are too many steps");
    assertThat(mark.measure()).isGreaterThan(100);
  }

  @Test
  void whatIsNoSettingIsNoAnswer() {
    for (List<String> answer : List.of(List.of("0.003", "1.5", "1"), List.of("-1", "1", "1"))) {
      assertThat(CONTEST.variant(0).mark(answer).verdict()).isEqualTo(Verdict.INVALID);
    }
  }

  /** The solution says so; the same grid as a reader may try. */
  @Test
  void theRivalIsTheBestOfEighteen() {
    var optimizers = CONTEST.service().catalog().optimizers();
    List<String> grid =
        Stream.of("0.1", "0.2", "0.3", "0.5", "0.7", "1")
            .flatMap(eta -> Stream.of("0.8", "0.9", "0.95").map(beta -> wire(eta, beta)))
            .toList();
    double[] losses =
        grid.stream()
            .map(wire -> CONTEST.rival().by(optimizers.parse(wire)))
            .mapToDouble(spec -> CONTEST.service().result(spec).curves().get(0).last().loss())
            .toArray();
    int best =
        IntStream.range(0, losses.length)
            .boxed()
            .min(Comparator.comparingDouble(i -> losses[i]))
            .orElseThrow();
    assertThat(grid).hasSize(18);
    assertThat(grid.get(best)).isEqualTo(wire("0.3", "0.95"));
  }

  private static String wire(String eta, String beta) {
    return "momentum(learning_rate=%s,momentum=%s)".formatted(eta, beta);
  }
}
