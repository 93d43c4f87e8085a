package descent.content;

import static org.assertj.core.api.Assertions.assertThat;

import descent.content.directive.Directives;
import descent.content.directive.RunDirective;
import descent.content.source.FormulaQuantities;
import descent.run.Catalog;
import descent.run.RunService;
import descent.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parameters of a typed objective and how far their sliders go. */
class ParametersTest {
  private static final Directives RUN =
      Directives.of(new RunDirective(new RunService(Catalog.standard())));

  @TempDir Path root;

  private Course course(String parameters) {
    Courses.write(
        root.resolve("01-a/index.md"),
        """
        ---
        title: A
        objectives: [Read.]
        ---
        ```{run}
        id: valley
        objective: (x^2 + kappa*y^2 + shift*x)/2
        param:
        %soptimizer: gd(learning_rate=0.01)
        alt: A valley.
        ```
        """
            .formatted(parameters));
    return Course.load(List.of(root), RUN, FormulaQuantities.all());
  }

  private String figure(Map<String, List<String>> query) {
    return course("  kappa: 50 in 1..200\n  shift: 3\n")
        .lesson("a")
        .orElseThrow()
        .body(query, Words.ENGLISH);
  }

  @Test
  void aSliderRunsAsFarAsTheAuthorWroteAndElseToTwiceTheValue() {
    assertThat(figure(Map.of()))
        .containsPattern("data-low=\"1\" data-high=\"200\"[^>]*><input[^>]*value=\"50\"")
        .containsPattern("data-low=\"0\" data-high=\"6\"[^>]*><input[^>]*value=\"3\"");
  }

  @Test
  void anAddressMayLieBeyondTheSlider() {
    assertThat(figure(Map.of("valley.param.kappa", List.of("500"))))
        .containsPattern("data-low=\"1\" data-high=\"200\"[^>]*><input[^>]*value=\"500\"");
  }

  @Test
  void eachMistakeSaysItsLineAndWhatIsRight() {
    assertThat(course("  kappa: 50 in 200..1\n  shift: much\n").mistakes())
        .extracting(mistake -> mistake.line() + ": " + mistake.message())
        .containsExactlyInAnyOrder(
            "9: the range of kappa is 200..1; write its lower end first",
            "10: shift is written 50 or 50 in 1..200, not 'much'");
    assertThat(course("  kappa: 0 in 1..200\n  shift: 1 in 0..all\n").mistakes())
        .extracting(mistake -> mistake.line() + ": " + mistake.message())
        .containsExactlyInAnyOrder(
            "9: kappa is 0, which its range 1..200 does not hold; write a range around it",
            "10: the range of shift is written 1..200, not '0..all'");
  }
}
